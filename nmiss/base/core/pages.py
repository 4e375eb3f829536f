"""Long lists, a page at a time, by key: as quick at the end as at the beginning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet

ROWS = 50
MOST_COUNTED = 1000
MOST_IN_HAND = 100
PLACE = ("go", "key", "row", "page")  # what says where in a list a page begins


@dataclass(frozen=True)
class Tally:
    """How many rows a list has. Beyond a thousand nobody needs the number, and it costs time."""

    number: int

    def __str__(self) -> str:
        return "more than 1,000" if self.is_capped else f"{self.number:,}"

    @property
    def is_capped(self) -> bool:
        return self.number > MOST_COUNTED


def tally(queryset: QuerySet) -> Tally:
    """Count, and stop counting after a thousand."""
    return Tally(queryset.order_by()[: MOST_COUNTED + 1].count())


@dataclass(frozen=True)
class Order:
    """Rows by a field or an annotation, and then by primary key; the empty ones last, both ways."""

    by: str
    falling: bool = False
    has_gaps: bool = False  # whether a row may have nothing there

    def apply(self, queryset: QuerySet, *, backwards: bool = False) -> QuerySet:
        """The rows in this order, or from its end to its beginning."""
        falls = self.falling != backwards
        if not self.has_gaps:
            return queryset.order_by(*(("-" * falls) + name for name in (self.by, "pk")))
        last = {"nulls_first": True} if backwards else {"nulls_last": True}
        return queryset.order_by(
            F(self.by).desc(**last) if falls else F(self.by).asc(**last), "-pk" if falls else "pk"
        )

    def beyond(self, value: str | None, pk: int, *, backwards: bool = False) -> Q:
        """What comes after the row with this value and key, or before it."""
        side = "lt" if self.falling != backwards else "gt"
        gap, further = Q(**{f"{self.by}__isnull": True}), Q(**{f"pk__{side}": pk})
        if value is None:
            return gap & further | ~gap if backwards else gap & further
        found = Q(**{f"{self.by}__{side}": value}) | Q(**{self.by: value}) & further
        return found | gap if self.has_gaps and not backwards else found


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the query strings of the pages around them, empty for none."""

    rows: list[Any]
    previous: str = ""
    next: str = ""

    def __iter__(self):
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def page_of(
    queryset: QuerySet, order: Order, *, query: Mapping[str, str], rows: int | None = None
) -> Page:
    """The page that ``query`` asks for, of so many ``rows`` where they are longer than usual.

    ``query`` is the GET of the request: ``go`` (after or before), ``key`` and ``row`` say from
    where. What they do not say well is the first page.
    """
    key, backwards = _key(order, query)
    ordered = order.apply(queryset, backwards=backwards)
    if key:
        try:
            ordered = ordered.filter(order.beyond(*key, backwards=backwards))
        except (ValueError, ValidationError):  # words where the order is by a number or an instant
            return page_of(queryset, order, query=_without_place(query), rows=rows)
    most = rows or ROWS
    found = list(ordered[: most + 1])
    more, found = len(found) > most, found[:most]
    if backwards:
        found.reverse()
    has_previous = more if backwards else key is not None
    has_next = bool(found) and (True if backwards else more)
    return Page(
        rows=found,
        previous=_link(query, "before", found[0], order) if found and has_previous else "",
        next=_link(query, "after", found[-1], order) if has_next else "",
    )


def part_of(rows: Sequence[Any], *, query: Mapping[str, str], beside: int = 0) -> Page:
    """The page, by its number, of rows that are in hand: ``?page=2``.

    ``beside`` are the rows that each page has beside these, such as their sum. What is no number
    is the first page, and what is beyond the last is the last.
    """
    most = MOST_IN_HAND - beside
    asked, last = query.get("page", ""), max(1, -(-len(rows) // most))
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 9
    number = min(max(int(asked), 1), last) if is_number else 1
    end = number * most
    return Page(
        rows=list(rows[end - most : end]),
        previous=_numbered(query, number - 1) if number > 1 else "",
        next=_numbered(query, number + 1) if number < last else "",
    )


def _numbered(query: Mapping[str, str], number: int) -> str:
    return urlencode(_without_place(query) | {"page": str(number)})


def _key(order: Order, query: Mapping[str, str]) -> tuple[tuple[str | None, int] | None, bool]:
    """The row to go on from, and whether backwards. A row with nothing there has no ``key``."""
    value, pk = query.get("key"), query.get("row", "")
    is_known = order.has_gaps if value is None else "\0" not in value
    if not (is_known and pk.isascii() and pk.isdigit() and len(pk) < 19):
        return None, False
    return (value, int(pk)), query.get("go") == "before"


def _link(query: Mapping[str, str], go: str, row: Any, order: Order) -> str:
    value = getattr(row, order.by)
    key = {} if value is None else {"key": value}
    return urlencode(_without_place(query) | {"go": go, **key, "row": row.pk})


def _without_place(query: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in query.items() if name not in PLACE}
