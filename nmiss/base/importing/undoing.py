"""Undoing, by the row history: every row that was changed under one context is as it was before."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Min
from pghistory.models import Event

BATCH = 1000


class BuiltOn(Exception):
    """Somebody has worked with what is to be undone."""


# Each says which records are not what follows from others that no key ties them to.
_out_of_line: list[Callable[[], set]] = []


def register(out_of_line: Callable[[], set]) -> None:
    """Have an undoing refused where it would leave records behind that followed from it."""
    if out_of_line not in _out_of_line:
        _out_of_line.append(out_of_line)


@transaction.atomic
def undo(
    context: uuid.UUID,
    *,
    ignoring: Collection[uuid.UUID] = (),
    leaving: Collection[type[models.Model]] = (),
) -> int:
    """Put back every row that was made, changed or deleted under this context; return how many.

    The models to leave are those that tell of the change itself. The undoing is history, too.
    Raises BuiltOn, and changes nothing, where one of these rows was changed again later (other
    than under the contexts to ignore), where a later row needs one that would go, or where one
    would no longer be what follows from the others.
    """
    before_it, count = _all_out_of_line(), 0
    with connection.cursor() as cursor:  # a row may go before the one that leads to it
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    for event in _events():
        if event.pgh_tracked_model in leaving:
            continue
        own = event.objects.filter(pgh_context_id=context)
        first = own.aggregate(first=Min("pgh_id"))["first"]
        if first is None:
            continue
        touched = own.values("pgh_obj_id")
        about_them = event.objects.filter(pgh_obj_id__in=touched)
        since = about_them.filter(pgh_id__gt=first)
        if since.exclude(pgh_context_id__in=[context, *ignoring]).exists():
            raise BuiltOn(event.pgh_tracked_model._meta.verbose_name_plural)
        before = about_them.filter(pgh_id__lt=first).order_by("pgh_obj_id", "-pgh_id")
        count += _put_back(event, set(touched.values_list("pgh_obj_id", flat=True)), before)
    _see_that_nothing_hangs_in_the_air()
    if left_behind := _all_out_of_line() - before_it:
        raise BuiltOn(f"{len(left_behind)} records that follow from it")
    return count


def _all_out_of_line() -> set:
    return set().union(*(find() for find in _out_of_line))


def _events() -> Iterator[type[Event]]:
    """The histories of all tracked models; those of one table under another are left out."""
    for model in apps.get_models():
        if issubclass(model, Event) and not model._meta.proxy and model._meta.managed:
            yield model


def _put_back(event: type[Event], touched: set[int], before: models.QuerySet) -> int:
    model = event.pgh_tracked_model
    kept = {field.name for field in event._meta.concrete_fields}
    fields = [
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.generated and field.name in kept
    ]
    was = {
        then.pgh_obj_id: model(
            pk=then.pgh_obj_id, **{field.attname: getattr(then, field.attname) for field in fields}
        )
        for then in before.distinct("pgh_obj_id")
        if then.pgh_label != "delete"
    }
    # Without Django's cascades: what hangs on these rows must say so, not go with them.
    model.objects.filter(pk__in=touched - was.keys())._raw_delete(using="default")
    is_there = set(model.objects.filter(pk__in=was).values_list("pk", flat=True))
    changed = [row for pk, row in was.items() if pk in is_there]
    if changed:
        names = [field.name for field in fields]
        model.objects.bulk_update(changed, names, batch_size=BATCH)
    gone = [row for pk, row in was.items() if pk not in is_there]
    model.objects.bulk_create(gone, batch_size=BATCH)
    return len(touched)


def _see_that_nothing_hangs_in_the_air() -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError as error:
        raise BuiltOn(str(error).partition("\n")[0]) from error
