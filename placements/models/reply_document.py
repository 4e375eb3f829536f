"""Documents that a school puts with its reply."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DatedByTheDatabase
from nmiss.base.files.models import StoredFile
from placements.models.consultation_reply import ConsultationReply, only_of_drafts


@tracked()
class ReplyDocument(models.Model):
    """A document that a school puts with its reply."""

    PERSONAL = frozenset({"file"})
    NOT_PERSONAL = frozenset({"id", "reply", "added_by", "added_at"})

    reply = models.ForeignKey(ConsultationReply, on_delete=models.PROTECT, related_name="documents")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        triggers = [DatedByTheDatabase("added_at"), *only_of_drafts()]

    def __str__(self) -> str:
        return f"document {self.pk} of reply {self.reply_id}"
