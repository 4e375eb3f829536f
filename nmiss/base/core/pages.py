"""Long lists, a page at a time, by key: as quick at the end as at the beginning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

ROWS = 50
MOST_COUNTED = 1000
PLACE = ("go", "key", "row")  # what says where in a list a page begins


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
class Page:
    """Some rows of a list, and the query strings of the pages around them, empty for none."""

    rows: list[Any]
    previous: str
    next: str

    def __iter__(self):
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def page_of(
    queryset: QuerySet, *, by: str, query: Mapping[str, str], newest_first: bool = False
) -> Page:
    """The page that ``query`` asks for, of rows ordered by a column and then by primary key.

    ``query`` is the GET of the request: ``go`` (after or before), ``key`` and ``row`` say from
    where. What they do not say well is the first page.
    """
    key, backwards = _key(query)
    falling = backwards != newest_first
    ordered = queryset.order_by(f"-{by}", "-pk") if falling else queryset.order_by(by, "pk")
    if key:
        value, pk = key
        side = "lt" if falling else "gt"
        try:
            ordered = ordered.filter(
                Q(**{f"{by}__{side}": value}) | Q(**{by: value, f"pk__{side}": pk})
            )
        except (ValueError, ValidationError):  # words where the order is by a number or an instant
            kept = _without_place(query)
            return page_of(queryset, by=by, query=kept, newest_first=newest_first)
    found = list(ordered[: ROWS + 1])
    more, found = len(found) > ROWS, found[:ROWS]
    if backwards:
        found.reverse()
    has_previous = more if backwards else key is not None
    has_next = bool(found) and (True if backwards else more)
    return Page(
        rows=found,
        previous=_link(query, "before", found[0], by) if found and has_previous else "",
        next=_link(query, "after", found[-1], by) if has_next else "",
    )


def _key(query: Mapping[str, str]) -> tuple[tuple[str, int] | None, bool]:
    value, pk = query.get("key", ""), query.get("row", "")
    if "\0" in value or not (pk.isascii() and pk.isdigit() and len(pk) < 19):
        return None, False
    return (value, int(pk)), query.get("go") == "before"


def _link(query: Mapping[str, str], go: str, row: Any, by: str) -> str:
    return urlencode(_without_place(query) | {"go": go, "key": getattr(row, by), "row": row.pk})


def _without_place(query: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in query.items() if name not in PLACE}
