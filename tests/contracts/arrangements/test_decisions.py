"""Decisions: the register, what comes in from the past, and what the database asks of options."""

import datetime

import pytest
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements.past_decisions import DECISIONS
from contracts.models import Decision, ExtensionOption, OptionStatus, Vehicle
from nmiss.base.accounts.models import Role
from tests.county import DECISION as ROW
from tests.county import table
from tests.factories.accounts import UserFactory
from tests.factories.contracts import a_decision, the_dps_of_the_report, use_option
from tests.faults import faults_of

pytestmark = pytest.mark.django_db
SECOND = {
    "number": "26/00031",
    "decided_on": "2026-06-08",
    "published_on": "2026-06-09",
    "option": "2",
}


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def take(tmp_path):
    def take_in(*rows, **options):
        path = table(tmp_path / "decisions.csv", *(ROW | row for row in rows))
        return DECISIONS.take_in(path, by=None, **options)

    return take_in


class TestImportDecisions:
    def test_takes_decisions_and_the_options_that_they_used(self, take):
        first = {"number": "21/00049", "decided_on": "2021-07-05", "published_on": "2021-07-06",
                 "option": ""}  # fmt: skip

        outcome = take(first, SECOND, {})

        assert outcome.new == 3
        dps = Vehicle.objects.get()
        assert dps.ends_on == day("2027-08-31")
        assert dps.end_on(day("2026-08-31")) == day("2026-08-31")
        used = dps.options.in_effect().in_order()
        assert [each.decision.number for each in used] == ["25/00007", "26/00031"]
        decision = Decision.objects.get(number="25/00007")
        assert (decision.is_key, decision.effective_on) == (True, day("2025-02-24"))
        assert decision.call_in_ends_on == day("2025-02-21")

    def test_changes_nothing_the_second_time(self, take):
        take({}, SECOND)

        outcome = take({}, SECOND)

        assert (outcome.new, outcome.changed, outcome.unchanged) == (0, 0, 2)

    def test_corrects_what_it_knows(self, take):
        take({"option": ""})

        outcome = take({"title": "Extension for a year"})

        assert [str(each) for each in outcome.changes] == [
            "decision 25/00007: title from Extension to Extension for a year",
            "decision 25/00007: option from nothing to 1",
        ]
        assert Vehicle.objects.get().ends_on == day("2026-08-31")

    def test_writes_nothing_in_a_dry_run(self, take):
        take({}, dry_run=True)

        assert not Decision.objects.exists()
        assert not Vehicle.objects.exists()

    @pytest.mark.parametrize(
        ("rows", "column", "remedy"),
        [
            ([{"number": "25/007"}], "number", "two and five digits"),
            ([{}, {}], "number", "line 2 has this decision"),
            ([{"title": ""}], "title", "enter a value"),
            ([{"key": "perhaps"}], "key", "enter yes or no"),
            ([{"decided_on": ""}], "decided_on", "enter a date"),
            ([{"published_on": "2025-02-13"}], "published_on", "taken on 14 February 2025"),
            ([{"vehicle": "Another"}], "vehicle", "enter one of NMISS Dynamic Purchasing System"),
            ([{"option": "4"}], "option", "has 3 options: enter 1 to 3"),
            ([{"option": "0"}], "option", "has 3 options: enter 1 to 3"),
            ([{"option": "2"}], "option", "enter the decision that used option 1"),
            ([{}, SECOND | {"option": "1"}], "option", "taken (decision 25/00007)"),
            ([{"published_on": "2099-12-30"}], "published_on", "may be called in"),
        ],
    )
    def test_says_what_is_wrong(self, take, rows, column, remedy):
        where, remedies = faults_of(take, *rows)

        assert [each for _, each, _ in where] == [column]
        assert remedy in remedies[0]
        assert not Decision.objects.exists()

    def test_is_of_the_vehicle_that_it_is_of(self, take):
        take({})
        another = Vehicle.establish(
            by=None, lots=1, name="Another", kind="spot", starts_on=day("2022-09-01")
        )

        _, (remedy,) = faults_of(take, {"vehicle": another.name, "option": ""})

        assert "we have this decision for NMISS" in remedy

    def test_takes_no_option_on_which_work_has_begun(self, take):
        the_dps_of_the_report().options.filter(number=1).update(status="proposed")

        _, (remedy,) = faults_of(take, {})

        assert "work on it has begun" in remedy


