"""Lists that can be taken away: what is in them, for whom, and what their columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from nmiss.accounts.models import User
from nmiss.core.forms import AskedWrongly

CHUNK = 2000
Rows = QuerySet | Sequence[Any]  # what a report works out is in hand already


@dataclass(frozen=True)
class Column:
    """A column: its heading, what it means, and how it is read from a row."""

    heading: str
    means: str
    value: Callable[[Any], object]


@dataclass(frozen=True)
class Listing:
    """A list as its page shows it: the same rows for the same person with the same filters."""

    name: str
    title: str
    roles: Sequence[str]
    columns: Sequence[Column]
    rows: Callable[[User, Mapping[str, str]], Rows]
    identifies_children: bool = False  # then whoever downloads it steps up first

    @property
    def heading(self) -> list[str]:
        return [column.heading for column in self.columns]

    def cells(self, rows: Rows) -> Iterator[list[object]]:
        """The cells of each row; read in chunks, never all at once."""
        each = rows.iterator(chunk_size=CHUNK) if isinstance(rows, QuerySet) else rows
        for row in each:
            yield [column.value(row) for column in self.columns]


def is_longer(rows: Rows, than: int) -> bool:
    """Whether there are more rows; counts no further than that."""
    first = rows[: than + 1]
    return (first.count() if isinstance(first, QuerySet) else len(first)) > than


def record_of(query: Mapping[str, str], name: str, rows: QuerySet) -> Any:
    """The record that the address names, for a list of what belongs to it: ``?round=3``.

    Raises AskedWrongly where there is none, or none for this person.
    """
    number = query.get(name, "")
    known = number.isascii() and number.isdigit() and len(number) < 10
    found = rows.filter(pk=number).first() if known else None
    if found is None:
        raise AskedWrongly([f"{name.capitalize()}: take the list away from its page"])
    return found


LISTINGS: dict[str, Listing] = {}


def register(*listings: Listing) -> None:
    """Make lists known; each application does so when it is ready."""
    LISTINGS.update((listing.name, listing) for listing in listings)


def in_words(query: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The filters in force, as the address has them."""
    return [(name, value) for name, value in query.items() if value]
