"""Rows of several kinds of record, read in one statement.

A page that asks a little of thirty tables would ask thirty times. Here each asks for the first of
its rows and a few facts of each, and all are one UNION: a row comes as an instance that knows these
facts and no more. With each kind comes how many rows there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Model, QuerySet, Value, Window
from django.db.models.constants import LOOKUP_SEP
from django.db.models.functions import JSONObject


@dataclass(frozen=True)
class Wanted:
    """The first ``most`` rows of a query, in its order; all of them where that is None.

    ``facts`` are what is read of each: fields, fields of what it belongs to (``school__name``),
    annotations.
    """

    rows: QuerySet
    facts: Sequence[str] = ()
    most: int | None = None


@dataclass(frozen=True)
class Found:
    """The rows of a query that were asked for, and how many it has."""

    rows: list[Any]
    count: int


def find_together(wanted: Sequence[Wanted]) -> list[Found]:
    """Ask for all of these at once."""
    found = [Found([], 0) for _ in wanted]
    if not wanted:
        return found
    first, *others = [_packed(number, each) for number, each in enumerate(wanted)]
    for number, count, facts in first.union(*others, all=True) if others else first:
        rows = found[number].rows
        rows.append(_instance(wanted[number].rows.model, wanted[number].rows, facts))
        found[number] = Found(rows, count)
    return found


def _packed(number: int, wanted: Wanted) -> QuerySet:
    names = {"pk", *wanted.facts, *_keys(wanted.rows.model, wanted.facts)}
    facts = JSONObject(**{name: F(name) for name in sorted(names)})
    rows = wanted.rows.annotate(row_facts=facts, row_count=Window(Count("*")))
    return rows.values_list(Value(number), "row_count", "row_facts")[: wanted.most]


def _keys(model: type[Model], facts: Iterable[str]) -> set[str]:
    """The keys on the way to what is read of others: without one there is no other."""
    found = set()
    for fact in facts:
        at, path = model, ""
        for name in fact.split(LOOKUP_SEP)[:-1]:
            field = at._meta.get_field(name)
            found.add(path + field.attname)
            at, path = field.related_model, f"{path}{name}{LOOKUP_SEP}"
    return found


def _instance(model: type[Model], rows: QuerySet | None, facts: dict[str, Any]) -> Model:
    """A record that knows these facts, and its relations that know theirs."""
    known: dict[str, Any] = {}
    related: dict[str, dict[str, Any]] = {}
    for name, value in facts.items():
        head, _, rest = name.partition(LOOKUP_SEP)
        if rest:
            related.setdefault(head, {})[rest] = value
        else:
            known[model._meta.pk.attname if head == "pk" else head] = value
    fields = [each for each in model._meta.concrete_fields if each.attname in known]
    values = [each.to_python(known.pop(each.attname)) for each in fields]
    instance = model.from_db("default", [each.attname for each in fields], values)
    for name, value in known.items():  # what is left was worked out by the query
        setattr(instance, name, rows.query.annotations[name].output_field.to_python(value))
    for name, theirs in related.items():
        field = model._meta.get_field(name)
        key = getattr(instance, field.attname)
        other = None if key is None else _instance(field.related_model, None, theirs | {"pk": key})
        setattr(instance, name, other)
    return instance
