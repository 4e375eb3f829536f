"""The ranked list of schools for a child, and the schools that cannot take the child."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db import connection
from django.utils import timezone

from nmiss.base.core.addresses import address_of
from nmiss.base.core.templatetags.components import day
from placements.matching import reasons, statements
from placements.matching.question import MatchingQuestion
from placements.models import MatchWeights
from providers.frameworks import InspectionFramework, InspectionOutcome
from providers.models.standing import NoStanding, StandingBand

MOST_MEMBERS, MOST_OTHERS, MOST_OUT = 50, 25, 200
GOES_FIRST = 0  # the tier of statements.RANKED
POINTS = 10_000  # of one whole of a weight: scores that differ by less are the same


@dataclass(frozen=True)
class Named:
    """A school by what a list names it with."""

    urn: int
    name: str
    town: str
    has_namesake: bool

    def __str__(self) -> str:
        if not self.has_namesake:
            return self.name
        town = f"{self.town}, " if self.town else ""
        return f"{self.name} ({town}URN {self.urn})"

    @property
    def address(self) -> str:
        return address_of("placements:school_detail", self.urn)


@dataclass(frozen=True)
class Match(Named):
    """A school that can take the child: its facts, its score, and its place in the list.

    ``shares`` say how well it does in each term, from 0 to 1. ``cost`` is the usual price of a year
    for such a child, with place funding added back and with transport where that is set.
    ``is_first`` is whether a lot of its own is consulted first, ``tier`` its group in the list.
    """

    id: int
    rank: int
    score: Decimal
    is_member: bool
    is_first: bool
    tier: int
    open_lots: tuple[int, ...]
    asked: tuple[str, ...]
    needs: tuple[str, ...]
    listed: int
    lowest_age: int | None
    highest_age: int | None
    easting: int | None
    northing: int | None
    miles: float | None
    must_admit: bool
    boards: bool
    capacity: int | None
    free: int | None
    offered: int
    as_at: datetime.datetime | None
    is_fresh: bool
    price: Decimal | None
    priced_by: int | None
    transport: Decimal | None
    band: str
    outcome: str
    inspected_on: datetime.date | None
    framework: str
    cost: Decimal | None
    median: Decimal | None
    shares: dict[str, float] = field(hash=False)
    why: str = ""

    @property
    def goes_first(self) -> bool:
        """Whether it stands above others because a lot of it is consulted first."""
        return self.tier == GOES_FIRST

    @property
    def lots(self) -> list[str]:
        """The lots in which it is open to call-offs, as tags say them."""
        return [f"lot {number}" for number in self.open_lots]

    @property
    def ages(self) -> str:
        if self.lowest_age is None or self.highest_age is None:
            return ""
        return f"{self.lowest_age} to {self.highest_age}"

    @property
    def standing(self) -> str:
        """How it stands by its KPIs, or why it has no standing, in words."""
        words = dict(StandingBand.choices) | dict(NoStanding.choices)
        return words.get(self.band, "")

    @property
    def inspection(self) -> str:
        """Whether the standards were met at its last inspection, when, and by which framework."""
        if self.inspected_on is None:
            return ""
        outcome = InspectionOutcome(self.outcome).label
        return f"{outcome}, {day(self.inspected_on)} ({InspectionFramework(self.framework).label})"

    @property
    def distance(self) -> str:
        """How far it is, in whole miles: nearer than that nobody need know of a home."""
        if self.miles is None:
            return ""
        miles = round(self.miles)
        return "less than a mile" if miles < 1 else "1 mile" if miles == 1 else f"{miles} miles"


@dataclass(frozen=True)
class Out(Named):
    """A school that cannot take the child, and why."""

    is_member: bool
    why: str
    miles: float | None


@dataclass(frozen=True)
class Ranked:
    """The list as it stands: members of the DPS first, then the others."""

    question: MatchingQuestion
    matches: list[Match]
    count_of_members: int
    count_of_others: int
    out: Counter[str]

    @cached_property
    def members(self) -> list[Match]:
        return [each for each in self.matches if each.is_member]

    @cached_property
    def others(self) -> list[Match]:
        return [each for each in self.matches if not each.is_member]

    @cached_property
    def first(self) -> list[Match]:
        """Those that stand above others because a lot of theirs is consulted first."""
        return [each for each in self.members if each.goes_first]

    @property
    def limit(self) -> int | None:
        """The miles within which a day school goes first by its lot, where that is set."""
        return self.question.weights.first_within_miles

    @cached_property
    def other_members(self) -> list[Match]:
        return [each for each in self.members if not each.goes_first]

    @property
    def nearer(self) -> Match | None:
        """The nearest member below those that go first, where it is nearer than all of them."""
        known = [each for each in self.other_members if each.miles is not None]
        nearest = min(known, key=lambda each: each.miles, default=None)
        above = [each.miles for each in self.first if each.miles is not None]
        return nearest if nearest and above and nearest.miles < min(above) else None

    @property
    def count_out(self) -> int:
        return self.out.total()

    def out_in_words(self) -> list[tuple[str, int]]:
        """Why schools are out, and how many for each reason."""
        return [(reasons.OUT[key], count) for key, count in self.out.most_common()]


def rank(
    question: MatchingQuestion, *, members: int = MOST_MEMBERS, others: int = MOST_OTHERS
) -> Ranked:
    """Rank the schools that can take the child, by two statements."""
    given = question.parameters() | {"most_members": members, "most_others": others}
    rows = list(_ask(statements.RANKED, question, given))
    counted = rows[0] if rows else {"members": 0, "others": 0}
    reasons_out = _ask(statements.OUT_BY_REASON, question, given)
    out = Counter({row["out_for"]: row["count"] for row in reasons_out})
    return Ranked(
        question,
        [_match(row, question) for row in rows],
        counted["members"],
        counted["others"],
        out,
    )


def rank_each(questions: Sequence[MatchingQuestion], *, most: int) -> list[list[Match]]:
    """The first schools for each of several children, by one statement.

    All are asked on one day and narrowed alike; children of whom the same is asked share an answer.
    """
    if not questions:
        return []
    alike: dict[str, int] = {}
    children = []
    numbers = []
    for question in questions:
        given = question.parameters()
        child = {name: given[name] for name in statements.OF_EACH}
        key = json.dumps(child, default=str)
        if key not in alike:
            alike[key] = len(alike)
            children.append({"number": alike[key]} | child)
        numbers.append(alike[key])
    asked = dict(zip(numbers, questions, strict=True))
    given = questions[0].parameters() | {
        "children": json.dumps(children, default=str),
        "most_members": most,
        "most_others": most,
    }
    found: dict[int, list[Match]] = {number: [] for number in asked}
    for row in _ask(statements.RANKED_FOR_EACH, questions[0], given):
        number = row["number"]
        if len(found[number]) < most:
            found[number].append(_match(row, asked[number]))
    return [found[number] for number in numbers]


def out_of(question: MatchingQuestion) -> tuple[list[Out], int]:
    """The schools that cannot take the child, members and near ones first; and how many in all."""
    rows = list(_ask(statements.OUT, question, question.parameters() | {"most_out": MOST_OUT}))
    found = [
        Out(
            **{name: row[name] for name in ("urn", "name", "town", "has_namesake", "is_member")},
            miles=row["miles"],
            why=_why_out(row, question),
        )
        for row in rows
    ]
    return found, rows[0]["count_in_all"] if rows else 0


def _why_out(row: dict[str, Any], question: MatchingQuestion) -> str:
    words = reasons.OUT[row["out_for"]]
    if row["out_for"] in ("too_young", "too_old"):
        ages = f"{row['lowest_age'] or 0} to {row['highest_age'] or 25}"
        return f"{words}: {question.age} on the first day, and the school takes ages {ages}"
    if row["out_for"] == "suspended":
        return f"{words} from {row['suspended_on']:%-d %B %Y}"
    return words


def _match(row: dict[str, Any], question: MatchingQuestion) -> Match:
    weights = question.weights
    shares = {name: float(row[f"{name}_share"]) for name in MatchWeights.TERMS}
    facts = {name: row[name] for name in Match.__dataclass_fields__ if name in row}
    facts |= {
        "open_lots": tuple(row["open_lots"] or ()),
        "needs": tuple(row["needs"]),
        "score": Decimal(row["points_in_all"]) / POINTS,
        "asked": question.needs,
        "is_fresh": _is_fresh(row["as_at"], question),
        "shares": shares,
        "transport": _money(row["transport"]),
        "price": _money(row["price"]),
        "cost": _money(row["cost"]),
        "median": _money(row["median"]),
    }
    match = Match(**facts)
    why = reasons.sentence(match.rank, *reasons.reasons_of(match, weights, question.year))
    return Match(**facts, why=why)


def _is_fresh(as_at: datetime.datetime | None, question: MatchingQuestion) -> bool:
    """Whether the vacancies are not out of date."""
    return as_at is not None and timezone.localdate(as_at) >= question.fresh_from


def _money(value: float | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value).quantize(Decimal("0.01"))


def _ask(
    statement: str, question: MatchingQuestion, given: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(statement.replace("[memberships]", question.memberships()), given)
        names = [column.name for column in cursor.description]
        for row in cursor.fetchall():
            yield dict(zip(names, row, strict=True))
