"""An appraisal compares the ways on from a term; its figures are frozen, its finding a person's."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.models import Appraisal, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from placements.appraising import AppraisalFacts, Assumptions, Option, ways_on
from placements.models import Placement
from placements.reports.appraisal_facts import averages
from tests.factories.accounts import UserFactory
from tests.factories.extending import DAY, a_member, an_appraisal, an_option
from tests.factories.placements import PlacementFactory

D = datetime.date
FACTS = AppraisalFacts(
    on=D(2026, 11, 27),
    ends_on=D(2027, 8, 31),
    fees=Decimal(1_000_000),
    children=20,
    schools=5,
    headroom=Decimal(3_000_000),
    options=(Option(3, D(2028, 8, 31), needs_consent=True),),
    earliest_effect=D(2027, 1, 8),
)
ASSUMED = Assumptions(
    uplift=Decimal(10),
    starters=10,
    fee=Decimal(50_000),
    premium=Decimal(20),
    procurement_months=15,
    procurement_cost=Decimal(150_000),
)


def ways(facts=FACTS, assumed=ASSUMED):
    return {each["key"]: each for each in ways_on(facts, assumed)}


def costs(way):
    return [Decimal(each["cost"]) for each in way["years"]]


def test_new_places_cost_more_on_days_without_a_contract():
    found = ways()

    # Half of ten places at £60,000 in the first year; then ten, and half of ten more.
    assert costs(found["expire"]) == [1_300_000, 2_090_000, 3_025_000]
    assert costs(found["extend-1"]) == [1_250_000, Decimal("1980000"), Decimal("2904000")]
    assert found["expire"]["total"] == "6415000.00"


def test_a_new_procurement_covers_the_days_after_its_months():
    found = ways()["reprocure"]

    # From 27 February 2028: 179 days of the first year, and the 187 days after it, of 366.
    share = Decimal(187) / 366
    new = 500_000 * (1 + Decimal("0.2") * (1 - share))
    assert costs(found)[0] == round(1_000_000 + new / 2 + 150_000, 2)
    assert found["late"] == [
        "A new arrangement begins on 27 February 2028: 179 days after the term has ended."
    ]
    assert (found["schools_at_risk"], found["children_at_risk"]) == (5, 20)
    on_time = ways(assumed=Assumptions(**ASSUMED.__dict__ | {"procurement_months": 6}))["reprocure"]
    assert (on_time["late"], on_time["schools_at_risk"]) == ([], 0)


def test_an_extension_uses_headroom_and_says_what_the_law_asks():
    found = ways()["extend-1"]

    assert found["headroom"] == "1750000.00"
    assert found["legal"][1] == "Option 3 needs the successor’s consent (section 24 direction)."
    assert (found["late"], found["schools_at_risk"]) == ([], 0)
    late = AppraisalFacts(**FACTS.__dict__ | {"earliest_effect": D(2027, 9, 10), "headroom": None})
    assert ways(late)["extend-1"]["headroom"] is None
    assert "takes effect on 10 September 2027" in ways(late)["extend-1"]["late"][0]


@pytest.mark.django_db
class TestPages:
    @pytest.fixture
    def officer(self):
        return UserFactory(role=Role.OFFICER)

    @pytest.fixture
    def option(self):
        """A member school with a place at £40,000, and a spot purchase elsewhere at £50,000."""
        option = an_option(first_day=200)
        school = a_member(option).provider_members.get().provider.schools.get()
        PlacementFactory(school=school, annual_fee=Decimal(40_000))
        PlacementFactory(annual_fee=Decimal(50_000))
        return option

    def test_an_appraisal_stays_as_it_was(self, client, officer, option):
        client.force_login(officer)
        page = reverse("placements:appraisal_add", args=[option.vehicle.pk])
        form = client.get(page).context["form"]
        assert (form.initial["fee"], form.initial["premium"]) == (40_000, 25)
        assert len(client.post(page, {"uplift": "-1"}).context["form"].errors) == 7
        given = {"title": "For the committee", "uplift": "0", "starters": "0", "fee": "40,000"}
        given |= {"premium": "25", "procurement_months": "12", "procurement_cost": "0"}

        client.post(page, given)
        Placement.objects.update(annual_fee=Decimal(99_000))

        appraisal = Appraisal.objects.get()
        shown = client.get(reverse("placements:appraisal_detail", args=[appraisal.pk]))
        words = " ".join(shown.content.decode().split())
        assert "Not adjusted for need, phase or boarding" in words
        assert "Extra cost of spot purchase, in per cent: 25" in words
        assert "Fee of a new place under contract, a year: £40,000" in words
        assert [each["total"] for each in appraisal.ways] == ["120000.00"] * 4
        assert "£99,000" not in words

    def test_a_person_finds_once_and_two_are_laid_side_by_side(self, client, officer, option):
        first, second = an_appraisal(option), an_appraisal(option)
        client.force_login(officer)
        page = reverse("placements:appraisal_find", args=[first.pk])
        assert client.post(page, {"way": "other", "reason": "No."}).context["form"].errors

        client.post(page, {"way": "expire", "reason": "It costs least."})

        first = Appraisal.objects.with_findings().get(pk=first.pk)
        assert (first.finding.title, first.finding.found_by) == ("Let it expire", officer)
        with pytest.raises(NotAllowedNow, match="has its finding"):
            first.find(by=officer, way="expire", reason="Again.")
        beside = client.get(
            reverse("placements:appraisal_detail", args=[first.pk]), {"with": str(second.pk)}
        )
        assert beside.context["shown"] == [first, second]
        elsewhere = an_appraisal(an_option(name="A third"))
        nothing = {"with": str(elsewhere.pk)}
        page = reverse("placements:appraisal_detail", args=[first.pk])
        assert client.get(page, nothing).context["beside"] is None
        listed = client.get(reverse("placements:appraisal_list", args=[option.vehicle.pk]))
        assert "Finding: Let it expire" in listed.content.decode()

    def test_a_term_without_an_end_has_no_ways_on(self, officer):
        vehicle = Vehicle.objects.create(name="Open", starts_on=timezone.localdate() - DAY)

        with pytest.raises(NotAllowedNow, match="has no last day"):
            Appraisal.prepare(
                vehicle, by=officer, title="A", as_at=vehicle.starts_on, assumptions=[], figures={}
            )

    def test_averages_leave_out_other_routes_elsewhere(self, option):
        PlacementFactory(annual_fee=Decimal(90_000), route="directed")

        found = averages(option.vehicle, timezone.localdate())

        assert (found.members, found.spot, found.spot_places) == (40_000, 50_000, 1)
