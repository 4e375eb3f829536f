"""Outcome letters: what a provider was told of its application, word for word, kept for good."""

from __future__ import annotations

import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from contracts.applications.models.application import Application
from nmiss.base.files.models import StoredFile


class OutcomeLetter(models.Model):
    """The letter as it was told: its blocks, which the page shows, and the same as a PDF."""

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="letter")
    content = models.JSONField(encoder=DjangoJSONEncoder)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"outcome letter of {self.application}"
