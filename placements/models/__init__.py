"""Children, their identity, their places and prices, and who looked at them."""

from placements.models.charge import Charge
from placements.models.child import Child, ChildIdentity, ChildSex, Look
from placements.models.earlier_school import EarlierSchool
from placements.models.other_reference import OtherReference
from placements.models.placement import EndReason, Placement, Provision, Route
from placements.models.price_line import Funder, PriceKind, PriceLine, PriceUnit

__all__ = [
    "Charge",
    "Child",
    "ChildIdentity",
    "ChildSex",
    "EarlierSchool",
    "EndReason",
    "Funder",
    "Look",
    "OtherReference",
    "Placement",
    "PriceKind",
    "PriceLine",
    "PriceUnit",
    "Provision",
    "Route",
]
