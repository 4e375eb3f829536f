"""What a list was asked for with: of which record, and by which filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.forms import BaseForm

from nmiss.base.core.asked import SORT
from nmiss.base.core.forms import AskedWrongly, Narrowing

RECORDS = {"round", "scheme"}  # whose lists are asked for by number (``record_of``)


def record_of(query: Mapping[str, str], name: str, rows: QuerySet) -> Any:
    """The record that the address names, for a list of what belongs to it: ``?round=3``.

    Raises AskedWrongly where there is none, or none for this person.
    """
    number = query.get(name, "")
    known = number.isascii() and number.isdigit() and len(number) < 10
    found = rows.filter(pk=number).first() if known else None
    if found is None:
        raise AskedWrongly([f"{name.capitalize()}: download the list from its page"])
    return found


def filters_set(query: Mapping[str, str]) -> list[str]:
    """Which filters are set, by name and without what was typed: for what is kept for good.

    A name that no form or filter of ours has was typed, too: it is "another".
    """
    ours = _names_of(Narrowing, "base_filters") | _names_of(BaseForm, "base_fields")
    ours |= RECORDS
    names = {name if name in ours else "another" for name, _ in in_words(query)}
    return sorted(name.replace("_", " ") for name in names)


def _names_of(kind: type, fields: str) -> set[str]:
    """The names of the fields of a kind of form or filter, and of all that are built on it."""
    names = set(getattr(kind, fields, ()))
    return names.union(*(_names_of(each, fields) for each in kind.__subclasses__()))


def in_words(query: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The filters in force, as the address has them; its order is none."""
    return [(name, value) for name, value in query.items() if value and name != SORT]
