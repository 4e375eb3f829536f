"""By when an option is decided: worked back from the end of the term, reminded of, on the page."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements import extending
from contracts.arrangements.call_in import takes_effect_on
from contracts.arrangements.deadlines import work_out
from contracts.arrangements.decide_by import last_days, undecided
from contracts.arrangements.law import LawBook
from contracts.models import Vehicle
from nmiss.across.home import reminding
from nmiss.base.accounts.key_dates import dates_of
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import noon
from nmiss.base.core.models import LegalParameter, NonWorkingDay, OutboxMessage, Reminder
from tests.contracts.arrangements.pages import get
from tests.factories.accounts import UserFactory
from tests.factories.contracts import a_decision
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
# The term of the DPS with its second option (25/00007: "ending on 31 August 2028" with all three).
ENDS_ON = "2027-08-31"


def day(text):
    return datetime.date.fromisoformat(text)


def option_after(ends_on=ENDS_ON):
    """The first option of an arrangement whose term ends on a day."""
    vehicle = Vehicle.establish(
        by=None,
        lots=1,
        name=f"DPS to {ends_on}",
        kind="framework",
        established_on=day("2022-09-01"),
        starts_on=day("2022-09-01"),
        initial_ends_on=day(ends_on),
        option_count=2,
    )
    return vehicle.options.get(number=1)


def worked_back(ends_on):
    found = last_days(option_after(ends_on), LawBook.read())
    return [str(each) for each in (found.notice_by, found.decide_by, found.letter_by)]


class TestTheLastDays:
    @pytest.mark.parametrize(
        ("ends_on", "notice_by", "decide_by", "letter_by"),
        [
            # 28 days before is a Tuesday; six working days before that a Monday
            ("2027-08-31", "2027-06-27", "2027-07-26", "2027-08-03"),
            # a Monday, and six working days before it the Friday of the week before last
            ("2026-08-31", "2026-06-25", "2026-07-24", "2026-08-03"),
            # 28 days before is Sunday 27 December: letters go out on Christmas Eve
            ("2026-01-24", "2025-11-17", "2025-12-16", "2025-12-24"),
            # 29 February as an end
            ("2028-02-29", "2027-12-26", "2028-01-24", "2028-02-01"),
        ],
    )
    def test_are_worked_back_from_the_end_of_the_term(
        self, ends_on, notice_by, decide_by, letter_by
    ):
        assert worked_back(ends_on) == [notice_by, decide_by, letter_by]

    @pytest.mark.parametrize("ends_on", ["2027-08-31", "2026-01-24", "2027-04-30"])
    def test_lead_forward_again_to_the_same_days_and_a_day_later_is_too_late(self, ends_on):
        found = last_days(option_after(ends_on), LawBook.read())

        assert work_out("key_decision", found.notice_by).due_on == found.decide_by
        assert takes_effect_on(found.decide_by) == found.letter_by <= day(ends_on) - 28 * DAY
        following = found.decide_by + (3 if found.decide_by.weekday() == 4 else 1) * DAY
        assert takes_effect_on(following) > found.letter_by

    def test_leave_out_our_own_closures(self):
        NonWorkingDay.objects.create(day=day("2027-07-28"), reason="Moving house")

        assert worked_back(ENDS_ON) == ["2027-06-24", "2027-07-23", "2027-08-03"]

    def test_follow_the_time_that_providers_are_given(self):
        LegalParameter.objects.filter(key="extension_letter").update(value=90)

        assert worked_back(ENDS_ON) == ["2027-04-25", "2027-05-24", "2027-06-02"]


class TestWhatIsUndecided:
    def test_is_the_next_option_of_a_term_that_lasts(self):
        option = option_after()

        assert [each for each, _ in undecided(day("2027-08-31"))] == [option]
        assert list(undecided(day("2027-09-01"))) == []

    def test_is_undecided_until_a_decision_is_recorded(self):
        option, today = option_after(), timezone.localdate()
        option.propose(by=UserFactory(role=Role.OFFICER), reason="No successor is ready.")
        assert [each for each, _ in undecided(today)] == [option]

        decision = a_decision(option.vehicle)
        extending.decide(option, by=UserFactory(role=Role.MANAGER), decision=decision)

        assert list(undecided(today)) == []

    def test_is_nothing_once_an_option_lapsed(self):
        option = option_after()
        option.lapse(by=UserFactory(role=Role.MANAGER), reason="The framework is in place.")

        assert list(undecided(timezone.localdate())) == []

    def test_is_found_in_as_many_queries_for_many(self, django_assert_num_queries):
        for ends_on in (ENDS_ON, "2027-10-31", "2027-12-31"):
            option_after(ends_on)

        with django_assert_num_queries(3):
            assert len(list(undecided(day("2026-11-27")))) == 3


class TestTheReminder:
    STEPS = ["2026-07-26", "2026-10-26", "2027-01-26", "2027-04-26", "2027-06-26"]

    @pytest.fixture
    def team(self):
        return [UserFactory(role=Role.OFFICER), UserFactory(role=Role.MANAGER)]

    def on_ledger(self):
        rows = Reminder.objects.order_by("given_at", "pk")
        return list(dict.fromkeys(rows.values_list("kind", flat=True)))

    def test_comes_12_9_6_3_and_1_months_before_and_on_no_other_day(self, team):
        option_after()
        UserFactory(role=Role.FINANCE)
        first, last = day("2026-07-20"), day("2027-08-31")
        given = {}
        for count in range((last - first).days + 1):
            if told := remind_of("extension", noon(first + count * DAY)):
                given[str(first + count * DAY)] = told

        assert given == dict.fromkeys(self.STEPS, len(team))
        assert self.on_ledger() == [
            f"extension, {months} months before" for months in (12, 9, 6, 3, 1)
        ]
        assert set(Reminder.objects.values_list("due_on", flat=True)) == {day("2027-07-26")}
        told = set(Reminder.objects.values_list("recipient", flat=True))
        assert told == {each.email for each in team}

    def test_says_the_last_day_of_each_step(self, team):
        option = option_after()

        remind_of("extension", noon(day("2027-01-26")))

        letter = OutboxMessage.objects.first().payload
        name = str(option.vehicle)
        assert letter["subject"] == f"{name}: decide on option 1 to extend by 26 July 2027"
        for words in (
            "ends on 31 August 2027",
            "Notice of the key decision: 27 June 2027",
            "Decision published: 26 July 2027",
            "letters to providers sent: 3 August 2027",
            reverse("contracts:option_detail", args=[option.pk]),
        ):
            assert words in letter["body"]

    def test_is_late_after_days_off_and_only_the_newest_is_said(self, team):
        option_after()

        assert remind_of("extension", noon(day("2027-05-05"))) == len(team)
        assert self.on_ledger() == ["extension, 3 months before"]
        assert remind_of("extension", noon(day("2027-08-02"))) == len(team)
        subject = OutboxMessage.objects.order_by("-pk")[0].payload["subject"]
        assert subject.endswith("option 1 to extend is not decided")
        assert remind_of("extension", noon(day("2027-08-31"))) == 0

    def test_comes_at_the_end_of_a_shorter_month_on_its_own_day(self, team):
        """The decision is due by 31 March: a month before it is the last of February."""
        LegalParameter.objects.filter(key="extension_letter").update(value=22)
        option = option_after("2027-04-30")
        assert last_days(option, LawBook.read()).decide_by == day("2027-03-31")
        remind_of("extension", noon(day("2027-01-01")))

        assert remind_of("extension", noon(day("2027-02-27"))) == 0
        assert remind_of("extension", noon(day("2027-02-28"))) == len(team)

    def test_is_over_once_it_is_decided(self, team):
        option = option_after()
        option.propose(by=team[0], reason="No successor is ready.")
        extending.decide(option, by=team[1], decision=a_decision(option.vehicle))

        assert remind_of("extension", noon(day("2027-07-26"))) == 0


class TestThePages:
    def test_of_reminders_says_the_next_day_also_where_the_decision_is_far_off(self):
        option_after()

        (near, far) = (
            reminding.schedule_of("extension", today=day(today))
            for today in ("2026-11-27", "2025-08-15")
        )

        assert near.kind.in_words == "12, 9, 6, 3 and 1 months before"
        assert (str(near.next_on), str(far.next_on)) == ("2027-01-26", "2026-07-26")

    def test_of_an_option_says_its_last_days_until_it_is_decided(self, client):
        option = option_after()
        client.force_login(UserFactory(role=Role.OFFICER))

        page = get(client, "option_detail", option.pk)

        for words in ("27 June 2027", "26 July 2027", "3 August 2027"):
            assert words in page
        option.lapse(by=UserFactory(role=Role.MANAGER), reason="The framework is in place.")
        assert "26 July 2027" not in get(client, "option_detail", option.pk)

    def test_of_key_dates_have_the_day(self):
        option = option_after()

        found = dates_of(None, day("2027-07-01"), day("2027-07-31"), today=day("2026-11-27"))

        assert [(str(each.on), each.subject, each.who) for each in found] == [
            ("2027-07-26", f"Option 1 of {option.vehicle}", "Commissioning team")
        ]
