"""Lists that can be taken away: what is in them, for whom, and what their columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.forms import BaseForm

from nmiss.base.accounts.models import User
from nmiss.base.core.forms import AskedWrongly, Narrowing

CHUNK = 2000
RECORDS = {"round", "scheme"}  # whose lists are asked for by number (``record_of``)
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


def filters_set(query: Mapping[str, str]) -> list[str]:
    """Which filters are set, by name and without what was typed: for what is kept for good.

    A name that no form or filter of ours has was typed, too: it is "another".
    """
    ours = _names_of(Narrowing, "base_filters") | _names_of(BaseForm, "base_fields") | RECORDS
    names = {name if name in ours else "another" for name, value in query.items() if value}
    return sorted(name.replace("_", " ") for name in names)


def _names_of(kind: type, fields: str) -> set[str]:
    """The names of the fields of a kind of form or filter, and of all that are built on it."""
    names = set(getattr(kind, fields, ()))
    return names.union(*(_names_of(each, fields) for each in kind.__subclasses__()))


LISTINGS: dict[str, Listing] = {}


def register(*listings: Listing) -> None:
    """Make lists known; each application does so when it is ready."""
    LISTINGS.update((listing.name, listing) for listing in listings)


def in_words(query: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The filters in force, as the address has them."""
    return [(name, value) for name, value in query.items() if value]
