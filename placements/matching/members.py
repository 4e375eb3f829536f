"""Which schools count as members of the DPS when a place is looked for, and in which lots.

A member is in a lot today, and by its own days on the first day of the place, too; or will have
joined by then. That its vehicle ends before that day, as long as no option to extend it is in
effect, takes nobody from the list: it takes effect when the place is called off.
"""

from __future__ import annotations

import datetime

from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery

from contracts.models import Membership, Suspension


def members(*, today: datetime.date, on: datetime.date) -> QuerySet[Membership]:
    """The memberships that count for a place from a day on.

    Each with ``suspended_on``, the first day of a suspension that covers that day.
    """
    stops = Suspension.objects.on(on).filter(membership=OuterRef("pk")).order_by("starts_on")
    lasting = Membership.objects.not_over(today).filter(
        Q(left_on=None) | Q(left_on__gte=on), admitted_on__lte=on
    )
    return lasting.annotate(suspended_on=Subquery(stops.values("starts_on")[:1]))


def as_statement(*, today: datetime.date, on: datetime.date) -> str:
    """The same as text for a statement that names its own parameters."""
    found = members(today=today, on=on).order_by()
    columns = found.values_list("school_id", "lot__number", "lot__consulted_first", "suspended_on")
    text, given = columns.query.sql_with_params()
    with connection.cursor() as cursor:
        return cursor.mogrify(text, given).decode().replace("%", "%%")
