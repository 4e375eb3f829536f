"""What to say where the database refuses a row that a form had found in order.

That is a race: somebody else was quicker. The words are those of the constraint where it has some.
"""

from __future__ import annotations

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, InternalError, OperationalError, models
from django.db.models.constraints import BaseConstraint

_ANYHOW = (
    "Someone else saved a change at the same time, so yours is not saved. "
    "Check the form below and send it again."
)
_NOT_SAVED = "This is not saved. Check the form below and send it again."


_RAISED = "P0001"  # by a trigger, with no code of its own
_GAVE_WAY = "40P01"  # to another who waited for it, as it waited for them


def is_refusal(error: DatabaseError | ValidationError) -> bool:
    """Whether a constraint, a trigger or a model's own check has refused what was sent; or two met
    who each waited for the other, and PostgreSQL took back what one of them did."""
    code = getattr(error.__cause__, "pgcode", None)
    return not isinstance(error, InternalError | OperationalError) or code in (_RAISED, _GAVE_WAY)


def sentence_for(refusal: DatabaseError | ValidationError) -> str:
    """One sentence or two: what stands in the way, and what to do."""
    if isinstance(refusal, ValidationError):
        words = [str(each).rstrip(".") for each in refusal.messages]
        return ". ".join([*words, _NOT_SAVED])
    words = _words_of(getattr(refusal.__cause__, "diag", None))
    return f"{words.rstrip('.')}. {_NOT_SAVED}" if words else _ANYHOW


def _words_of(diagnosis: object) -> str:
    """The words of the model for its own constraint, or its field; empty for none."""
    table = getattr(diagnosis, "table_name", None)
    name = getattr(diagnosis, "constraint_name", None)
    model = next((each for each in apps.get_models() if each._meta.db_table == table), None)
    if not model or not name:
        return ""
    for constraint in model._meta.constraints:
        if constraint.name == name:
            return _own_words(constraint, model)
    for field in model._meta.concrete_fields:
        if field.unique and name.startswith(f"{table}_{field.column}_"):
            return str(model().unique_error_message(model, (field.name,)).messages[0])
    return ""


def _own_words(constraint: BaseConstraint, model: type[models.Model]) -> str:
    words = str(constraint.get_violation_error_message())
    if words != str(BaseConstraint.default_violation_error_message) % {"name": constraint.name}:
        return words
    fields = getattr(constraint, "fields", ())
    return str(model().unique_error_message(model, fields).messages[0]) if fields else ""
