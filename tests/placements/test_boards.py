"""The board of phase transfers, the clock to the first consultation, the report off the DPS."""

import datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from placements.models import CaseKind
from placements.reports.off_dps import off_dps
from placements.reports.phase_transfers import named_before, phase_transfers
from tests.factories.accounts import UserFactory
from tests.factories.appeals import an_order
from tests.factories.consultations import BASE, a_consultation, a_reply, choose
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.placements.test_choosing import asked

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture
def officer(client):
    person = UserFactory(role=Role.PLACEMENTS)
    client.force_login(person)
    return person


class TestNamedBefore:
    @pytest.mark.parametrize(
        ("year", "starts_on", "day"),
        [
            (0, DAY(2027, 9, 1), DAY(2027, 2, 15)),
            (7, DAY(2027, 9, 1), DAY(2027, 2, 15)),
            (11, DAY(2027, 9, 1), DAY(2027, 2, 15)),
            (12, DAY(2027, 9, 1), DAY(2027, 3, 31)),
            (13, DAY(2027, 9, 1), DAY(2027, 4, 1)),
            (14, DAY(2027, 7, 31), DAY(2027, 2, 28)),
            (7, DAY(2027, 1, 4), DAY(2026, 2, 15)),
        ],
    )
    def test_is_the_day_of_the_law(self, year, starts_on, day):
        assert named_before(year=year, starts_on=starts_on) == day


class TestBoard:
    def test_has_children_without_a_named_school_the_nearest_day_first(self, officer):
        into_year_8 = a_case(by=officer)
        into_post_16 = a_case(ChildFactory(cohort=2011), by=officer)
        a_case(kind=CaseKind.IN_YEAR, by=officer)
        placed = a_case(by=officer)
        PlacementFactory(child=placed.child, starts_on=timezone.localdate())

        found = phase_transfers(by=officer)

        assert [each.case for each in found] == [into_year_8, into_post_16]
        assert [each.named_before for each in found] == [DAY(2027, 2, 15), DAY(2027, 3, 31)]

    def test_a_child_whose_school_is_chosen_leaves_it(self, officer):
        consultation, owner = asked(officer)
        a_reply(consultation, by=owner)
        assert phase_transfers(by=officer)

        choose(consultation, by=officer)

        assert phase_transfers(by=officer) == []

    def test_counts_whole_weeks_to_the_day_before(self, officer):
        a_case(by=officer)
        (transfer,) = phase_transfers(by=officer)

        weeks = {day: transfer.weeks_left(DAY(2027, 2, day)) for day in (1, 7, 14, 15, 22)}

        assert weeks == {1: 1, 7: 1, 14: 0, 15: -1, 22: -2}

    def test_page_shows_the_weeks_and_the_clock(self, client, officer):
        late = a_case(by=officer, needed_since=timezone.localdate() - datetime.timedelta(days=9))
        early = a_case(by=officer, needed_since=timezone.localdate() - datetime.timedelta(days=1))
        a_consultation(by=officer, case=early)

        text = client.get(reverse("placements:phase_transfer_list")).text

        assert late.child.reference in text
        assert "Not yet: 9 days" in text
        assert "After 1 day" in text
        assert "15 February 2027" in text

    def test_the_clock_stands_on_the_case(self, client, officer):
        case = a_case(by=officer, needed_since=timezone.localdate() - datetime.timedelta(days=4))
        address = reverse("placements:case_detail", args=[case.pk])
        assert "First school consulted" not in client.get(address).text

        a_consultation(by=officer, case=case)

        assert "First school consulted after 4 days" in client.get(address).text


class TestOffDps:
    @pytest.fixture
    def outside(self, officer):
        """A school off the DPS that was chosen though one of the DPS offered for less."""
        outside, owner = asked(officer, member=False, name="Far House")
        a_reply(outside, by=owner)
        inside, owner = asked(officer, case=outside.case)
        cheaper = (BASE | {"amount": Decimal(50_000)},)
        a_reply(inside, by=owner, prices=cheaper)
        proposal = choose(outside, by=officer, off_dps_reason="need", reason="No other")
        proposal.agree(by=UserFactory(role=Role.MANAGER), seen=proposal.digest)
        return outside

    def test_says_how_many_why_and_what_they_cost_more(self, officer, outside):
        member, owner = asked(officer)
        a_reply(member, by=owner)
        choose(member, by=officer)

        report = off_dps(timezone.localdate(), by=officer)

        (row,) = report.rows
        assert (report.chosen, report.percent) == (2, Decimal(50))
        assert (row.cost, row.cheapest, row.more) == (61_184, 50_000, 11_184)
        assert report.reasons == [("No DPS school can meet the need", 1)]
        assert report.more == 11_184

    def test_without_a_dps_offer_nothing_is_compared(self, officer):
        consultation, _ = asked(officer, member=False)
        an_order(consultation.case, by=officer)
        choose(consultation, by=officer, directed="tribunal", reason="Order")

        report = off_dps(timezone.localdate(), by=officer)

        (row,) = report.rows
        assert (row.why, row.cost, row.more) == ("Ordered by the tribunal", None, None)
        assert report.more == 0

    def test_counts_the_month_that_is_asked_for(self, officer, outside):
        last = timezone.localdate().replace(day=1) - datetime.timedelta(days=1)

        assert off_dps(last, by=officer).chosen == 0

    def test_page_and_file_and_command_say_the_same(self, client, officer, outside):
        month = f"{timezone.localdate():%Y-%m}"
        text = client.get(reverse("placements:off_dps_report")).text
        out = StringIO()
        call_command("report", "off_dps", "--month", month, stdout=out)

        assert "Far House" in text
        assert "£11,184" in text
        heading, line = out.getvalue().splitlines()
        assert heading.startswith("Child,School,Chosen,Why,Cost a year")
        assert line.endswith("61184.00,50000.00,11184.00")

    @pytest.mark.parametrize("month", ["2026-13", "soon", "", "26-11"])
    def test_says_how_to_ask_for_a_month(self, client, officer, month):
        response = client.get(reverse("placements:off_dps_report"), {"month": month})

        assert "Select a month" in response.text
        assert response.context_data["report"] is None

    def test_is_not_for_finance(self, client, outside):
        client.force_login(UserFactory(role=Role.FINANCE))

        assert client.get(reverse("placements:off_dps_report")).status_code == 403

    @pytest.mark.parametrize("role", [Role.OFFICER, Role.PLACEMENTS, Role.FINANCE])
    def test_is_linked_for_whom_it_is(self, client, role):
        client.force_login(UserFactory(role=role))
        page = reverse("placements:off_dps_report")

        opens = client.get(page).status_code == 200

        assert (f'href="{page}"' in client.get(reverse("placements:report_list")).text) == opens
