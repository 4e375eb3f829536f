"""A return that is not due yet is not missing; and a school has one standing, on every page."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from kpis import certifying, reviewing
from kpis.actions import write_standings
from kpis.filling import filling_of
from kpis.models import KpiReturn, ReturnRules, Term
from kpis.periods import Periods
from kpis.rating import State
from kpis.reports import rated_in, standings_in
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from providers.models import School, Standing
from tests.factories.accounts import UserFactory
from tests.factories.kpis import accepted, asked_for, filled_in, people_of, sent
from tests.factories.providers import ProviderFactory
from tests.seen import seen

pytestmark = pytest.mark.django_db
QUARTER = "2025-Q3"
GOOD = {"attended": 95, "possible": 100}
LONG_AGO = datetime.timedelta(days=40)


@pytest.fixture
def school(two_schools, take_indicators):
    take_indicators()
    found = School.objects.get(urn=900001)
    found.provider = ProviderFactory()
    found.save()
    return found


@pytest.fixture
def officer(client):
    user = UserFactory(role=Role.OFFICER)
    client.force_login(user)
    return user


def overdue(kpi_return, by=LONG_AGO):
    due_on = timezone.localdate() - by
    KpiReturn.objects.filter(pk=kpi_return.pk).update(
        due_on=due_on, first_until=timezone.localdate(), correct_until=timezone.localdate()
    )
    kpi_return.refresh_from_db()
    return kpi_return


def of_quarter(client, name, *args):
    return client.get(reverse(f"kpis:{name}", args=args), {"period": QUARTER})


def state_at(client, school):
    rows = of_quarter(client, "rating_indicator", "K01").context_data["page"].rows
    return next(cell for cell in rows if cell.school == school).result.state


def missing_at(client):
    return [
        each.school.urn for each in of_quarter(client, "rating_missing").context_data["page"].rows
    ]


class TestBeforeTheDeadline:
    def test_a_return_is_not_due_yet_and_nothing_is_missing(self, client, officer, school):
        asked_for(QUARTER, school)

        assert state_at(client, school) == State.NOT_DUE
        assert missing_at(client) == [900002]
        matrix = seen(of_quarter(client, "rating_matrix")).main.words
        assert "Not due yet" in matrix
        assert "… Not due yet" in matrix
        of_school = of_quarter(client, "rating_school", 900001)
        (part,) = of_school.context_data["parts"]
        assert part["rows"][0]["trend"].newest.result.state == State.NOT_DUE

    def test_from_the_day_after_it_is_missing(self, client, officer, school):
        overdue(asked_for(QUARTER, school), by=datetime.timedelta(days=1))

        assert state_at(client, school) == State.NOT_SUBMITTED
        assert missing_at(client) == [900001, 900002]

    def test_the_reports_of_the_command_line_say_what_was_submitted(self, school):
        asked_for(QUARTER, school)
        period = Term.objects.periods().named(QUARTER)

        assert {each.result.state for each in rated_in(period)} == {State.NOT_SUBMITTED}
        assert {each.judged.word for each in standings_in(period)} == {"not_returned"}

    def test_no_standing_is_written_until_the_return_has_had_its_time(self, school):
        kpi_return = asked_for(QUARTER, school)
        period = Term.objects.periods().named(QUARTER)

        write_standings(period, by=None)
        assert not school.standings.exists()
        overdue(kpi_return, by=datetime.timedelta(days=5))
        write_standings(period, by=None)
        assert not school.standings.exists()
        overdue(kpi_return)
        write_standings(period, by=None)
        assert school.standings.get().reason == "not_returned"


class TestOneStanding:
    @pytest.fixture
    def judged(self, school):
        """A school whose return never came, and which was judged so."""
        kpi_return = overdue(asked_for(QUARTER, school))
        write_standings(Term.objects.periods().named(QUARTER), by=None)
        assert school.standings.get().reason == "not_returned"
        return kpi_return

    def test_is_written_as_soon_as_the_return_comes_and_every_page_says_it(
        self, client, officer, school, judged
    ):
        sent(judged, *people_of(judged), **GOOD)

        assert Standing.objects.filter(school=school).newest_first()[0].band == "good"
        assert school.standings.count() == 2
        matrix = of_quarter(client, "rating_matrix").text
        assert matrix.index("Good") < matrix.index("Not returned")
        own = seen(of_quarter(client, "rating_school", 900001)).main.words
        today = f"{timezone.localdate():%-d %B %Y}"
        assert f"Standing for {QUARTER}, written on {today}: Good" in own
        page = seen(client.get(reverse("placements:school_detail", args=[900001]))).main.words
        assert f"Good For {QUARTER}, as at 30 September 2025, written on {today}." in page

    def test_is_written_at_once_where_the_last_return_comes_after_the_others_were_judged(
        self, officer, two_schools, take_indicators
    ):
        take_indicators()
        today = timezone.localdate()
        ReturnRules.set_from(today - datetime.timedelta(days=400), by=None)
        period = Periods().last_ended("quarter", today - datetime.timedelta(days=60))
        school = School.objects.get(urn=900001)
        school.provider = ProviderFactory()
        school.save()
        kpi_return = asked_for(period.name, school)
        write_standings(period, by=None)
        assert not school.standings.exists()

        sent(kpi_return, *people_of(kpi_return), **GOOD)

        assert school.standings.get(period_name=period.name).band == "good"

    def test_is_written_again_where_an_officer_excuses_the_school(self, officer, school, judged):
        with acting_for(officer):
            reviewing.excuse(judged, by=officer, reason="A flood closed it.")

        assert Standing.objects.newest_first().filter(school=school)[0].reason == (
            "nothing_applicable"
        )

    def test_of_an_earlier_period_is_never_that_of_a_later_one(
        self, client, officer, school, judged
    ):
        page = client.get(reverse("kpis:rating_school", args=[900001]), {"period": "2025-Q2"})

        assert page.context_data["standing"] is None
        assert "No standing is written for this period yet" in seen(page).main.words


class TestWhoSaved:
    @pytest.fixture
    def saved_at(self, school):
        """What a section of an accepted return says, and its officer."""

        def times(kpi_return):
            saved = filling_of(kpi_return).known.saved
            return {key: (each.saved_by, each.saved_at) for key, each in saved.items()}

        return times

    def test_stays_as_it_was_where_an_officer_asks_or_the_school_corrects(
        self, officer, school, saved_at
    ):
        kpi_return = asked_for(QUARTER, school)
        editor, owner = people_of(kpi_return)
        sent(kpi_return, editor, owner, **GOOD)
        before = saved_at(kpi_return)
        assert {person for person, _ in before.values()} == {editor}

        with acting_for(officer):
            reviewing.query(kpi_return, {"K01": "How did you count?"}, by=officer)
        assert saved_at(kpi_return) == before

        filled_in(kpi_return, editor, **GOOD)
        assert saved_at(kpi_return)["K01"][1] > before["K01"][1]

    def test_stays_with_a_correction(self, officer, school, saved_at):
        kpi_return = asked_for(QUARTER, school)
        editor, owner = people_of(kpi_return)
        accepted(kpi_return, editor, owner, officer, **GOOD)
        before = saved_at(kpi_return)

        certifying.correct(kpi_return, by=owner)

        assert saved_at(kpi_return) == before
