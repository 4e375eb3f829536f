"""Children, their identity, their places, and who looked at them."""

from placements.models.child import Child, ChildIdentity, ChildSex, Look
from placements.models.earlier_school import EarlierSchool
from placements.models.other_reference import OtherReference
from placements.models.placement import EndReason, Placement, Provision, Route

__all__ = [
    "Child",
    "ChildIdentity",
    "ChildSex",
    "EarlierSchool",
    "EndReason",
    "Look",
    "OtherReference",
    "Placement",
    "Provision",
    "Route",
]
