"""Small files of the shapes that offices send, each with one oddity that its name tells."""

import datetime
from decimal import Decimal

import pytest

from contracts.membership.imports import import_members
from contracts.models import Membership
from nmiss.base.importing.questions import Unanswered
from nmiss.base.importing.tables import Rejected
from placements.imports import import_placements
from placements.models import Child, Placement
from providers.models import Provider
from tests.county import AWKWARD

pytestmark = pytest.mark.django_db

USUAL = [
    ("ZPL-1", "ZC1", 900001, datetime.date(2024, 9, 2), None, Decimal("61184.00"), "CT20 3QA"),
]


@pytest.fixture(autouse=True)
def _schools(take_schools):
    names = {"900001": "Ash", "900002": "Birch", "900985": "Cedar", "900986": "Elm"}
    take_schools(*[{"URN": urn, "EstablishmentName": name} for urn, name in names.items()])


def places():
    found = Placement.objects.select_related("child__identity", "school").order_by("reference")
    return [
        (
            one.reference,
            one.child.reference,
            one.school.urn,
            one.starts_on,
            one.ended_on,
            one.annual_fee,
            one.child.identity.home_postcode,
        )
        for one in found
    ]


@pytest.mark.parametrize(
    "oddity",
    [
        "blank-rows",
        "date-d-m-yyyy",
        "date-with-time",
        "fee-pound",
        "heading-words",
        "postcode-nospace",
        "tabs",
        "title-row",
    ],
)
def test_placements_with_one_reading_come_in(oddity):
    outcome = import_placements(AWKWARD / f"placements-{oddity}.csv", by=None)

    assert (outcome.new, outcome.warnings) == (1, [])
    assert places() == USUAL


def test_placements_of_one_child_in_two_cases_are_of_one_child():
    with pytest.raises(Rejected) as rejected:
        import_placements(AWKWARD / "placements-ref-case.csv", by=None)

    (fault,) = rejected.value.faults
    assert (fault.line, fault.column) == (3, "starts_on")
    assert "ZC77 has ZPL-1 on line 2 on some of these days" in fault.remedy


def test_placements_of_references_that_differ_in_zeros_ask():
    file = AWKWARD / "placements-leading-zero-refs.csv"
    with pytest.raises(Unanswered):
        import_placements(file, by=None)

    import_placements(file, by=None, answers={"12345": "different"})

    assert Child.objects.count() == 2


def test_members_with_a_blank_row_come_in():
    import_members(AWKWARD / "members-blank-row.csv", by=None)

    assert Membership.objects.count() == 1


def test_members_of_a_company_that_lost_its_zero_are_of_one_provider():
    import_members(AWKWARD / "members-company-lost-zero.csv", by=None)

    assert list(Provider.objects.values_list("name", "company_number")) == [("Ash Ltd", "01234567")]
    assert Membership.objects.count() == 2


def test_members_without_a_company_number_are_of_two_providers():
    import_members(AWKWARD / "members-company-na.csv", by=None)

    assert set(Provider.objects.values_list("name", "company_number")) == {
        ("Ash Ltd", ""),
        ("Elm Ltd", ""),
    }


def test_members_in_two_encodings_are_refused_by_line():
    with pytest.raises(Rejected) as rejected:
        import_members(AWKWARD / "members-mixed-encodings.csv", by=None)

    (fault,) = rejected.value.faults
    assert (fault.line, fault.value) == (3, "O’Brien Schools Ltd")
    assert not Provider.objects.exists()
