"""What each room has people reminded of: by its day, late where it is late, and no more once done.

Documents that expire are in ``tests/contracts/membership/test_compliance.py``, award notices in
``tests/contracts/arrangements/test_award_notices.py``.
"""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from contracts.applications import actions, asking, sealing
from contracts.applications.drafts import Draft
from contracts.models import Assignment, DeclarationRenewal, Membership, RefusedFile
from contracts.tasks import note_refused_files
from nmiss.base.accounts.models import Role
from nmiss.base.core import reminders
from nmiss.base.core.clock import noon
from nmiss.base.core.models import LegalParameter, OutboxMessage
from nmiss.base.core.working_days import add_working_days, working_days_before
from nmiss.base.files.kinds import PDF
from providers.models import ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.applying import filled
from tests.factories.contracts import opened
from tests.factories.evaluating import assigned, score_all
from tests.factories.joining import decided, member, today
from tests.factories.providers import ProviderMemberFactory
from tests.files.checking import check_files
from tests.files.uploads import pdf
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db
TEN_DAYS = datetime.timedelta(days=10)
HOSTILE = pdf(b"/OpenAction << /S /JavaScript /JS (x) >>")


def said_on(day, kind):
    """The letters of the reminders of a day: to whom, subject and body."""
    OutboxMessage.objects.all().delete()
    remind_of(kind, noon(day))
    letters = (message.payload for message in OutboxMessage.objects.order_by("pk"))
    return [(each["to"][0], each["subject"], each["body"]) for each in letters]


class TestEvidence:
    @pytest.fixture
    def request_(self):
        application = opened()
        ProviderMemberFactory(provider=application.provider, role=ProviderRole.OWNER)
        ProviderMemberFactory(provider=application.provider, role=ProviderRole.EDITOR)
        ProviderMemberFactory(provider=application.provider, role=ProviderRole.VIEWER)
        officer = application.openings.first().officer
        return asking.ask_for_evidence(application, by=officer, question="?", working_days=5)

    def writers(self, request):
        roles = ProviderRole.writers()
        members = request.application.provider.members.filter(role__in=roles)
        return sorted(members.values_list("user__email", flat=True))

    def test_is_reminded_of_two_working_days_before(self, request_):
        day = working_days_before(request_.due_on, 2)

        assert said_on(day - datetime.timedelta(days=1), "evidence") == []
        letters = said_on(day, "evidence")

        assert [to for to, _, _ in letters] == self.writers(request_)
        _, subject, body = letters[0]
        assert subject == f"Evidence for application {request_.application.reference} is due"
        there = [request_.application_id, request_.pk]
        assert reverse("contracts:evidence_request_answer", args=there) in body
        assert said_on(day, "evidence") == []

    def test_is_said_to_be_late_after_days_off(self, request_):
        said_on(request_.due_on, "evidence")
        letters = said_on(request_.due_on + TEN_DAYS, "evidence")

        assert len(letters) == len(self.writers(request_))
        assert letters[0][1].endswith("is overdue")
        assert f"by {request_.due_on:%-d %B %Y}, and have not received it" in letters[0][2]

    def test_is_not_said_once_it_is_answered(self, request_):
        request_.reply(by=request_.application.started_by, answer="Here it is.")

        assert said_on(request_.due_on + TEN_DAYS, "evidence") == []

    def test_is_not_said_on_the_day_on_which_it_was_asked_for(self):
        application = opened()
        ProviderMemberFactory(provider=application.provider, role=ProviderRole.OWNER)
        officer = application.openings.first().officer
        asking.ask_for_evidence(application, by=officer, question="?", working_days=2)

        assert said_on(today(), "evidence") == []

    def test_is_asked_of_few_queries(self, request_, django_assert_max_num_queries):
        for _ in range(3):
            application = opened()
            officer = application.openings.first().officer
            asking.ask_for_evidence(application, by=officer, question="?", working_days=5)

        find = reminders.KINDS["evidence"].find
        with django_assert_max_num_queries(2):
            assert len(list(find(today(), today(30)))) == 4


