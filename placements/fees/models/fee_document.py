"""Documents with a fee request: accounts, evidence, a request that was signed on paper."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import Q

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from nmiss.base.files.models import StoredFile
from placements.fees import permissions
from placements.fees.models.fee_request import FeeRequest

_OF_A_DRAFT = """
    IF (SELECT status FROM public.placements_feerequest WHERE id = OLD.request_id) <> 'draft' THEN
        RAISE EXCEPTION 'A document of a submitted fee request stays.';
    END IF;
    RETURN OLD;
"""


class FeeDocumentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who sees a request sees its documents."""
        return self.filter(request__in=FeeRequest.objects.visible_to(user))


@tracked()
class FeeDocument(models.Model):
    """A file that both sides read. It goes only while its request is a draft."""

    PERSONAL = frozenset({"title", "file"})
    NOT_PERSONAL = frozenset({"id", "request", "added_by", "added_at"})

    request = models.ForeignKey(FeeRequest, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(max_length=100)
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = FeeDocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="placements_feedocument_named", condition=~Q(title=""))
        ]
        triggers = [
            DatedByTheDatabase("added_at"),
            DoneInPerson(added_by=()),
            pgtrigger.Protect(name="never_changes", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="goes_from_drafts_alone",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=_OF_A_DRAFT,
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.pk} of fee request {self.request_id}"

    # Verbs

    @classmethod
    @in_person
    def add(cls, request: FeeRequest, file: UploadedFile, *, by: User, title: str) -> Self:
        """Put a file with a request. The name that it came under is dropped."""
        request.lock()
        stop_if(permissions.why_not_attach(by, request))
        number = request.documents.count() + 1
        file.name = f"{request.reference}-{number}.{file.kind.extension}"
        stored = StoredFile.take_in(file, by=by, on_ledger=False)
        added = cls.objects.create(request=request, title=title, file=stored, added_by=by)
        AuditEvent.record("attach_to_fee_request", request, by=by)
        return added

    @transaction.atomic
    def remove(self, *, by: User) -> None:
        """Take it away from a draft; its content is not kept."""
        self.request.lock()
        stop_if(permissions.why_not_edit_request(by, self.request))
        file = self.file
        self.delete()
        file.forget()
        AuditEvent.record("detach_from_fee_request", self.request, by=by)
