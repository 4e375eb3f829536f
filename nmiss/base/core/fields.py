"""Fields that are encrypted before they reach the database.

A dump or a backup without the keys (``NMISS_IDENTITY_KEY``, newest first) tells nothing of a
child's identity. An encrypted field cannot be searched: it can be read and written only.
"""

from __future__ import annotations

import datetime
import functools
import json

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


@functools.cache
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def cipher() -> MultiFernet:
    """The cipher of the keys in force: writes with the first, reads with any."""
    return _cipher(tuple(settings.IDENTITY_KEYS))


class EncryptedTextField(models.TextField):
    """Text, kept as a Fernet token."""

    def get_prep_value(self, value: str | None) -> str | None:
        text = super().get_prep_value(value)
        return None if text is None else cipher().encrypt(text.encode()).decode()

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        return None if value is None else cipher().decrypt(value.encode()).decode()

    def get_lookup(self, lookup_name: str) -> type:
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is encrypted: it cannot be searched.")
        return super().get_lookup(lookup_name)


class EncryptedJSONField(EncryptedTextField):
    """Plain values, kept as a Fernet token of their JSON."""

    def get_prep_value(self, value: object) -> str | None:
        text = None if value is None else json.dumps(value, cls=DjangoJSONEncoder)
        return super().get_prep_value(text)

    def from_db_value(self, value: str | None, *args: object) -> object:
        text = super().from_db_value(value, *args)
        return None if text is None else json.loads(text)

    def to_python(self, value: object) -> object:
        return value


class EncryptedDateField(EncryptedTextField):
    """A day, kept as a Fernet token of its ISO form."""

    def get_prep_value(self, value: datetime.date | None) -> str | None:
        return super().get_prep_value(None if value is None else value.isoformat())

    def from_db_value(self, value: str | None, *args: object) -> datetime.date | None:
        text = super().from_db_value(value, *args)
        return None if text is None else datetime.date.fromisoformat(text)

    def to_python(self, value: object) -> object:
        return value
