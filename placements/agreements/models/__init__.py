"""Placement agreements of children: versions that both sides sign, by which a place begins."""

import placements.models  # noqa: F401 - its histories are made once that is loaded
from placements.agreements.models.agreed_price import AgreedPrice
from placements.agreements.models.placement_agreement import (
    PlacementAgreement,
    choices_without_agreement,
)
from placements.agreements.models.placement_signature import PlacementSignature
from placements.agreements.status import SigningSide

__all__ = [
    "AgreedPrice",
    "PlacementAgreement",
    "PlacementSignature",
    "SigningSide",
    "choices_without_agreement",
]
