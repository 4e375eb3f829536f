"""Days the wrong way round are refused by a sentence, wherever spans may not overlap."""

import datetime

import pytest
from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.core.exceptions import ValidationError

from nmiss.base.core.constraints import InclusiveDays

FIRST, LAST = datetime.date(2026, 9, 2), datetime.date(2026, 9, 1)


def _spans():
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if isinstance(constraint, ExclusionConstraint):
                for expression, _ in constraint.expressions:
                    if isinstance(expression, InclusiveDays):
                        yield pytest.param(model, constraint, expression, id=constraint.name)


SPANS = list(_spans())


def test_there_are_spans_to_look_at():
    assert len(SPANS) >= 9


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "constraint", "days"), SPANS)
def test_days_the_wrong_way_round_are_no_error_of_the_database(model, constraint, days):
    """A form asks every constraint, also after the one about the order has said no."""
    known = {field.name for field in model._meta.fields}
    first, last = (name for name in _names(days) if name in known)
    record = model(**{first: FIRST, last: LAST})

    constraint.validate(model, record)

    with pytest.raises(ValidationError):
        record.full_clean()


def _names(expression):
    """The names of the fields in an expression, each once, in their order."""
    found = [expression.name] if hasattr(expression, "name") else []
    for each in getattr(expression, "get_source_expressions", list)():
        found += _names(each)
    return dict.fromkeys(found)
