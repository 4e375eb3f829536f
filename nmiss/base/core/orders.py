"""What lists go by: fields, the words of choices, and the steps of a life."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Case, CharField, F, IntegerField, Model, QuerySet, Value, When
from django.db.models.expressions import Combinable

from nmiss.base.core.pages import Order

# Up and down in words, by what is in a column.
WORDS = ("A to Z", "Z to A")
NUMBERS = ("lowest first", "highest first")
DAYS = ("oldest first", "newest first")
STEPS = ("first steps first", "last steps first")

SORTED_BY = "sorted_by"
Choices = Iterable[tuple[str, str]]


def by_words(field: str, choices: Choices) -> Case:
    """By what people read of a choice."""
    cases = (When(**{field: value}, then=Value(str(words))) for value, words in choices)
    return Case(*cases, output_field=CharField())


def by_steps(field: str, choices: Choices) -> Case:
    """By how far a record has come: its states in their order."""
    cases = (When(**{field: value}, then=Value(at)) for at, (value, _) in enumerate(choices))
    return Case(*cases, output_field=IntegerField())


def ordered_by(
    rows: QuerySet, by: str | Combinable, *, falling: bool = False
) -> tuple[QuerySet, Order]:
    """The rows with what they go by, and their order."""
    if isinstance(by, str):
        gaps = may_be_empty(rows.model, by)
        if "__" not in by:
            return rows, Order(by, falling, gaps)
        return rows.annotate(**{SORTED_BY: F(by)}), Order(SORTED_BY, falling, gaps)
    return rows.annotate(**{SORTED_BY: by}), Order(SORTED_BY, falling, has_gaps=True)


def may_be_empty(model: type[Model], path: str) -> bool:
    """Whether a row may have nothing there; of an annotation it is not known."""
    for name in path.split("__"):
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            return True
        if field.null:
            return True
        model = field.related_model
    return False
