"""Emails that were sent about a record, to be read by whoever of the council sees the record.

Whoever looks at a membership reads what its provider was told. The text is kept, encrypted, of what
is said about a record; of nothing that holds a secret link or is about an account.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.urls import reverse

from nmiss.base.core.email_keys import is_business, key_of_row
from nmiss.base.core.models import OutboxMessage

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User

MOST = 100  # emails on one page
PAGES: dict[str, str] = {}


def lead_back(pages: Mapping[str, str]) -> None:
    """Say on which page each kind of record is: its emails are a link away from there, and back."""
    PAGES.update(pages)


def page_about(record: models.Model) -> str:
    """The address of the page of a record; nothing where it has none."""
    page = PAGES.get(record._meta.label_lower)
    return reverse(page, args=[record.pk]) if page else ""


def record_of(label: str, pk: int, *, user: User) -> models.Model | None:
    """The record of this name and key, if this person sees it."""
    rows = _seen(label, user)
    return rows.filter(pk=pk).first() if rows is not None else None


def emails_about(record: models.Model, *, user: User) -> list[OutboxMessage]:
    """Emails about it and about what belongs to it, as far as this person sees that; newest first.

    One query for them, and one for each kind of record.
    """
    key = key_of_row(record._meta.label_lower, record.pk)
    found = list(OutboxMessage.objects.about(key).with_bounces()[: MOST + 1])
    wanted: dict[str, set[int]] = defaultdict(set)
    for each in found:
        label, _, pk = each.about[0].rpartition(":")
        wanted[label].add(int(pk))
    seen = {
        key_of_row(label, pk)
        for label, keys in wanted.items()
        if (rows := _seen(label, user)) is not None
        for pk in rows.filter(pk__in=keys).order_by().values_list("pk", flat=True)
    }
    return [each for each in found if each.about[0] in seen]


def _seen(label: str, user: User) -> models.QuerySet | None:
    """The rows of a kind of record that this person sees; None where nobody says who sees them."""
    application, _, name = label.partition(".")
    if not is_business(application):
        return None
    try:
        model = apps.get_model(application, name)
    except LookupError:
        return None
    visible_to = getattr(model.objects, "visible_to", None)
    return visible_to(user) if visible_to else None