class TestRefusedFiles:
    @pytest.fixture
    def refused(self):
        LegalParameter.objects.filter(key="replace_refused_file").update(value=4)
        application = filled()
        owner = application.started_by
        file = SimpleUploadedFile("policy.pdf", HOSTILE)
        file.kind = PDF
        with sealing.acting_for(owner):
            actions.add_evidence(application, by=owner, kind="other", file=file)
            actions.send(application, by=owner, seen=Draft.of(application).digest)
        check_files()
        note_refused_files()
        return RefusedFile.objects.get()

    def test_are_reminded_of_a_working_day_before(self, refused):
        day = working_days_before(refused.due_on, 1)

        assert said_on(day - datetime.timedelta(days=1), "refused file") == []
        ((to, subject, body),) = said_on(day, "refused file")

        assert to == refused.application.started_by.email
        assert subject == f"Still to replace: application {refused.application.reference}"
        assert f"by the end of {refused.due_on:%-d %B %Y}" in body
        assert "policy" not in body

    def test_are_not_once_their_time_is_over(self, refused):
        assert said_on(refused.due_on + datetime.timedelta(days=1), "refused file") == []

    def test_are_not_once_they_are_replaced(self, refused):
        owner = refused.application.started_by
        file = SimpleUploadedFile("new.pdf", pdf())
        file.kind = PDF
        with sealing.acting_for(owner):
            actions.replace_evidence(refused.evidence, by=owner, file=file)

        assert said_on(refused.due_on, "refused file") == []


class TestScores:
    @pytest.fixture
    def due_on(self):
        """The law's last day to decide on an application that was received today."""
        return add_working_days(today(), 10)

    def test_are_reminded_of_three_and_one_working_days_before(self, due_on):
        assigned()
        evaluators = {each.evaluator.email for each in Assignment.objects.all()}

        for count in (3, 1):
            letters = said_on(working_days_before(due_on, count), "scores")
            assert {to for to, _, _ in letters} == evaluators
            assert {subject for _, subject, _ in letters} == {"Scores outstanding: 6 questions"}
            assert f"due to decide by {due_on:%-d %B %Y}" in letters[0][2]

    def test_are_said_to_be_late_with_what_is_left(self, due_on):
        application = assigned()
        score_all(application, questions=range(11, 16))
        said_on(due_on, "scores")

        letters = said_on(due_on + TEN_DAYS, "scores")

        assert len(letters) == 2
        assert {subject for _, subject, _ in letters} == {"Scores overdue: 1 question"}
        assert "We were due to decide by" in letters[0][2]

    def test_are_not_once_given(self, due_on):
        score_all(assigned())

        assert said_on(due_on + TEN_DAYS, "scores") == []

    def test_are_not_before_the_first_checks(self, due_on):
        application = opened()
        question = application.scheme.questions.in_order().first()
        Assignment.objects.create(
            application=application, question=question, evaluator=UserFactory(role=Role.OFFICER)
        )

        assert said_on(due_on + TEN_DAYS, "scores") == []

    def test_are_not_once_it_is_decided(self, due_on):
        decided()

        assert said_on(due_on + TEN_DAYS, "scores") == []


class TestDeclarations:
    @pytest.fixture
    def renewal(self):
        membership = member()
        officer = UserFactory(role=Role.OFFICER)
        return DeclarationRenewal.ask(membership.provider, membership.lot.vehicle, by=officer)

    def test_are_reminded_of_and_late(self, renewal):
        owner = renewal.provider.owners().get().user

        ((to, subject, _),) = said_on(working_days_before(renewal.due_on, 1), "declaration")
        assert (to, subject) == (owner.email, "Your self-declaration is due")
        ((_, subject, body),) = said_on(renewal.due_on + TEN_DAYS, "declaration")
        assert subject == "Your self-declaration is overdue"
        assert "It was due by" in body

    def test_are_not_of_who_has_left(self, renewal):
        Membership.objects.update(left_on=timezone.localdate())

        assert said_on(renewal.due_on + TEN_DAYS, "declaration") == []

    def test_are_not_once_renewed(self, renewal):
        renewal.renew(by=renewal.provider.owners().get().user, has_changed=False)

        assert said_on(renewal.due_on + TEN_DAYS, "declaration") == []
