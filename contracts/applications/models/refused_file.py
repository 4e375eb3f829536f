"""Documents that were sent; files that were refused after that, to be replaced by a day."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from contracts.applications.models.application import Application
from contracts.applications.models.content import Evidence, Submission
from contracts.applications.status import Status
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.constraints import set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.statuses import colours
from nmiss.base.files.models import FileState, StoredFile
from providers.models import ComplianceDocument, Provider
from providers.own_rows import acts_for

_OF_ITS_APPLICATION = (
    "(SELECT provider_id FROM public.contracts_application WHERE id = RECORD.application_id)"
)


class SentDocumentQuerySet(models.QuerySet):
    def refused_since(self) -> Self:
        """Those whose files were refused, of applications that are to be decided; nobody was told.

        It asks nothing of the evidence itself: those rows are sealed to whoever asks.
        """
        told = RefusedFile.objects.filter(evidence=OuterRef("evidence_id"))
        return self.filter(
            ~Exists(told),
            file__state__in=FileState.for_nobody(),
            application__status__in=Status.in_hand(),
        ).order_by("pk")


class SentDocument(models.Model):
    """That a document was sent with an application, and in which file. What it is stays sealed.

    ``submission`` is the newest version that lists it; there is none for what answers an evidence
    request or replaces another document.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    submission = models.ForeignKey(
        Submission, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SentDocumentQuerySet.as_manager()

    class Meta:
        triggers = [
            # The next version of an application lists its documents anew.
            pgtrigger.Protect(name="stays_as_sent", operation=pgtrigger.Update),
            WrittenBySomebody(
                Role.PROVIDER, must=acts_for(_OF_ITS_APPLICATION), words="A provider sends its own."
            ),
        ]

    def __str__(self) -> str:
        return f"document of {self.application}"

    # Verbs

    @classmethod
    def note_version(cls, submission: Submission, numbers: Collection[int]) -> None:
        """Note the documents of a version in the place of those of the version before."""
        of_versions = cls.objects.filter(
            application=submission.application, submission__isnull=False
        )
        of_versions.delete()
        known = cls.objects.filter(application=submission.application).values("evidence")
        listed = Evidence.objects.filter(pk__in=numbers, application=submission.application)
        cls.objects.bulk_create(
            cls(
                application_id=submission.application_id,
                evidence_id=each.pk,
                file_id=each.file_id,
                submission=submission,
            )
            for each in listed.exclude(pk__in=known).order_by("pk")
        )

    @classmethod
    def note(cls, evidence: Evidence) -> None:
        """Note a document that was sent by itself."""
        cls.objects.create(
            application_id=evidence.application_id, evidence=evidence, file_id=evidence.file_id
        )


colours({"replaced": "grey", "to be replaced": "orange"})


class RefusedFileQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """A provider's people see their own; the council those of what it may open."""
        if user.is_provider:
            return self.filter(provider__in=Provider.objects.visible_to(user))
        if user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR):
            return self.filter(Q(application=None) | Q(application__opened_at__isnull=False))
        return self.none()

    def of_evidence(self) -> Self:
        return self.exclude(evidence=None)

    def of_documents(self) -> Self:
        return self.exclude(document=None)

    def not_replaced(self) -> Self:
        return self.filter(replaced_at=None)

    def in_hand(self) -> Self:
        """Those that still count: of applications that are not decided, and current documents."""
        return self.filter(
            Q(application__status__in=Status.in_hand()) | Q(document__replaced_at=None),
        )

    def with_whose(self) -> Self:
        return self.select_related("provider", "application", "document")

    def by_due(self) -> Self:
        return self.order_by("due_on", "pk")


@tracked()
class RefusedFile(models.Model):
    """That the check refused a file of an application or of a member, after it had been sent.

    What was sent in time counts as sent in time. Its sender has until the end of ``due_on`` to
    replace the file, whether or not a round has closed meanwhile; if nothing comes, it counts as
    missing. What is in the document is not here: that stays sealed
    (``contracts.applications.models.content``).
    """

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="refused_files")
    application = models.ForeignKey(
        Application, null=True, on_delete=models.PROTECT, related_name="refused_files"
    )
    evidence = models.OneToOneField(
        Evidence, null=True, on_delete=models.PROTECT, related_name="refused"
    )
    document = models.OneToOneField(
        ComplianceDocument, null=True, on_delete=models.PROTECT, related_name="refused"
    )
    told_at = models.DateTimeField(default=timezone.now, editable=False)
    due_on = models.DateField()
    replaced_at = models.DateTimeField(null=True, editable=False)
    replacement = models.OneToOneField(
        Evidence, null=True, on_delete=models.PROTECT, related_name="replaces"
    )
    new_document = models.ForeignKey(
        ComplianceDocument, null=True, on_delete=models.PROTECT, related_name="replaces_refused"
    )

    objects = RefusedFileQuerySet.as_manager()

    class Meta:
        constraints = [
            set_together("application", "evidence"),
            models.CheckConstraint(
                name="contracts_refusedfile_of_one_thing",
                condition=Q(evidence__isnull=True) ^ Q(document__isnull=True),
            ),
            models.CheckConstraint(
                name="contracts_refusedfile_replaced_by_something",
                condition=Q(replaced_at=None, replacement=None, new_document=None)
                | Q(replaced_at__isnull=False, new_document=None, evidence__isnull=False)
                & Q(replacement__isnull=False)
                | Q(replaced_at__isnull=False, replacement=None, document__isnull=False)
                & Q(new_document__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            # The hub notes what was refused, and who sent it replaces it.
            WrittenBySomebody(
                Role.PROVIDER,
                unless=BY_THE_HUB,
                must=f"TG_OP = 'UPDATE' AND {acts_for('RECORD.provider_id')}",
                words="Whose file was refused replaces it.",
            ),
        ]

    def __str__(self) -> str:
        return f"refused file {self.pk} of {self.application or self.provider}"

    # Questions

    def may_be_replaced(self, on: datetime.date) -> bool:
        """Whether its time is not over, and it is not replaced yet."""
        return self.replaced_at is None and on <= self.due_on

    def standing(self, on: datetime.date) -> str:
        """Replaced, to be replaced, or missing."""
        if self.replaced_at:
            return "replaced"
        return "to be replaced" if on <= self.due_on else "missing"
