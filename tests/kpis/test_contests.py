"""Ratings that a school contests, evidence of plans, and the dates of both."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from kpis import certifying, contesting, key_dates, saving
from kpis.filling import filling_of
from kpis.models import KpiReturn, PlanEvidence, RatingContest, ReturnStatus
from nmiss.base.accounts.key_dates import WantedDays
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import OutboxMessage
from nmiss.base.files.models import StoredFile
from tests.factories.accounts import UserFactory
from tests.factories.consequences import a_plan, proposed
from tests.factories.kpis import accepted, asked_for, imported, in_force, people_of, sent
from tests.factories.providers import ProviderFactory, SchoolFactory
from tests.files.uploads import pdf
from tests.sent_twice.sendings import a_pdf

pytestmark = pytest.mark.django_db
BAD = {"attended": 50, "possible": 100}
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture
def kpi_return():
    in_force({"cohort": "placements_at_end", "minimum": 0})
    return asked_for()


@pytest.fixture
def people(kpi_return):
    return [*people_of(kpi_return), UserFactory(role=Role.OFFICER)]


class TestImported:
    """A return that came from a file is contested, asked about and corrected as any other."""

    @pytest.fixture
    def kpi_return(self):
        in_force(
            {"evidence": "Attendance register"},
            {"code": "K05", "formula": "exclusions", "name": "Exclusions"},
        )
        school = SchoolFactory(provider=ProviderFactory())
        found = imported(BAD | {"exclusions": "NA"}, school=school)
        found.due_on = found.first_until = found.correct_until = None
        found.save()
        return found

    def test_is_contested_and_corrected_once_we_agree(self, client, kpi_return, people):
        editor, owner, officer = people
        client.force_login(editor)
        page = client.get(reverse("kpis:return_detail", args=[kpi_return.pk])).text
        assert "Contest a rating" in page
        assert "Correct return" not in page
        with pytest.raises(NotAllowedNow, match="contest it first"):
            certifying.correct(kpi_return, by=editor)
        there = reverse("kpis:rating_contest", args=[kpi_return.pk])
        assert "K05 Exclusions (not applicable)" in client.get(there).text
        client.post(there, {"rating": "1", "reason": "Two sessions were counted twice."})
        contest = RatingContest.objects.get()
        contesting.answer(contest, by=officer, is_upheld=True, words="Yes.")

        kpi_return.refresh_from_db()
        certifying.correct(kpi_return, by=editor)
        told = {"attended": saving.Told(Decimal(95)), "possible": saving.Told(Decimal(100))}
        saving.save_section(kpi_return, 1, told, by=editor, revision=0, comment="Counted anew.")
        certifying.mark_ready(kpi_return, by=editor, seen=filling_of(kpi_return).digest)
        certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)
        (counting,) = kpi_return.versions.filter(counts=True)
        assert (counting.number, counting.imported) == (2, False)
        assert counting.figures.get(input="attended").value == 95
        assert counting.figures.get(input="exclusions").reason == certifying.IN_THE_FILE

    def test_is_asked_about_and_keeps_what_is_not(self, client, kpi_return, people):
        editor, _, officer = people
        client.force_login(officer)
        page = client.get(reverse("kpis:review_detail", args=[kpi_return.pk])).text
        assert "Ask the school a question" in page
        assert "Accept return" not in page
        there = reverse("kpis:review_query", args=[kpi_return.pk])
        client.post(there, {"question_1": "How did you count?"})

        client.force_login(editor)
        assert "Answer our questions about the return" in client.get("/").text
        kpi_return.refresh_from_db()
        (missing,) = filling_of(kpi_return).missing()
        assert missing.words == "Answer our question"
        there = reverse("kpis:return_section", args=[kpi_return.pk, 1])
        given = {"value_attended": "50", "value_possible": "100", "comment": "A flood."}
        client.post(there, given | {"answer": "By the register.", "revision": "0"})
        assert filling_of(kpi_return).missing() == []


class TestContests:
    def test_a_school_contests_once_and_corrects_where_we_agree(self, client, kpi_return, people):
        editor, owner, officer = people
        accepted(kpi_return, editor, owner, officer, **BAD)
        yesterday = timezone.localdate() - ONE_DAY
        KpiReturn.objects.update(due_on=yesterday, correct_until=yesterday)
        client.force_login(editor)
        there = reverse("kpis:rating_contest", args=[kpi_return.pk])
        assert "K01 Attendance (red, 50%)" in client.get(there).text
        given = {"rating": "1", "reason": "Two sessions were counted twice."}
        manager = UserFactory(role=Role.MANAGER)
        page = client.post(there, given, follow=True)
        assert "waiting for an answer" in page.text.lower()
        assert "choose from the list" in client.post(there, given).text
        letter = OutboxMessage.objects.latest("pk")
        assert letter.payload["to"] == [manager.email]

        contest = RatingContest.objects.get()
        there = reverse("kpis:contest_answer", args=[contest.pk])
        client.force_login(officer)
        assert there not in client.get("/").text
        assert there not in client.get(reverse("kpis:review_detail", args=[kpi_return.pk])).text
        assert "You accepted this return" in client.get(there).text
        client.force_login(manager)
        assert there in client.get("/").text
        assert there in client.get(reverse("kpis:review_detail", args=[kpi_return.pk])).text
        answer = {"decision": "upheld", "words": "The register shows it."}
        page = client.post(there, answer, follow=True)
        assert "The register shows it." in page.text
        assert client.post(there, answer).status_code == 409

        certifying.correct(kpi_return, by=editor)
        kpi_return.refresh_from_db()
        assert kpi_return.status == ReturnStatus.BEING_CORRECTED

    def test_where_the_rating_stays_nothing_opens(self, kpi_return, people):
        editor, owner, officer = people
        accepted(kpi_return, editor, owner, officer, **BAD)
        KpiReturn.objects.update(correct_until=kpi_return.due_on)
        part = filling_of(kpi_return).part(1)
        contest = contesting.contest(kpi_return, part, by=owner, reason="No.")

        with pytest.raises(NotAllowedNow, match="Another officer or a manager"):
            contesting.answer(contest, by=officer, is_upheld=False, words="It is so.")
        officer = UserFactory()
        contesting.answer(contest, by=officer, is_upheld=False, words="It is so.")

        kpi_return.refresh_from_db()
        assert kpi_return.correct_until == kpi_return.due_on
        with pytest.raises(NotAllowedNow, match="answered already"):
            contesting.answer(contest, by=officer, is_upheld=True, words="Oh.")
        with pytest.raises(NotAllowedNow, match="contested this rating already"):
            contesting.contest(kpi_return, part, by=owner, reason="Still no.")

    def test_nobody_contests_before_acceptance(self, kpi_return, people):
        editor, owner, _ = people
        sent(kpi_return, editor, owner, **BAD)
        with pytest.raises(NotAllowedNow, match="once we have accepted it"):
            contesting.contest(kpi_return, filling_of(kpi_return).part(1), by=editor, reason="No.")


class TestEvidenceOfPlans:
    def test_the_school_adds_files_as_long_as_the_plan_is_open(self, client, kpi_return, people):
        editor, owner, officer = people
        plan = a_plan(kpi_return.school, by=owner)
        action = plan.add_action(
            by=officer, words="Hire", owner="Head", due_on=timezone.localdate() + ONE_DAY
        )
        there = reverse("kpis:plan_evidence_add", args=[plan.pk, action.pk])
        client.force_login(editor)
        assert "is saved" in client.post(there, {"file": a_pdf()}, follow=True).text
        evidence = PlanEvidence.objects.get()
        address = reverse("kpis:plan_evidence_file", args=[plan.pk, evidence.pk])
        assert client.get(address).status_code == 404  # before it is checked
        StoredFile.objects.get().pass_as_made()
        client.force_login(officer)
        assert address in client.get(reverse("kpis:plan_detail", args=[plan.pk])).text
        assert b"".join(client.get(address)) == pdf()

        plan.close(by=officer, seen=plan.digest(), note="Better.", is_good=lambda plan: True)
        assert client.post(there, {"file": a_pdf()}).status_code == 409


def test_what_is_due_stands_among_the_key_dates(kpi_return, people):
    editor, owner, officer = people
    today = timezone.localdate()
    reply = proposed(kpi_return.school, by=officer)
    plan = a_plan(kpi_return.school, by=owner)
    plan.add_action(by=officer, words="Hire", owner="Head", due_on=today + ONE_DAY)

    def dates_of(user):
        wanted = WantedDays(user, today, today + 90 * ONE_DAY)
        found = (key_dates.of_returns, key_dates.of_replies, key_dates.of_actions)
        return {each.kind: (each.on, each.link) for find in found for each in find(wanted)}

    theirs = dates_of(editor)
    assert theirs[key_dates.RETURN] == (
        kpi_return.due_on,
        reverse("kpis:return_detail", args=[kpi_return.pk]),
    )
    assert theirs[key_dates.REPLY][0] == reply.reply_until
    assert theirs[key_dates.ACTION][0] == today + ONE_DAY
    assert dates_of(officer)[key_dates.RETURN][1].endswith("/review/")
    assert dates_of(UserFactory(role=Role.PROVIDER)) == {}
