"""The open framework that is to follow the demo's DPS, and a draft of how it takes over."""

from __future__ import annotations

import datetime
from decimal import Decimal

from contracts.membership import taking_over
from contracts.models import Membership, Onward, Vehicle
from nmiss.base.accounts.models import User

FRAMEWORK = "INMSS Open Framework"
_FROM = datetime.date(2027, 9, 1)
_LAST = datetime.date(2031, 8, 31)
# Which lot of the framework, and its name: lot 2 of the DPS has the higher thresholds.
STRATEGIC, APPROVED = (1, "Strategic partners"), (2, "Approved providers")


def plan_succession(*, officer: User) -> None:
    """Establish the framework and map all but the last few members: the plan is a draft."""
    dps = Vehicle.establish_dps()[1].vehicle
    framework = Vehicle.establish(
        by=officer,
        lots=2,
        name=FRAMEWORK,
        kind="open_framework",
        established_on=datetime.date(2026, 6, 11),
        starts_on=_FROM,
        initial_ends_on=_LAST,
        option_count=4,
        references="UK4 of 30 January 2026",
        advertised_value=Decimal(876_000_000),
        value_basis="total",
        value_source="UK4 tender notice of 30 January 2026, without VAT",
    )
    lots = {lot.number: lot for lot in framework.lots.order_by("number")}
    for number, name in (STRATEGIC, APPROVED):
        first = number == STRATEGIC[0]
        lots[number].describe(by=officer, name=name, consulted_first=first, block_allowed=first)
    plan = taking_over.plan(dps, by=officer, successor=framework, starts_on=_FROM)
    rows = taking_over.rows_that_count(plan)
    into = {2: lots[STRATEGIC[0]], 1: lots[APPROVED[0]]}
    ways = {}
    for at, row in enumerate(rows[: len(rows) * 4 // 5]):
        member: Membership = row.membership
        way = Onward.LEFT if at % 7 == 6 else Onward.CARRIED if at % 3 else Onward.RE_SIGNED
        ways[member.pk] = (way, None if way == Onward.LEFT else into[member.lot.number])
    seen = taking_over.digest_of_plan(plan)
    taking_over.map_members(plan, by=officer, ways=ways, seen=seen)