class TestOptionsAndTheirDecisions:
    def test_take_effect_on_their_first_day(self):
        dps = the_dps_of_the_report()
        for number in (1, 2):
            use_option(dps, number)
        third = dps.options.get(number=3)

        third.take_over(a_decision(dps, decided_on=day("2026-11-02")), by=None)

        assert third.status == OptionStatus.NOTIFIED
        dps.refresh_from_db()
        assert dps.ends_on == day("2027-08-31")

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            (lambda: {"decision": a_decision(None)}, "about another vehicle"),
            (lambda: {"decision": a_decision(dps(), published_on=None)}, "is not published"),
            (lambda: {"decision": a_decision(dps(), **in_call_in())}, "may still be called in"),
        ],
    )
    def test_the_database_refuses(self, given, says):
        the_dps_of_the_report()

        with pytest.raises(DatabaseError, match=says):
            ExtensionOption.objects.filter(number=1).update(
                **{"status": "in_effect", "notified_on": day("2025-03-01")},
                **{"notice_reference": "F20", "override": "Advice 1"},
                **given(),
            )

    def test_the_database_refuses_one_before_its_first_day(self):
        for number in (1, 2):
            use_option(dps(), number)
        decision = a_decision(dps(), decided_on=day("2026-10-01"))

        with pytest.raises(DatabaseError, match="on its first day"):
            ExtensionOption.objects.filter(number=3).update(
                **{"status": "in_effect", "notified_on": day("2026-10-10")},
                **{"notice_reference": "F20", "override": "Advice 1", "decision": decision},
            )


def dps():
    return the_dps_of_the_report()


def in_call_in():
    return {"decided_on": timezone.localdate(), "published_on": timezone.localdate()}


class TestDecision:
    def test_stands_where_its_days_say(self):
        decision = a_decision(dps())

        standing = decision.standing
        assert standing(day("2025-02-13")) == "Planned"
        assert standing(day("2025-02-14")) == "In call-in"
        assert standing(day("2025-02-24")) == "In effect"

    def test_is_not_live_once_superseded(self):
        first = a_decision(dps())
        a_decision(dps(), "25/00009", day("2025-03-03"), corrects=first, correction="supersedes")

        live = Decision.objects.live
        assert not live(day("2025-02-23")).exists()
        assert live(day("2025-02-24")).get() == first
        assert [each.number for each in live(day("2025-03-11"))] == ["25/00009"]


class TestTheRegister:
    @pytest.fixture
    def officer(self, client):
        person = UserFactory(role=Role.OFFICER)
        client.force_login(person)
        return person

    def post(self, client, name="decision_add", *args, **other):
        facts = {
            "number": "25/00007",
            "title": "Extension",
            "vehicle": dps().pk,
            "maker_title": "Cabinet member",
            "classification": "open",
            "urgency": "notice",
        }
        return client.post(reverse(f"contracts:{name}", args=args), facts | other, follow=True)

    def test_grows_as_the_decision_is_taken(self, client, officer):
        self.post(client)
        decision = Decision.objects.get()
        assert (decision.recorded_by, decision.effective_on) == (officer, None)

        page = self.post(
            client,
            "decision_edit",
            decision.pk,
            decided_on="2025-02-14",
            published_on="2025-02-14",
        )

        words = " ".join(page.content.decode().split())
        assert "21 February 2025" in words  # the last day of call-in
        assert "24 February 2025" in words
        decision.refresh_from_db()
        assert decision.effective_on == day("2025-02-24")

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            ({"number": "25/7"}, "Enter the number as two and five digits"),
            ({"is_key": "on"}, "Enter why it is a key decision"),
            ({"maker_title": ""}, "Enter the title of the maker"),
            ({"is_key": "on"}, "Enter the name of the decision-maker"),
            (
                {"notice_on": "2025-02-14", "decided_on": "2025-02-14"},
                "Enter a day after the notice, 14 February 2025",
            ),
            (
                {"is_key": "on", "notice_on": "2026-09-01", "decided_on": "2026-09-29"},
                "Enter 30 September 2026 or a later day: 28 clear days after the notice",
            ),
            (
                {
                    **{"is_key": "on", "notice_on": "2026-09-01", "decided_on": "2026-09-06"},
                    "urgency": "general_exception",
                },
                "Enter 7 September 2026 or a later day: 5 clear days after the notice",
            ),
            ({"urgency": "special_urgency"}, "Enter why the usual notice was impracticable"),
            ({"is_key": "on", "decided_on": "2025-02-14"}, "a key decision needs its notice"),
            ({"decided_on": "2099-01-01"}, "Leave this blank until the decision is taken"),
            ({"published_on": "2025-02-14"}, "Enter the day on which the decision was taken"),
            (
                {"decided_on": "2025-02-14", "published_on": "2025-02-13"},
                "Enter 14 February 2025 or a later day",
            ),
            ({"correction": "rectifies"}, "Choose the earlier decision"),
            ({"budget": "much"}, "Enter an amount in pounds"),
        ],
    )
    def test_says_what_is_wrong(self, client, officer, given, says):
        page = self.post(client, **given)

        assert says in page.content.decode()
        assert not Decision.objects.exists()

    def test_shows_options_and_delegations(self, client, officer):
        vehicle = dps()
        use_option(vehicle, 1)
        decision = Decision.objects.get()
        there = reverse("contracts:delegation_add", args=[decision.pk])

        client.post(there, {"to": "Director", "scope": "To extend", "limit": "£1,000"})

        words = client.get(reverse("contracts:decision_detail", args=[decision.pk])).text
        assert "Option 1 of NMISS" in words
        assert "To Director: To extend, up to £1,000" in words
        assert decision.number in client.get(reverse("contracts:decision_list")).text
        assert (
            decision.number
            in client.get(reverse("contracts:vehicle_detail", args=[vehicle.pk])).text
        )
