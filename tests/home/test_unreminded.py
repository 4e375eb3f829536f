"""Each kind of key date has a schedule of reminders, or a reason why nobody is reminded of it."""

import datetime
import itertools

import pytest
from django.urls import reverse

from contracts.membership.models.assurance import QUARTER
from contracts.models import DebarmentCheck
from kpis.key_dates import REPLY
from nmiss.across.home import reminding
from nmiss.base.accounts import key_date_reminders, key_dates
from nmiss.base.accounts.key_date_reminders import reminder_of
from nmiss.base.accounts.key_dates import KeyDate, source
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import noon
from nmiss.base.core.models import OutboxMessage
from nmiss.base.core.reminders import KINDS
from tests.factories.accounts import UserFactory
from tests.factories.consequences import proposed
from tests.factories.contracts import received
from tests.factories.extending import an_assessment
from tests.factories.joining import member, today
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def kinds_of_dates():
    return set(itertools.chain.from_iterable(each.kinds for each in key_dates.SOURCES))


def letters():
    found = OutboxMessage.objects.order_by("pk")
    return [
        (each.payload["to"][0], each.payload["subject"], each.payload["body"]) for each in found
    ]


class TestEveryKindOfKeyDate:
    def test_has_a_schedule_or_a_reason(self):
        reminded = set(itertools.chain.from_iterable(each.dates for each in KINDS.values()))
        reasons = {each.kind: each.reason for each in reminding.unreminded()}

        assert kinds_of_dates() - reminded - set(reasons) == set()
        assert reminded <= kinds_of_dates(), "a schedule is about a kind of date that there is not"
        assert reasons.keys() <= kinds_of_dates() - reminded, "a reason where there is a schedule"
        assert all(len(reason.split()) > 4 for reason in reasons.values())

    def test_is_on_the_page_with_who_is_told_or_why_nobody_is(self, client):
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))

        page = client.get("/reminders/")

        shown = {each.kind.name: each for each in page.context["schedules"].all}
        for kind in KINDS.values():
            if kind.dates:
                assert shown[kind.name].kind.who, kind.name
        for each in reminding.unreminded():
            assert each.kind in page.text
            assert each.reason in page.text

    def test_says_what_to_do_where_it_has_no_words_of_its_own(self):
        of_dates = [each for each in KINDS.values() if each.notice == key_date_reminders.NOTICE]

        assert len(of_dates) > 12
        for kind in of_dates:
            assert len(kind.find.says.split()) > 6, kind.name

    def test_is_found_over_the_years_without_a_fault(self):
        for kind in KINDS.values():
            list(kind.find(today(), today(1000)))


