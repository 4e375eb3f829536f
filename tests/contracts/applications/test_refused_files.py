"""Files that the check refuses after they were sent: told, replaced in time or missing."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from contracts.applications import actions, asking, refusals, sealing
from contracts.applications.drafts import Draft
from contracts.evaluation import obstacles
from contracts.models import (
    ConflictDeclaration,
    EarlyEvaluation,
    Evidence,
    Finding,
    Opening,
    RefusedFile,
)
from contracts.tasks import note_refused_files
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, LegalParameter, OutboxMessage
from nmiss.base.core.working_days import add_working_days
from nmiss.base.files.kinds import PDF
from nmiss.base.files.models import FileState, StoredFile
from providers.models import ComplianceDocument, ProviderRole
from tests import standing
from tests.factories.accounts import UserFactory
from tests.factories.applying import filled
from tests.factories.joining import member
from tests.factories.providers import ProviderMemberFactory
from tests.files.checking import check_files
from tests.files.uploads import pdf

pytestmark = pytest.mark.django_db
HOSTILE = pdf(b"/OpenAction << /S /JavaScript /JS (x) >>")
REASON = "It was looked at, and all of it is there as asked for."


def paper(content=None, name="policy.pdf"):
    file = SimpleUploadedFile(name, content or pdf())
    file.kind = PDF
    return file


def received_with_a_hostile_file():
    """Received, with one more document, of which nobody knows yet what is in it."""
    application = filled()
    owner = application.started_by
    with sealing.acting_for(owner):
        actions.add_evidence(application, by=owner, kind="other", file=paper(HOSTILE))
        actions.send(application, by=owner, seen=Draft.of(application).digest)
    return application


an_application = standing.once(received_with_a_hostile_file)


@pytest.fixture
def application(an_application):
    return an_application()


@pytest.fixture
def refused(application):
    check_files()
    note_refused_files()
    return RefusedFile.objects.get()


def evidence_of(application, name="policy.pdf"):
    with sealing.acting_for(application.started_by):
        return Evidence.objects.select_related("file").get(name=name)


def replace(refused, content=None):
    owner = refused.application.started_by
    with sealing.acting_for(owner):
        evidence = Evidence.objects.get(pk=refused.evidence_id)
        return actions.replace_evidence(evidence, by=owner, file=paper(content, "new.pdf"))


def open_it(application):
    officers = [UserFactory(role=Role.OFFICER) for _ in range(2)]
    EarlyEvaluation.decide(application, by=officers[0], reason="It would go red in the queue.")
    for officer in officers:
        ConflictDeclaration.declare(application, by=officer, has_conflict=False)
        Opening.add(application, by=officer)
    application.refresh_from_db()
    return officers[0]


def flags(application):
    """What is to be done about its documents before an outcome is recommended."""
    return [str(each.words) for each in obstacles._flags(application)]


class TestSending:
    def test_does_not_wait_for_the_check(self, application):
        assert application.received_at
        assert evidence_of(application).file.is_being_checked

    def test_is_not_taken_back_by_the_check(self, application, refused):
        received_at = application.received_at
        application.refresh_from_db()

        assert (application.status, application.received_at) == ("received", received_at)
        assert application.submissions.count() == 1


def test_noting_leaves_drafts_to_their_own_list():
    draft = filled()
    with sealing.acting_for(draft.started_by):
        actions.add_evidence(draft, by=draft.started_by, kind="other", file=paper(HOSTILE))
        check_files()

        assert refusals.note() == 0
        (missing,) = Draft.of(draft).missing()
    assert missing.words.startswith("Replace policy.pdf: this PDF runs a script")


class TestNoting:
    def test_tells_the_writers_and_gives_them_two_working_days(self, application, refused):
        due_on = add_working_days(timezone.localdate(), 2)

        assert refused.due_on == due_on
        message = OutboxMessage.objects.last()
        assert message.payload["to"] == [application.started_by.email]
        assert f"by the end of {due_on:%-d %B %Y}" in message.payload["body"]
        there = reverse("contracts:evidence_replace", args=[application.pk, refused.evidence_id])
        assert there in message.payload["body"]
        assert "policy" not in message.payload["body"]

    def test_goes_by_the_number_in_force(self, application):
        LegalParameter.objects.filter(key="replace_refused_file").update(value=4)
        check_files()

        refusals.note()

        assert RefusedFile.objects.get().due_on == add_working_days(timezone.localdate(), 4)

    def test_tells_once(self, refused):
        count = OutboxMessage.objects.count()

        assert refusals.note() == 0
        assert OutboxMessage.objects.count() == count

    def test_tells_nobody_of_what_is_clean(self, application):
        StoredFile.objects.update(
            state=FileState.CLEAN, looked_at=timezone.now(), checked_at=timezone.now()
        )

        assert refusals.note() == 0

    def test_shows_the_council_nothing_while_it_is_sealed(self, application, refused):
        officer = UserFactory(role=Role.OFFICER)

        assert not RefusedFile.objects.visible_to(officer).exists()
        assert not AuditEvent.objects.visible_to(officer).filter(verb="refuse_evidence").exists()
        open_it(application)
        assert RefusedFile.objects.visible_to(officer).get() == refused
        assert AuditEvent.objects.visible_to(officer).filter(verb="refuse_evidence").exists()


class TestReplacing:
    def test_counts_in_the_place_of_the_refused_one(self, application, refused):
        new = replace(refused)

        refused.refresh_from_db()
        assert (refused.replacement_id, bool(refused.replaced_at)) == (new.pk, True)
        check_files()
        open_it(application)
        assert flags(application) == []

    def test_is_possible_once_it_is_opened(self, application, refused):
        open_it(application)

        (flag,) = flags(application)
        assert flag.startswith("Wait for a replacement of policy.pdf, due by ")
        replace(refused)
        assert flags(application) == ["Wait for the check of new.pdf, or ask for another copy."]
        check_files()
        assert flags(application) == []

    def test_does_not_ask_the_applicant_to_submit_again(self, application, refused):
        replace(refused)

        with sealing.acting_for(application.started_by):
            draft = Draft.of(application)
            assert not draft.differs_from(application.version())
            assert draft.missing() == []

    def test_has_an_end(self, refused):
        RefusedFile.objects.update(due_on=timezone.localdate() - datetime.timedelta(days=1))

        with pytest.raises(NotAllowedNow, match="It counts as missing"):
            replace(refused)
        assert not Evidence.objects.filter(name="new.pdf").exists()

    def test_is_done_once(self, refused):
        replace(refused)

        with pytest.raises(NotAllowedNow, match="replaced already"):
            replace(refused)

    def test_may_be_refused_itself(self, application, refused):
        replace(refused, HOSTILE)
        check_files()
        note_refused_files()

        again = RefusedFile.objects.not_replaced().get()
        assert again.due_on == refused.due_on
        open_it(application)
        assert "Wait for a replacement of new.pdf" in flags(application)[0]
        replace(again)
        check_files()
        assert flags(application) == []

    @pytest.mark.parametrize(
        "wrong",
        [
            {"replaced_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)},
            {"application": None},
            {"evidence": None, "application": None},
        ],
    )
    def test_is_one_thing_for_another(self, refused, wrong):
        with pytest.raises(IntegrityError), transaction.atomic():
            RefusedFile.objects.filter(pk=refused.pk).update(**wrong)


class TestMissing:
    def test_has_the_check_of_completeness_made_again(self, application, refused):
        officer = open_it(application)
        Finding.make(application, "completeness", by=officer, passed=True, reason=REASON)
        RefusedFile.objects.update(due_on=timezone.localdate() - datetime.timedelta(days=1))
        assert flags(application) == []  # it was made after that day: they knew

        RefusedFile.objects.update(due_on=timezone.localdate())
        later = timezone.now() + datetime.timedelta(days=1)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(obstacles.timezone, "localdate", lambda at=None: (at or later).date())
            (flag,) = flags(application)
        assert "check again: policy.pdf counts as missing" in flag


class TestPages:
    def test_lead_the_applicant_to_it(self, client, application, refused):
        client.force_login(application.started_by)
        there = reverse("contracts:evidence_replace", args=[application.pk, refused.evidence_id])

        for page in (
            reverse("home:home"),
            reverse("contracts:application_tasks", args=[application.pk]),
            reverse("contracts:application_receipt", args=[application.pk, 1]),
        ):
            assert there in client.get(page).text
        text = client.get(there).text
        assert "This PDF runs a script" in text
        answer = client.post(there, {"file": SimpleUploadedFile("new.pdf", pdf())})

        assert answer.url == reverse("contracts:application_tasks", args=[application.pk])
        assert "new.pdf replaces policy.pdf" in client.get(answer.url).text
        assert "replaced on" in client.get(there).text

    def test_tell_officers_once_it_is_opened(self, client, application, refused):
        officer = open_it(application)
        client.force_login(officer)
        page = reverse("contracts:application_content", args=[application.pk])

        assert "File refused, replacement due by" in client.get(page).text

        new = replace(refused)
        check_files()

        text = client.get(page).text
        there = reverse("contracts:application_evidence", args=[application.pk, new.pk])
        assert there in text
        assert b"".join(client.get(there).streaming_content) == pdf()

    def test_tell_officers_what_is_missing(self, client, application, refused):
        client.force_login(open_it(application))
        RefusedFile.objects.update(due_on=timezone.localdate() - datetime.timedelta(days=1))

        page = reverse("contracts:application_content", args=[application.pk])
        assert "the document counts as missing" in client.get(page).text
        assert "Check a missing document: " in client.get(reverse("home:home")).text

    def test_are_not_there_for_what_was_not_refused(self, client, application):
        client.force_login(application.started_by)
        evidence = evidence_of(application)

        there = reverse("contracts:evidence_replace", args=[application.pk, evidence.pk])
        assert client.get(there).status_code == 404


class TestAnswersToRequests:
    def test_are_replaced_in_the_same_way(self, client, application):
        officer = open_it(application)
        owner = application.started_by
        StoredFile.objects.update(
            state=FileState.CLEAN, looked_at=timezone.now(), checked_at=timezone.now()
        )
        request = asking.ask_for_evidence(application, by=officer, question="?", working_days=5)
        with sealing.acting_for(owner):
            actions.reply(request, by=owner, answer="Here.", file=paper(HOSTILE, "answer.pdf"))
        check_files()
        note_refused_files()

        refused = RefusedFile.objects.get()
        assert "replacement of answer.pdf" in flags(application)[0]
        client.force_login(owner)
        page = reverse("contracts:evidence_request_answer", args=[application.pk, request.pk])
        assert "Replace document" in client.get(page).text

        replace(refused)
        check_files()

        assert flags(application) == []
        client.force_login(officer)
        text = client.get(reverse("contracts:evidence_request_detail", args=[request.pk])).text
        assert "new.pdf" in text
        assert "Replaced" in text


class TestDocumentsOfMembers:
    def test_are_missing_until_they_are_replaced(self, client):
        membership = member()
        person = ProviderMemberFactory(provider=membership.provider, role=ProviderRole.EDITOR).user
        old = ComplianceDocument.put(
            membership.provider,
            kind="insurance_certificate",
            title="Insurance certificate",
            file=StoredFile.take_in(paper(HOSTILE), by=person),
            expires_on=datetime.date(2100, 1, 1),
            by=person,
        )
        check_files()
        note_refused_files()

        refused = RefusedFile.objects.get()
        assert (refused.document, refused.application) == (old, None)
        old.refresh_from_db()
        assert old.standing(timezone.localdate()) == "missing"
        client.force_login(person)
        page = reverse("contracts:provider_detail", args=[membership.provider_id])
        assert "File refused, replacement due by" in client.get(page).text
        assert "Replace a refused file: Insurance certificate" in client.get("/").text

        client.post(
            reverse("contracts:compliance_add", args=[membership.provider_id]),
            {
                "kind": "insurance_certificate",
                "school": "all",
                "expires_on": "2099-01-01",
                "replaces": [old.pk],
                "file": SimpleUploadedFile("new.pdf", pdf()),
            },
        )

        refused.refresh_from_db()
        assert refused.new_document.file.name == "new.pdf"
        assert "Replace a refused file" not in client.get("/").text
