"""Packs: what schools are sent about a child when they are consulted, redacted beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models, transaction

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.fields import EncryptedTextField
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from nmiss.base.files.models import StoredFile
from placements import permissions
from placements.models.case import Case

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class PaperKind(models.TextChoices):
    """What a document of a pack is. Its file is called by this, and by nothing of the child."""

    PLAN = "plan", "Education, health and care plan"
    ADVICE = "advice", "Professional advice"
    SCHOOL_REPORT = "school_report", "School report"
    RISK = "risk", "Risk assessment"
    OTHER = "other", "Other document"


class ConsultationPackQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> ConsultationPackQuerySet:
        """Who sees the case. A school sees a pack by its consultation."""
        return self.filter(case__in=Case.objects.visible_to(user))

    def newest_first(self) -> ConsultationPackQuerySet:
        return self.order_by("-made_at", "-pk")

    def with_documents(self) -> ConsultationPackQuerySet:
        return self.select_related("made_by").prefetch_related("documents__file")


class ConsultationPack(models.Model):
    """One pack for one or several schools: a few words about the child, and documents.

    Its words never change; documents come and go until it is sent to a school.
    """

    PERSONAL = frozenset({"words"})
    NOT_PERSONAL = frozenset({"id", "case", "made_at", "made_by"})

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="packs")
    words = EncryptedTextField()
    made_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = ConsultationPackQuerySet.as_manager()

    class Meta:
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("made_at"),
            DoneInPerson(made_by=()),
        ]

    def __str__(self) -> str:
        return f"pack {self.pk}"

    # Questions

    @property
    def is_sent(self) -> bool:
        return self.consultations.exists()

    @property
    def has_documents_to_check(self) -> bool:
        """Whether one of its files is still being checked, or was refused."""
        return any(not each.file.may_be_opened for each in self.documents.all())

    # Verbs

    @classmethod
    @in_person
    def make(cls, case: Case, *, by: User, words: str) -> ConsultationPack:
        """Begin a pack for a case that is open."""
        stop_if(permissions.why_not_work_on_case(case))
        pack = cls.objects.create(case=case, words=words, made_by=by)
        AuditEvent.record("make_pack", pack, by=by)
        return pack

    @in_person
    def add(self, file: UploadedFile, *, by: User, kind: str) -> PackDocument:
        """Put a document in, which this person has redacted. The name it came under is dropped."""
        self._hold()
        stop_if(permissions.why_not_change_pack(self))
        file.name = named(kind, self.documents.filter(kind=kind).count() + 1, file)
        stored = StoredFile.take_in(file, by=by, on_ledger=False)
        document = self.documents.create(kind=kind, file=stored, redacted_by=by)
        AuditEvent.record("add_to_pack", self, by=by, kind=document.get_kind_display())
        return document

    @transaction.atomic
    def remove(self, document: PackDocument, *, by: User) -> None:
        """Take a document out again; its content is not kept."""
        self._hold()
        stop_if(permissions.why_not_change_pack(self))
        kind, file = document.get_kind_display(), document.file
        document.delete()
        file.forget()
        AuditEvent.record("take_out_of_pack", self, by=by, kind=kind)

    def _hold(self) -> None:
        """One after the other, and none while it is being sent."""
        Case.objects.select_for_update(of=("self",), no_key=True).get(pk=self.case_id)


def named(kind: str, number: int, file: UploadedFile) -> str:
    """The name of a document's file, made of what it is: "school-report-2.pdf"."""
    return f"{kind.replace('_', '-')}-{number}.{file.kind.extension}"


_IN_A_PACK_THAT_IS_SENT = """
    IF EXISTS (
        SELECT FROM public.placements_consultation
        WHERE pack_id = {row}.pack_id
    ) THEN
        RAISE EXCEPTION 'A pack that was sent stays as it is.';
    END IF;
    RETURN {row};
"""


@tracked()
class PackDocument(models.Model):
    """A document of a pack. ``redacted_by`` says that nothing in it tells who the child is."""

    PERSONAL = frozenset({"kind", "file"})
    NOT_PERSONAL = frozenset({"id", "pack", "redacted_by", "added_at"})

    pack = models.ForeignKey(ConsultationPack, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=20, choices=PaperKind)
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    redacted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [one_of("kind", PaperKind)]
        triggers = [
            DatedByTheDatabase("added_at"),
            DoneInPerson(redacted_by=("pack", "kind", "file")),
            pgtrigger.Protect(name="never_changes", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="added_before_it_is_sent",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_IN_A_PACK_THAT_IS_SENT.format(row="NEW"),
            ),
            pgtrigger.Trigger(
                name="removed_before_it_is_sent",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=_IN_A_PACK_THAT_IS_SENT.format(row="OLD"),
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.pk} of pack {self.pack_id}"
