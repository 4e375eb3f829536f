"""Database constraints that several models share, each under a plain name."""

from __future__ import annotations

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import CheckConstraint, F, Func, Q, Value
from django.db.models.functions import Least

_NAME = "%(app_label)s_%(class)s_{}"


def one_of(
    field: str,
    choices: type[models.TextChoices] | type[models.IntegerChoices],
    *,
    or_empty: bool = False,
) -> CheckConstraint:
    """The field holds one of these values and no other; nothing only where that is allowed."""
    values = [*choices.values, *([""] if or_empty else [])]
    return CheckConstraint(
        name=_NAME.format(f"{field}_is_known"), condition=Q(**{f"{field}__in": values})
    )


def in_order(earlier: str, later: str, *, message: str = "") -> CheckConstraint:
    """The later day, where there is one, is not before the earlier. ``message`` is for forms."""
    return CheckConstraint(
        name=_NAME.format(f"{earlier}_before_{later}"),
        condition=Q(**{f"{later}__isnull": True}) | Q(**{f"{later}__gte": F(earlier)}),
        violation_error_message=message
        or f"The {later.replace('_', ' ')} must not be before the {earlier.replace('_', ' ')}.",
    )


def set_together(*fields: str) -> CheckConstraint:
    """All of these fields hold a value, or none does."""
    all_set = Q(**{f"{field}__isnull": False for field in fields})
    none_set = Q(**{f"{field}__isnull": True for field in fields})
    return CheckConstraint(name=_NAME.format("_and_".join(fields)), condition=all_set | none_set)


def voided_with_a_reason() -> CheckConstraint:
    """Who voids it says why, and nobody says why of what stands."""
    return CheckConstraint(
        name=_NAME.format("voided_with_a_reason"),
        condition=Q(voided_at=None, void_reason="")
        | Q(voided_at__isnull=False) & ~Q(void_reason=""),
    )


class InclusiveDays(Func):
    """The days from a first to a last day, both included; open-ended where the last is unknown.

    A form may ask with days the wrong way round: then it is the last alone, not an error of
    PostgreSQL's. Their order has a constraint of its own (``in_order``).
    """

    function = "daterange"
    output_field = DateRangeField()

    def __init__(self, first: str, last: str) -> None:
        super().__init__(Least(F(first), F(last)), F(last), Value("[]"))
