"""Which keys this database's secrets were encrypted with, without the keys."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models.functions import Now


class KeyFingerprint(models.Model):
    """A key that was in force here: what it encrypted cannot be read without it."""

    fingerprint = models.CharField(max_length=64, unique=True)
    first_used_at = models.DateTimeField(db_default=Now())

    class Meta:
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.fingerprint[:8]}, since {self.first_used_at:%Y-%m-%d}"
