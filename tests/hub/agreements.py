"""A placement agreement that the provider has to sign."""

from __future__ import annotations

from placements.models import Child
from providers.models import School
from tests.factories.placement_agreements import a_choice, an_agreement
from tests.factories.placement_endings import an_ending
from tests.factories.placements import ChildFactory, PlacementFactory, a_case


def fill(people, provider):
    officer, owner = people["placements"], people["owner"]
    case = a_case(Child.objects.get(), by=officer)
    school = School.objects.get(urn=900001)
    choice, _ = a_choice(
        by=officer,
        member=False,
        case=case,
        school=school,
        owner=owner,
        directed="preference",
        reason="Order of 2 November",
    )
    agreement = an_agreement(choice, by=officer, ends_place_before=True)
    place = PlacementFactory(reference="ELSEWHERE-1", child=ChildFactory(), school=school)
    ending = an_ending(place, by=owner)
    return {
        "ending": ending.pk,
        "placements:placement_end": {"reference": "PLC-1"},
        "placements:placement_ending": {"reference": place.reference},
        "consultation": choice.consultation_id,
        "agreement": agreement.pk,
    }
