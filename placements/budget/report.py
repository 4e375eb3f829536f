"""Budget, payments, commitments and forecast of a financial year, as known on a day.

Committed is what recorded placements cost at recorded prices up to their recorded last days. The
forecast leaves out the days after phase transfers, and adds an assumed growth of what is still to
come. On a past day all of it is read from the row history: as we knew it then.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.db.models import Min
from django.utils import timezone

from contracts.models import Membership, Vehicle
from nmiss.base.accounts.models import User
from nmiss.base.core.days import YEARS, financial_year
from nmiss.base.core.money import percent, to_penny
from placements.blocks.report import cost_of_year
from placements.models import (
    BlockPurchase,
    BudgetAmount,
    BudgetLine,
    DeficitYear,
    Payment,
    Placement,
    PriceLine,
)
from placements.reports import kept
from placements.reports.spend import days_of
from providers.models import Provision

NOTHING = Decimal("0.00")
ONE_DAY = datetime.timedelta(days=1)
_PLACEMENT = "id, reference, child_id, school_id, provision, starts_on, ended_on, annual_fee"
_LINE = "id, placement_id, kind, starts_on, ends_on, cost_a_year, voided_at"
_PAYMENT = "id, placement_id, paid_on, amount"
_OF_LINE = f"""
    CASE WHEN provision = '{Provision.DAY}' THEN '{BudgetLine.DAY}'
        ELSE '{BudgetLine.RESIDENTIAL}' END
"""
# What a table was at an instant: of each row the last version before it, unless that was deleted.
_THEN = """
    SELECT {columns} FROM (
        SELECT DISTINCT ON (pgh_obj_id) {columns}, pgh_label FROM {table}event
        WHERE pgh_created_at < %(until)s ORDER BY pgh_obj_id, pgh_id DESC
    ) AS version WHERE pgh_label <> 'delete'
"""
_NOW = "SELECT {columns} FROM {table}"
# PostgreSQL's LEAST passes over what is NULL.
_ROWS = f"""
    WITH place AS ({{placements}}), line AS ({{lines}}), base AS (
        SELECT placement_id, min(starts_on) AS begins_on
        FROM line WHERE voided_at IS NULL AND kind = 'base_education' GROUP BY placement_id
    ), charge AS (
        SELECT place.id, place.starts_on AS first_on,
            LEAST(place.ended_on, base.begins_on - 1) AS last_on,
            place.annual_fee::numeric(23, 8) AS cost_a_year
        FROM place LEFT JOIN base ON base.placement_id = place.id
        UNION ALL
        SELECT place.id, GREATEST(line.starts_on, place.starts_on),
            LEAST(line.ends_on, place.ended_on), line.cost_a_year
        FROM line JOIN place ON place.id = line.placement_id WHERE line.voided_at IS NULL
    ), stay AS (
        SELECT place.*, school.name AS school_name, CASE WHEN ended_on IS NULL THEN make_date(
            child.cohort + LEAST(school.highest_age - 5, {YEARS[-1]}) + 5, 8, 31
        ) END AS moves_on
        FROM place
        JOIN placements_child AS child ON child.id = place.child_id
        JOIN providers_school AS school ON school.id = place.school_id
    ), due AS (
        SELECT stay.id,
            sum(charge.cost_a_year * GREATEST(0,
                LEAST(charge.last_on, %(last)s) - GREATEST(charge.first_on, %(first)s) + 1
            )) AS committed,
            sum(charge.cost_a_year * GREATEST(0,
                LEAST(charge.last_on, %(last)s,
                    CASE WHEN stay.moves_on >= %(on)s THEN stay.moves_on END)
                - GREATEST(charge.first_on, %(first)s) + 1
            )) AS expected,
            sum(charge.cost_a_year * GREATEST(0,
                LEAST(charge.last_on, %(last)s,
                    CASE WHEN stay.moves_on >= %(on)s THEN stay.moves_on END)
                - GREATEST(charge.first_on, %(first)s, %(on)s + 1) + 1
            )) AS to_come
        FROM stay JOIN charge ON charge.id = stay.id
        WHERE charge.first_on <= %(last)s
            AND LEAST(charge.last_on, %(last)s) >= GREATEST(charge.first_on, %(first)s)
        GROUP BY stay.id
    )
    SELECT stay.reference, stay.school_name,
        {_OF_LINE} AS line,
        round(committed * 1.00000000 / %(days)s, 2) AS committed,
        round(expected * 1.00000000 / %(days)s, 2) AS expected,
        round(to_come * 1.00000000 / %(days)s, 2) AS to_come,
        stay.school_id
    FROM due JOIN stay ON stay.id = due.id