class TestAKeyDate:
    @pytest.fixture
    def tea(self, monkeypatch):
        """A kind of date with days, subjects and a team; told of by a kind of reminder."""
        monkeypatch.setattr(key_dates, "SOURCES", [])
        self.dates = []

        def bring(**facts):
            facts = {"roles": Role, "team": (Role.OFFICER,), "who": "Kitchen team"} | facts
            source("Tea", **facts)(lambda wanted: self.dates)

        return bring

    def due(self, **options):
        kind = reminder_of("Tea", before=(7,), **options)
        return list(kind.find(today(), kind.last_day(today(), frozenset())))

    def a_date(self, days, subject="Pot", about=None, **facts):
        about = about or UserFactory(role=Role.AUDITOR)
        date = KeyDate(today(days), "Tea", subject, about, "/tea/", **facts)
        self.dates.append(date)
        return date

    def test_is_told_to_the_team_with_its_subject_where_that_may_leave(self, tea):
        tea(leaves=key_dates.SUBJECT_TOO)
        officer, date = UserFactory(role=Role.OFFICER), self.a_date(7)
        UserFactory(role=Role.FINANCE)

        (due,) = self.due()

        assert (due.subject, due.on, due.to) == (date.about, date.on, [officer])
        assert due.words == {"kind": "Tea", "says": "", "subject": "Pot", "path": "tea/"}

    @pytest.mark.parametrize("leaves", [key_dates.NOTHING, key_dates.KIND_ALONE])
    def test_keeps_its_subject_where_that_may_not_leave(self, tea, leaves):
        tea(leaves=leaves)
        UserFactory(role=Role.OFFICER)
        self.a_date(7, "C00012 at Elm School")

        assert [due.words["subject"] for due in self.due()] == [""]

    def test_is_told_to_its_own_person_alone(self, tea):
        tea()
        ada, _ = UserFactory(role=Role.OFFICER), UserFactory(role=Role.OFFICER)
        self.a_date(7, own=ada)

        assert [due.to for due in self.due()] == [[ada]]

    def test_of_one_record_and_day_is_said_with_the_others_of_it(self, tea):
        tea(leaves=key_dates.SUBJECT_TOO)
        UserFactory(role=Role.OFFICER)
        about = UserFactory(role=Role.AUDITOR)
        self.a_date(7, "Notice B", about)
        self.a_date(7, "Notice A", about)

        assert [due.words["subject"] for due in self.due()] == ["Notice A; Notice B"]

    def test_of_many_records_is_one_email_a_person_where_so_declared(self, tea):
        tea()
        people = {UserFactory(role=Role.OFFICER), UserFactory(role=Role.OFFICER)}
        for _ in range(3):
            self.a_date(5, about=UserFactory(role=Role.AUDITOR))

        found = self.due(together=True)

        assert len(found) == len(people)
        assert {(due.subject, *due.to) for due in found} == {(each, each) for each in people}

    def test_of_long_ago_or_of_far_off_is_left_out(self, tea):
        tea()
        UserFactory(role=Role.OFFICER)
        late = key_date_reminders.LATE_FOR.days
        for days in (-late - 1, -late, 7, 8):
            self.a_date(days)

        assert [due.on for due in self.due()] == [today(-late), today(7)]


class TestTheDatesOfTheHub:
    def test_an_assessment_is_reviewed(self):
        officer, assessment = UserFactory(role=Role.OFFICER), an_assessment()
        UserFactory(role=Role.PLACEMENTS)
        OutboxMessage.objects.all().delete()
        first = assessment.review_on - 7 * DAY

        assert remind_of("impact assessment review", noon(first)) == 2  # and who entered it
        assert remind_of("impact assessment review", noon(first)) == 0
        assert officer.email in [to for to, _, _ in letters()]
        _, subject, body = letters()[0]
        assert subject == f"Impact assessment review, {assessment.review_on:%-d %B %Y}"
        assert assessment.decision.number in body
        assert reverse("contracts:decision_detail", args=[assessment.decision_id]) in body
        remind_of("impact assessment review", noon(assessment.review_on + DAY))
        assert letters()[-1][1].startswith("Overdue: ")

    def test_an_application_is_decided_and_once_it_is_nobody_is_reminded(self):
        UserFactory(role=Role.MANAGER)
        application = received()

        assert remind_of("application to decide", noon(today(14))) > 0
        words = letters()[-1][2]
        assert str(application.reference) not in words
        assert "have a manager approve the outcome" in words
        assert "We do not name it in an email:" in words
        application.withdraw(by=application.started_by)
        assert remind_of("application to decide", noon(today(40))) == 0

    def test_a_provider_replies_to_a_proposal(self):
        membership = member()
        consequence = proposed(membership.school)
        owner = membership.provider.owners().get().user
        OutboxMessage.objects.all().delete()

        remind_of("reply to a proposal", noon(consequence.reply_until - DAY))

        ((to, subject, body),) = letters()
        assert (to, subject.partition(",")[0]) == (owner.email, REPLY)
        assert reverse("kpis:consequence_detail", args=[consequence.pk]) in body
        consequence.answer(by=owner, reply="Two teachers left.")
        assert remind_of("reply to a proposal", noon(consequence.reply_until)) == 0

    def test_members_are_checked_for_debarment(self):
        officer = UserFactory(role=Role.OFFICER)
        for provider in (member().provider, member().provider):
            DebarmentCheck.record(provider, by=officer, list_on=today(), result="clear")
        OutboxMessage.objects.all().delete()

        remind_of("debarment check due", noon(today() + QUARTER - 7 * DAY))

        assert [to for to, _, _ in letters()].count(officer.email) == 1
