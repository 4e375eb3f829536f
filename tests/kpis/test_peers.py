"""A provider's people see their own values and a median of others: here one tries to see more."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse

from kpis.reports.peers import main_needs, rounded
from nmiss.base.accounts.models import Role
from placements.models import Placement
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
ASKED = {"period": "2024-Q4"}
OTHERS = range(900011, 900018)  # seven, of which five are of the same need
VALUES = ["91.37", "83.19", "88.53", "95.71", "79.83", "93.47", "86.29"]


@pytest.fixture
def ours(client, take_schools, take_members, take_indicators, take_returns):
    """Our school, 900001, with 90.11; and others, each of a provider of its own."""
    take_schools(
        {},
        *(
            {"URN": str(urn), "EstablishmentName": f"Other {urn}", "SEN2 (name)": ""}
            for urn in OTHERS
        ),
    )
    take_members(
        {},
        *(
            {"school_urn": str(urn), "provider_name": f"P{urn}", "company_number": f"ZZ{urn}"}
            for urn in OTHERS
        ),
    )
    take_indicators({"formula": "attendance"})
    take_returns(("2024-Q4", "attendance", "90.11"))
    for urn, value in zip(OTHERS, VALUES, strict=True):
        take_returns((urn, "2024-Q4", "attendance", value))
    school = School.objects.get(urn=900001)
    client.force_login(ProviderMemberFactory(provider=school.provider).user)
    return school


def page(client, name, *args, **query):
    return client.get(reverse(f"kpis:{name}", args=args), ASKED | query)


def reached(client):
    """All that the provider's people can open of ratings, as text."""
    pages = [page(client, "rating_school", 900001), page(client, "rating_cell", 900001, "K01")]
    pages += [client.get(reverse("placements:school_detail", args=[900001]))]
    pages += [client.get(reverse("placements:school_list")), client.get(reverse("home:home"))]
    file = client.get(
        reverse("files:listing_csv", args=["kpi-school"]), ASKED | {"school": "900001"}
    )
    return " ".join([*(each.text for each in pages), b"".join(file.streaming_content).decode()])


def test_nobody_sees_a_value_of_another_school(client, ours):
    text = reached(client)

    assert "90.11" in text
    for value in VALUES:
        assert value not in text
        assert not re.search(rf"\b{float(value):.1f}\b", text)
    for urn in OTHERS:
        assert str(urn) not in text
        assert page(client, "rating_school", urn).status_code == 404
        assert page(client, "rating_cell", urn, "K01").status_code == 404
        asked = ASKED | {"school": str(urn)}
        for kind in ("csv", "xlsx"):
            file = reverse(f"files:listing_{kind}", args=["kpi-school"])
            assert client.get(file, asked).status_code == 400
    for name in ("kpi-ratings", "kpi-standings", "kpi-not-returned", "kpi-published"):
        assert client.get(reverse("files:listing_csv", args=[name]), ASKED).status_code == 403
    for name in ("rating_matrix", "rating_missing", "rating_published"):
        assert page(client, name).status_code == 403
    assert page(client, "rating_indicator", "K01").status_code == 403


def test_the_median_is_of_all_others_and_rounded(client, ours):
    shown = page(client, "rating_cell", 900001, "K01").context_data["median"]

    assert (shown.value, shown.schools, shown.need) == (Decimal(89), 7, "")


def test_where_five_others_have_the_same_main_need_it_is_of_them(client, ours, take_placements):
    take_placements(
        *(
            {"placement_ref": f"P{urn}", "pupil_ref": f"C{urn}", "school_urn": str(urn)}
            | {"primary_need": "SEMH"}
            for urn in (900001, *OTHERS[:5])
        )
    )

    shown = page(client, "rating_cell", 900001, "K01")

    median = shown.context_data["median"]
    assert (median.value, median.schools) == (Decimal(89), 5)  # of 88.53, the middle one
    assert median.need == "Social, emotional and mental health"
    assert "88.53" not in shown.text


def test_of_fewer_than_five_there_is_none(client, ours, take_members):
    # Three others are run by the same provider, and it knows their values.
    School.objects.filter(urn__in=OTHERS[:3]).update(provider=ours.provider)

    shown = page(client, "rating_school", 900001)

    assert shown.context_data["medians"] == {}
    assert "Fewer than five" in shown.text


def test_the_main_need_is_that_of_most_children_or_the_only_one_of_the_register(
    ours, take_placements
):
    needs = ("ASD", "SEMH", "SEMH")
    take_placements(
        *(
            {"placement_ref": f"P{n}", "pupil_ref": f"C{n}", "primary_need": need}
            for n, need in enumerate(needs)
        )
    )
    other = School.objects.get(urn=OTHERS[0])
    day = Placement.objects.first().starts_on

    found = main_needs([ours.pk, other.pk], day)

    assert found == {ours.pk: "SEMH", other.pk: "ASD"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [("91.37", "91"), ("0.0352", "0.035"), ("123.4", "1.2E+2"), ("0", "0"), ("5", "5.0")],
)
def test_a_median_has_two_figures(value, shown):
    assert str(rounded(Fraction(value))) == shown


def test_officers_see_the_median_beside_the_values(client, ours):
    client.force_login(UserFactory(role=Role.FINANCE))

    assert "89, of 7 other schools" in page(client, "rating_cell", 900001, "K01").text
