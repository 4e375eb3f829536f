"""Factories of block purchases."""

from __future__ import annotations

import datetime
from decimal import Decimal

from contracts.models import Lot, Membership
from nmiss.base.accounts.models import Role
from placements.models import BlockPurchase
from tests.factories.accounts import UserFactory

FIRST, LAST = datetime.date(2025, 9, 1), datetime.date(2026, 8, 31)


def a_block(school, *, by=None, **facts):
    """Three day places for a year from September 2025, at £219,000: £200 a place and day."""
    lot = Lot.objects.get(memberships__school=school)
    lot.block_allowed = True
    lot.save()
    assert Membership.objects.on(facts.get("starts_on", FIRST)).filter(school=school).exists()
    usual = {
        "provision": "day",
        "places": 3,
        "price": Decimal(219_000),
        "starts_on": FIRST,
        "ends_on": LAST,
        "spot_price": Decimal(100_000),
        "decision": "25/00007",
    }
    by = by or UserFactory(role=Role.MANAGER)
    return BlockPurchase.buy(school, by=by, lot=lot, **usual | facts)
