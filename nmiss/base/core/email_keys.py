"""What an email is about, as it stands with the email; and of which emails the text is kept."""

from __future__ import annotations

from django.apps import apps
from django.db import models


def keys_of(record: models.Model) -> list[str]:
    """The record, and those to which it belongs by a key of its own."""
    keys = [key_of_row(record._meta.label_lower, record.pk)]
    for field in record._meta.concrete_fields:
        model = field.related_model
        value = getattr(record, field.attname) if model else None
        if value is not None and is_business(model._meta.app_label):
            keys.append(key_of_row(model._meta.label_lower, value))
    return list(dict.fromkeys(keys))


def is_kept(notice: str, source: str, record: models.Model | None) -> bool:
    """Whether the text of a notice, by its template, is kept with the record that it is about.

    Nothing is that holds a secret link, or is about an account.
    """
    is_ours = record is not None and is_business(record._meta.app_label)
    return is_ours and not notice.startswith("accounts/") and "token" not in source


def is_business(label: str) -> bool:
    """Whether an application is about the county's business, and not a part of the hub itself."""
    return label in apps.app_configs and not apps.get_app_config(label).name.startswith("nmiss.")


def key_of_row(label: str, pk: object) -> str:
    """As it stands with the email."""
    return f"{label}:{pk}"
