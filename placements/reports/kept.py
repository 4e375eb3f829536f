"""The figures of money, worked out once for each state of the records that they come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from contracts.models import Agreement, Lot, Membership, Vehicle
from nmiss.base.core import as_recorded
from nmiss.base.core.models import LegalParameter
from placements.agreements.models import PlacementAgreement
from placements.fees.models import PriceBand
from placements.models import (
    BlockPurchase,
    Child,
    EarlierSchool,
    InvoiceRules,
    Payment,
    Placement,
    PriceLine,
)
from providers.models import LocalAuthority, School, Succession

T = TypeVar("T")
RECORDS = (
    *(Placement, EarlierSchool, PriceLine, BlockPurchase, Child, Payment),
    *(PlacementAgreement, InvoiceRules, PriceBand),
    *(Membership, Agreement, Lot, Vehicle, School, Succession, LocalAuthority, LegalParameter),
)


def worked_out(name: str, make: Callable[[], T], *about: object) -> T:
    """A figure of these records, ``about`` a year, a day or another question.

    Everybody who may read such a report sees every placement, so one answer serves them all.
    """
    return as_recorded.worked_out(name, make, about=about, of=RECORDS)
