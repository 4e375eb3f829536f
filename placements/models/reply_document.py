"""Documents that a school puts with its reply."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson, NoMoreThan
from nmiss.base.files.models import StoredFile
from placements.models.consultation_reply import ConsultationReply
from placements.models.walls import only_of_drafts
from placements.permissions import MOST_DOCUMENTS

_BY_ITS_LINK = """
    IF NEW.link_id IS DISTINCT FROM public.nmiss_acting_link() THEN
        RAISE EXCEPTION 'A document names the link by which it came.';
    END IF;
    RETURN NEW;
"""


@tracked()
class ReplyDocument(models.Model):
    """A document that a school puts with its reply; by a ``link`` where it has no account."""

    PERSONAL = frozenset({"file"})
    NOT_PERSONAL = frozenset({"id", "reply", "added_by", "link", "added_at"})

    reply = models.ForeignKey(ConsultationReply, on_delete=models.PROTECT, related_name="documents")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    link = models.ForeignKey(
        "ConsultationLink", null=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placements_replydocument_added_by_somebody",
                condition=Q(added_by__isnull=False, link=None)
                | Q(added_by=None, link__isnull=False),
            ),
        ]
        triggers = [
            DatedByTheDatabase("added_at"),
            DoneInPerson(added_by=("reply", "file")),
            NoMoreThan(MOST_DOCUMENTS, of="reply"),
            pgtrigger.Trigger(
                name="by_its_link",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_BY_ITS_LINK,
            ),
            *only_of_drafts(),
        ]

    def __str__(self) -> str:
        return f"document {self.pk} of reply {self.reply_id}"
