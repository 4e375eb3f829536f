"""A placement that has prices is imported again only with a person's yes."""

from io import StringIO

import pytest
from django.core.management import call_command

from nmiss.base.accounts.models import Role
from nmiss.base.importing.tables import Rejected
from placements.imports import import_placements
from placements.models import ChildIdentity, Placement, PriceLine
from tests import county
from tests.factories.accounts import UserFactory
from tests.factories.placement_agreements import a_choice, an_agreement, in_force

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _priced(take_schools, take_placements, take_prices):
    take_schools()
    take_placements({}, {"placement_ref": "PLC-2", "pupil_ref": "C2"})
    take_prices()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"annual_fee": "40000"}, "annual_fee from £36,500 to £40,000"),
        ({"ended_on": "2026-07-24"}, "ended_on from nothing to 24 July 2026"),
        ({"provision": "residential_38"}, "provision from Day to Residential, up to 38 weeks"),
        ({"home_postcode": "CT1 1AA"}, "(home_postcode)"),
    ],
    ids=str,
)
def test_a_difference_is_reported_and_nothing_changes(take_placements, row, said):
    before = _all()

    with pytest.raises(Rejected) as rejected:
        take_placements(row, {"placement_ref": "PLC-3", "pupil_ref": "C3"})

    [fault] = rejected.value.faults
    assert (fault.line, fault.column, fault.value) == (2, "placement_ref", "PLC-1")
    assert said in fault.remedy
    assert "confirm its preview" in fault.remedy
    assert _all() == before


def test_a_place_that_both_sides_agreed_is_reported_too(take_placements):
    officer = UserFactory(role=Role.PLACEMENTS)
    choice, owner = a_choice(by=officer)
    place = in_force(an_agreement(choice, by=officer), owner=owner).placement
    child = place.child
    row = {
        **{"placement_ref": place.reference, "pupil_ref": child.reference, "sex": child.sex},
        **{"date_of_birth": str(child.identity.birth_date), "school_urn": str(place.school.urn)},
        **{"starts_on": str(place.starts_on), "annual_fee": "99000", "route": "call_off"},
    }
    before = _all()

    with pytest.raises(Rejected) as rejected:
        take_placements(row)

    [fault] = rejected.value.faults
    assert fault.value == place.reference
    assert "confirm its preview" in fault.remedy
    assert _all() == before


def test_the_same_rows_come_in_again(take_placements):
    outcome = take_placements({}, {"placement_ref": "PLC-2", "pupil_ref": "C2"})

    assert outcome.unchanged == 2


def test_a_placement_without_prices_changes_as_ever(take_placements):
    row = {"placement_ref": "PLC-2", "pupil_ref": "C2", "annual_fee": "1"}
    PriceLine.objects.get().void(by=UserFactory(role=Role.OFFICER), reason="Wrong")

    assert take_placements(row, {"annual_fee": "2"}).changed == 2


def test_who_confirms_a_preview_says_yes(tmp_path):
    file = county.table(tmp_path / "p.csv", county.PLACEMENT | {"annual_fee": "40000"})

    assert import_placements(file, by=UserFactory(role=Role.OFFICER)).changed == 1


def test_the_command_takes_a_yes(tmp_path):
    file = county.table(tmp_path / "p.csv", county.PLACEMENT | {"annual_fee": "40000"})
    err = StringIO()

    with pytest.raises(SystemExit):
        call_command("import_placements", str(file), stdout=StringIO(), stderr=err)
    assert "--change-priced" in err.getvalue()
    call_command("import_placements", str(file), "--change-priced", stdout=StringIO(), stderr=err)

    assert Placement.objects.get(reference="PLC-1").annual_fee == 40_000


def _all():
    return [list(model.objects.order_by("pk").values()) for model in (Placement, ChildIdentity)]
