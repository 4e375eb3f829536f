"""What blocks cost, how far they are filled, and whether they pay."""

from __future__ import annotations

import calendar
import datetime
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Prefetch

from nmiss.base.core.days import financial_year
from nmiss.base.core.money import percent
from placements.blocks.models import BlockPurchase
from placements.blocks.shares import ONE_DAY
from placements.models import Placement

STAYS = Prefetch(
    "placements", Placement.objects.only("block", "starts_on", "ended_on", "reference")
)
NOTHING = Decimal("0.00")
PENCE = 100


@dataclass(frozen=True)
class MonthOfBlock:
    """The days of a block in a month, up to the day that is asked about."""

    first: datetime.date
    used: list[int]  # places taken on each day
    places: int
    price: Decimal  # what of the block's price falls on these days

    @property
    def name(self) -> str:
        return f"{self.first:%B %Y}"

    @property
    def occupied_days(self) -> int:
        return sum(self.used)

    @property
    def average(self) -> Decimal:
        return _tenth(Fraction(self.occupied_days, len(self.used)))

    @property
    def void_cost(self) -> Decimal:
        place_days = self.places * len(self.used)
        return _penny(Fraction(self.price) * (place_days - self.occupied_days) / place_days)


@dataclass(frozen=True)
class BlockUse:
    """A block as it is used up to a day, both its first day and that day included."""

    block: BlockPurchase
    on: datetime.date
    used: list[int]  # places taken on each day so far
    used_today: int

    @property
    def days(self) -> int:
        return len(self.used)

    @property
    def place_days(self) -> int:
        return self.block.places * self.days

    @property
    def occupied_days(self) -> int:
        return sum(self.used)

    @property
    def utilisation(self) -> Decimal:
        """Occupied days ÷ (places × days), in per cent."""
        return percent(self.occupied_days, self.place_days)

    @property
    def spent(self) -> Decimal:
        """What of the price falls on the days so far."""
        if not self.days:
            return NOTHING
        return self.block.share(self.block.starts_on, self.until)

    @property
    def until(self) -> datetime.date:
        return self.block.starts_on + self.days * ONE_DAY - ONE_DAY

    @property
    def price_a_place(self) -> Decimal:
        """Of one place for a year, used or not."""
        return _penny(self.block.price_a_year / self.block.places)

    @property
    def effective_price(self) -> Decimal | None:
        """Of one place that is used, for a year; none where no place has been."""
        if not self.occupied_days:
            return None
        a_place = self.block.price_a_year / self.block.places
        return _penny(a_place * self.place_days / self.occupied_days)

    @property
    def break_even(self) -> int:
        """How many places must be used for the block to cost no more than single places."""
        return break_even(self.block.price_a_year, self.block.spot_price)

    @property
    def never_pays(self) -> bool:
        return self.break_even > self.block.places

    @property
    def void_cost(self) -> Decimal:
        """What was paid so far for places on days on which nobody used them."""
        if not self.place_days:
            return NOTHING
        empty = self.place_days - self.occupied_days
        return _penny(Fraction(self.spent) * empty / self.place_days)

    @property
    def is_under_break_even(self) -> bool:
        """Whether fewer places are used today than must be."""
        return self.block.standing(self.on) == "in_force" and self.used_today < self.break_even

    @property
    def months(self) -> list[MonthOfBlock]:
        """Each month so far, the newest first."""
        found, first = [], self.block.starts_on
        while first <= self.until:
            end = first.replace(day=calendar.monthrange(first.year, first.month)[1])
            last = min(end, self.until)
            begins = (first - self.block.starts_on).days
            used = self.used[begins : begins + (last - first).days + 1]
            price = self.block.share(first, last)
            found.append(MonthOfBlock(first, used, self.block.places, price))
            first = last + ONE_DAY
        return found[::-1]


def break_even(price_a_year: Fraction, spot_price: Decimal) -> int:
    return math.ceil(price_a_year / Fraction(spot_price))


def uses_of(blocks: Iterable[BlockPurchase], on: datetime.date) -> list[BlockUse]:
    """How each of these is used up to a day; their placements are fetched."""
    return [_use(block, on) for block in blocks]


def with_stays(blocks) -> object:
    """Blocks with what must be read to say how they are used."""
    return blocks.select_related("school", "lot__vehicle").prefetch_related(STAYS)


def cost_of_year(
    year: int, blocks: Iterable[BlockPurchase] | None = None
) -> list[tuple[BlockPurchase, Decimal]]:
    """What of each block's price falls in a financial year; those of which nothing does are out."""
    first, last = financial_year(year)
    return list(costs_in(first, last, blocks))


def costs_in(
    first: datetime.date, last: datetime.date, blocks: Iterable[BlockPurchase] | None = None
) -> Iterator[tuple[BlockPurchase, Decimal]]:
    """The same for any days."""
    if blocks is None:
        blocks = BlockPurchase.objects.that_count().select_related("school", "lot").order_by("pk")
    for block in blocks:
        if share := block.share(first, last):
            yield block, share


def total(costs: Iterable[tuple[BlockPurchase, Decimal]]) -> Decimal:
    return sum((share for _, share in costs), NOTHING)


def _use(block: BlockPurchase, on: datetime.date) -> BlockUse:
    last = min(on, block.ends_on)
    days = max((last - block.starts_on).days + 1, 0)
    stays = list(block.placements.all())
    is_today = block.starts_on <= on <= block.ends_on
    return BlockUse(
        block=block,
        on=on,
        used=_by_day(stays, block.starts_on, days),
        used_today=sum(_is_there(stay, on) for stay in stays) if is_today else 0,
    )


def _by_day(stays: Sequence[Placement], begins: datetime.date, days: int) -> list[int]:
    """How many places are taken on each day: each stay adds one from its first to its last."""
    steps = [0] * (days + 1)
    for stay in stays:
        first = max((stay.starts_on - begins).days, 0)
        last = (stay.ended_on - begins).days if stay.ended_on else days - 1
        if first <= min(last, days - 1):
            steps[first] += 1
            steps[min(last, days - 1) + 1] -= 1
    used, now = [], 0
    for step in steps[:days]:
        now += step
        used.append(now)
    return used


def _is_there(stay: Placement, on: datetime.date) -> bool:
    return stay.starts_on <= on and (stay.ended_on is None or stay.ended_on >= on)


def _penny(amount: Fraction) -> Decimal:
    """Half up to the penny; no amount here is below nought."""
    return Decimal(math.floor(amount * PENCE + Fraction(1, 2))) / PENCE


def _tenth(number: Fraction) -> Decimal:
    return Decimal(math.floor(number * 10 + Fraction(1, 2))) / 10
