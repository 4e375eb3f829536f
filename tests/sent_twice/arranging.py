"""The forms of an arrangement's life: its notices, variations, value, assessments, appraisals."""

from contracts.models import Vehicle
from providers.models import District
from tests.factories.reorganising import an_authority, districts_of
from tests.sent_twice.sendings import Sending, also, day

REASON = {"reason": "Entered twice."}


def _first_round(world):
    also(world, kind="f02", subject="first-round")


def _equality(world):
    also(world, kind="equality")


def _older(world):
    """The arrangement that nobody has planned to take over, and one that may."""
    also(world, vehicle=Vehicle.objects.get(name="An older DPS"))
    also(world, successor=Vehicle.objects.get(kind="open_framework"))


def _county(world):
    """One that nobody has planned to reorganise, with a district."""
    county = an_authority("811", "Another County")
    districts_of(county, Overdown=["CT1"])
    also(world, county=county, lead=an_authority("812", "Another Council"))


def _with_a_district(world):
    world.named |= {"district": District.objects.order_by("pk").first().pk}


ARRANGING = {
    "placements:authority_add": Sending(
        "arrangements", "officer", (), {"code": "887", "name": "Medway"}
    ),
    "placements:district_add": Sending(
        *("arrangements", "officer", ()),
        lambda world: {
            "name": "Southdown",
            "authority": world["county"],
            "outward_codes": "CT2, CT3",
        },
        first=_county,
    ),
    "placements:authority_edit": Sending(
        *("arrangements", "officer", ("authority",)), {"code": "", "name": "Middle Kent Council"}
    ),
    "placements:district_edit": Sending(
        *("arrangements", "officer", ("district",)),
        lambda world: {
            "name": "Upper Northdown",
            "authority": world["county"],
            "outward_codes": "CT1",
        },
        first=_county,
    ),
    "placements:district_remove": Sending("arrangements", "officer", ("district",)),
    "placements:reorganisation_add": Sending(
        *("arrangements", "officer", ()),
        lambda world: {"old": world["county"], "lead": world["lead"], "starts_on": day(30)},
        first=_county,
    ),
    "placements:reorganisation_map": Sending("arrangements", "officer", ("plan",)),
    "placements:home_districts_settle": Sending("arrangements", "officer", ("plan",)),
    "placements:home_district": Sending(
        *("arrangements", "officer", ("reference",)),
        lambda world: {"district": world["district"]},
        first=_with_a_district,
    ),
    "placements:reorganisation_propose": Sending("arrangements", "officer", ("plan",), REASON),
    "placements:reorganisation_withdraw": Sending("arrangements", "officer", ("plan",), REASON),
    "placements:takeover_add": Sending(
        *("arrangements", "officer", ("vehicle",)),
        lambda world: {"successor": world["successor"], "starts_on": day()},
        first=_older,
    ),
    "placements:takeover_map": Sending("arrangements", "officer", ("takeover",)),
    "placements:takeover_propose": Sending("arrangements", "officer", ("takeover",), REASON),
    "placements:takeover_withdraw": Sending("arrangements", "officer", ("takeover",), REASON),
    "contracts:duty_waive": Sending(
        *("arrangements", "officer", ("vehicle", "kind", "subject"), REASON), first=_first_round
    ),
    "contracts:variation_add": Sending(
        *("arrangements", "officer", ("vehicle",)),
        {
            **{"ground": "a", "description": "A hydrotherapy pool.", "value": "0"},
            **{"agreed_on": day(), "agreed_by": "Director", "legal_advice": "Advice 2"},
        },
    ),
    "contracts:variation_void": Sending("arrangements", "officer", ("variation",), REASON),
    "contracts:vehicle_starters": Sending(
        *("arrangements", "officer", ("vehicle",)),
        {"starters": "10", "fee": "73,000", "reason": "The sufficiency plan"},
    ),
    "contracts:decision_assess": Sending(
        *("arrangements", "officer", ("decision", "kind")),
        {"state": "begun", "owner": "Head of service", "review_on": day(90)},
        first=_equality,
    ),
    "placements:appraisal_add": Sending(
        *("arrangements", "officer", ("vehicle",)),
        {
            **{"title": "For the committee", "uplift": "0", "starters": "0", "fee": "40,000"},
            **{"premium": "25", "procurement_months": "12", "procurement_cost": "0"},
        },
    ),
    "placements:appraisal_find": Sending(
        *("arrangements", "officer", ("appraisal",)),
        {"way": "expire", "reason": "It costs least."},
    ),
}