"""


_MEMBER = "id, lot_id, school_id, admitted_on, left_on"
_MEMBERS = """
    WITH member AS ({members})
    SELECT DISTINCT member.school_id FROM member
    JOIN contracts_lot AS lot ON lot.id = member.lot_id
    JOIN contracts_vehicle AS vehicle ON vehicle.id = lot.vehicle_id
    WHERE vehicle.name = %(dps)s AND member.admitted_on <= %(last)s
        AND coalesce(member.left_on, 'infinity') >= %(first)s
"""
_PAID = f"""
    WITH place AS ({{placements}}), payment AS ({{payments}})
    SELECT {_OF_LINE}, sum(payment.amount)
    FROM payment JOIN place ON place.id = payment.placement_id
    WHERE payment.paid_on BETWEEN %(first)s AND LEAST(%(last)s, %(on)s)
    GROUP BY 1
"""


@dataclass(frozen=True)
class PlacementCost:
    """What a placement is bound to cost in the year, is expected to, and how much is to come.

    A block of places is a row of its own: its price is paid whether they are filled or not. It was
    agreed for the whole period, so none of it grows.
    """

    reference: str
    school: str
    line: str
    committed: Decimal
    expected: Decimal
    to_come: Decimal
    school_id: int | None = None
    block: int | None = None  # the number of a block of places, where it is one

    @property
    def line_in_words(self) -> str:
        return BudgetLine(self.line).label


@dataclass(frozen=True)
class LineFigures:
    """A line of the budget, or all of them."""

    name: str
    line: str
    placements: int
    budget: Decimal | None
    actual: Decimal
    committed: Decimal
    expected: Decimal
    by_growth: Decimal  # what the assumed growth adds to the days to come
    blocks: Decimal = NOTHING  # of committed and expected: block places, used or not

    @property
    def by_transfers(self) -> Decimal:
        """What phase transfers take off."""
        return self.committed - self.expected

    @property
    def forecast(self) -> Decimal:
        return self.expected + self.by_growth

    @property
    def variance(self) -> Decimal | None:
        """Budget less forecast: below nought is an overspend."""
        return None if self.budget is None else self.budget - self.forecast


@dataclass(frozen=True)
class BudgetOfYear:
    year: int
    on: datetime.date
    growth: Decimal
    lines: list[LineFigures]

    @property
    def total(self) -> LineFigures:
        """All lines; it has a budget where each of them has one."""
        budgets = [each.budget for each in self.lines]
        known = [each for each in budgets if each is not None]
        return LineFigures(
            name="Total",
            line="",
            placements=sum(each.placements for each in self.lines),
            budget=sum(known, NOTHING) if len(known) == len(budgets) else None,
            actual=sum((each.actual for each in self.lines), NOTHING),
            committed=sum((each.committed for each in self.lines), NOTHING),
            expected=sum((each.expected for each in self.lines), NOTHING),
            by_growth=sum((each.by_growth for each in self.lines), NOTHING),
            blocks=sum((each.blocks for each in self.lines), NOTHING),
        )


@dataclass(frozen=True)
class ContractedShare:
    """5.1 of 25/00007: the total spend, and the share with contracted providers."""

    total: Decimal
    contracted: Decimal

    @property
    def other(self) -> Decimal:
        return self.total - self.contracted

    @property
    def percent(self) -> Decimal:
        return percent(self.contracted, self.total)


def first_recorded_day() -> datetime.date | None:
    """The day from which the row history can say what was known."""
    first = Placement.pgh_event_models["insert"].objects.aggregate(at=Min("pgh_created_at"))["at"]
    return timezone.localdate(first) if first else None


def end_of(day: datetime.date) -> datetime.datetime:
    """The instant at which a day is over, in London."""
    midnight = datetime.datetime.combine(day + ONE_DAY, datetime.time())
    return timezone.make_aware(midnight, timezone.get_default_timezone())


def placements_of_year(
    year: int, *, on: datetime.date, today: datetime.date, line: str = ""
) -> list[PlacementCost]:
    """What each placement costs in a financial year, as known on a day; of one line or of all."""
    only = " WHERE line = %(line)s" if line else ""
    order = ' ORDER BY reference COLLATE "C"'
    sql = f"SELECT * FROM ({_sql(on, today)}) AS found{only}{order}"
    rows = [PlacementCost(*row) for row in _asked(sql, year, on, line)]
    blocks = (_row(block, share) for block, share in _blocks(year, on, today))
    return [*rows, *(row for row in blocks if line in ("", row.line))]


def budget_of_year(
    year: int, *, on: datetime.date, today: datetime.date, growth: Decimal = NOTHING
) -> BudgetOfYear:
    """Each line of a financial year as known on a day."""
    sql = (
        "SELECT line, count(*), sum(committed), sum(expected), sum(to_come) "
        f"FROM ({_sql(on, today)}) AS found GROUP BY line"
    )

    def work_out() -> tuple[dict[str, list], dict[str, Decimal]]:
        committed = {line: figures for line, *figures in _asked(sql, year, on, "")}
        return committed, dict(_asked(_paid(on, today), year, on, ""))

    sums, actual = kept.worked_out("budget", work_out, year, on, today)
    until = end_of(on)
    newest = BudgetAmount.objects.known_by(until).filter(financial_year=year)
    newest = newest.order_by("line", "-entered_at", "-pk").distinct("line")
    budgets = {each.line: each.amount for each in newest}
    blocks = [_row(block, share) for block, share in _blocks(year, on, today)]
    lines = []
    for line in BudgetLine:
        count, committed, expected, to_come = sums.get(line, (0, NOTHING, NOTHING, NOTHING))
        bought = sum((each.committed for each in blocks if each.line == line), NOTHING)
        lines.append(
            LineFigures(
                name=line.label,
                line=line,
                placements=count,
                budget=budgets.get(line),
                actual=actual.get(line, NOTHING),
                committed=committed + bought,
                expected=expected + bought,
                by_growth=to_penny(to_come * growth / 100),
                blocks=bought,
            )
        )
    return BudgetOfYear(year, on, growth, lines)


def contracted_share(year: int, *, on: datetime.date, today: datetime.date) -> ContractedShare:
    """What is committed in a year, and how much of it at schools of the DPS, as known on a day.

    A school counts that was a member on a day of the year, as its membership was known then.
    """
    source = _THEN if on < today else _NOW
    known = source.format(columns=_MEMBER, table=Membership._meta.db_table)
    sql = _MEMBERS.format(members=known)
    members = {school for (school,) in _asked(sql, year, on, "")}
    rows = placements_of_year(year, on=on, today=today)
    of_members = (row.committed for row in rows if row.school_id in members)
    return ContractedShare(
        total=sum((row.committed for row in rows), NOTHING), contracted=sum(of_members, NOTHING)
    )


def deficit_path(*, on: datetime.date, by: User | None) -> list[DeficitYear]:
    """The deficit at the end of each year, as it was last stated by a day."""
    stated = DeficitYear.objects.visible_to(by).known_by(end_of(on))
    newest = stated.order_by("financial_year", "-entered_at", "-pk").distinct("financial_year")
    return list(newest)


def _blocks(
    year: int, on: datetime.date, today: datetime.date
) -> list[tuple[BlockPurchase, Decimal]]:
    """What blocks cost in the year, of those that counted on the day."""
    blocks = BlockPurchase.objects.select_related("school").order_by("pk")
    known = blocks.known_by(end_of(on)) if on < today else blocks.that_count()
    return cost_of_year(year, known)


def _row(block: BlockPurchase, share: Decimal) -> PlacementCost:
    line = BudgetLine.of(block.provision)
    name = block.school.name
    sums = share, share, NOTHING
    return PlacementCost(block.reference, name, line, *sums, block.school_id, block.pk)


def _sql(on: datetime.date, today: datetime.date) -> str:
    source = _THEN if on < today else _NOW
    return _ROWS.format(
        placements=source.format(columns=_PLACEMENT, table=Placement._meta.db_table),
        lines=source.format(columns=_LINE, table=PriceLine._meta.db_table),
    )


def _paid(on: datetime.date, today: datetime.date) -> str:
    source = _THEN if on < today else _NOW
    return _PAID.format(
        placements=source.format(columns=_PLACEMENT, table=Placement._meta.db_table),
        payments=source.format(columns=_PAYMENT, table=Payment._meta.db_table),
    )


def _asked(sql: str, year: int, on: datetime.date, line: str) -> Iterator[tuple]:
    first, last = financial_year(year)
    given = {"first": first, "last": last, "on": on, "days": days_of(year)}
    given |= {"until": end_of(on), "line": line, "dps": Vehicle.DPS}
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        yield from cursor.fetchall()
