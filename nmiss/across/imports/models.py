"""Imports: one table on its way in, from the upload to its end, and what was found in it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.fields import EncryptedTextField
from nmiss.base.core.history import tracked
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from nmiss.base.files.models import State, StoredFile

MOST_TRIES = 3


class What(models.TextChoices):
    """What a table brings."""

    SCHOOLS = "schools", "Schools from the national register"
    LINKS = "links", "Links between schools from the national register"
    MEMBERS = "members", "Members of the DPS"
    PLACEMENTS = "placements", "Placements"


@coloured(
    waiting="light-blue",
    refused="red",
    checked="yellow",
    confirmed="light-blue",
    done="green",
    undoing="light-blue",
    undone="grey",
    dropped="grey",
    failed="red",
)
class Status(models.TextChoices):
    """How far it has come."""

    WAITING = "waiting", "Waiting to be checked"
    REFUSED = "refused", "Refused"
    CHECKED = "checked", "Checked"
    CONFIRMED = "confirmed", "Confirmed"
    DONE = "done", "Done"
    UNDOING = "undoing", "Being undone"
    UNDONE = "undone", "Undone"
    DROPPED = "dropped", "Dropped"
    FAILED = "failed", "Failed"

    @classmethod
    def with_the_worker(cls) -> list[Status]:
        """Those in which the worker has something to do."""
        return [cls.WAITING, cls.CONFIRMED, cls.UNDOING]


class NotAllowedNow(Exception):
    """Somebody else got there first, or it is too late or too early."""


class ImportRunQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Commissioning works with imports; auditors look."""
        return self if user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR) else self.none()

    def due(self) -> Self:
        """Those the worker has something to do for, oldest first.

        What is in a table is read only once its file was checked.
        """
        due = self.filter(status__in=Status.with_the_worker())
        return due.exclude(status=Status.WAITING, file__state=State.WAITING).order_by("pk")

    def waiting_for_a_person(self) -> Self:
        """Those that were checked and neither confirmed nor dropped, oldest first."""
        return self.filter(status=Status.CHECKED).order_by("pk")

    def settled_before(self, instant: datetime.datetime) -> Self:
        """Those that came in before this and for which nobody has anything left to do."""
        open_ones = [*Status.with_the_worker(), Status.CHECKED]
        return self.filter(uploaded_at__lt=instant).exclude(status__in=open_ones)

    def in_the_books(self) -> Self:
        """Those that were written and not undone, the last first."""
        return self.filter(status__in=[Status.DONE, Status.UNDOING]).order_by("-done_at", "-pk")


@tracked(exclude=["progress"])
class ImportRun(models.Model):
    """A table on its way in. The web writes what officers decide; the worker does it."""

    what = models.CharField(max_length=20, choices=What)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="imports")
    status = models.CharField(max_length=20, choices=Status, default=Status.WAITING, editable=False)
    progress = models.CharField(max_length=200, blank=True, editable=False)
    note = models.CharField(max_length=300, blank=True, editable=False)
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    counts = models.JSONField(default=dict, editable=False)
    kept = models.JSONField(default=list, editable=False)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, editable=False)
    done_at = models.DateTimeField(null=True, editable=False)
    undone_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, editable=False)
    written_under = models.UUIDField(null=True, editable=False)
    undone_under = models.UUIDField(null=True, editable=False)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("what", What),
            one_of("status", Status),
            set_together("confirmed_by", "confirmed_at"),
            set_together("done_at", "written_under"),
            set_together("undone_by", "undone_at"),
            models.CheckConstraint(
                name="imports_importrun_written_when_done",
                condition=~Q(status__in=["done", "undoing", "undone"]) | Q(done_at__isnull=False),
            ),
            models.CheckConstraint(
                name="imports_importrun_confirmed_before_done",
                condition=Q(done_at=None) | Q(confirmed_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["uploaded_at", "id"], name="imports_importrun_in_order")]

    def __str__(self) -> str:
        return f"import of {self.what} from {self.file.name}"

    # Questions

    @property
    def is_with_the_worker(self) -> bool:
        return self.status in Status.with_the_worker()

    @property
    def asks_about_differences(self) -> bool:
        """The register's facts may be kept out one by one; what we are told ourselves may not."""
        return self.what == What.SCHOOLS and self.status == Status.CHECKED

    def may_be_undone(self) -> bool:
        """Only what came in last, and only as long as nothing is known to be built on it."""
        last = ImportRun.objects.in_the_books().first()
        return self.status == Status.DONE and last == self and not self.note

    def in_the_way(self) -> ImportRun | None:
        """The last of those that were written after this one; it must be undone first."""
        if self.status != Status.DONE or self.note:
            return None
        last = ImportRun.objects.in_the_books().select_related("file").first()
        return None if last == self else last

    def findings(self) -> list[dict[str, Any]]:
        """What was found in the table: faults, warnings and changes, in this order."""
        found = ImportFindings.objects.filter(run=self).first()
        return json.loads(found.body) if found else []

    # Verbs

    @classmethod
    @transaction.atomic
    def begin(cls, *, what: str, file: StoredFile, by: User) -> Self:
        """Hand a kept file to the worker, to be checked."""
        run = cls.objects.create(what=what, file=file, uploaded_by=by)
        AuditEvent.record("upload", run, by=by, sha256=file.sha256)
        return run

    @transaction.atomic
    def keep_ours(self, differences: Collection[tuple[str, str]], *, of: Collection) -> None:
        """Keep what we hold, for these of the differences shown; accept the others shown."""
        run = self._locked(Status.CHECKED)
        shown = {tuple(one) for one in of}
        run.kept = [one for one in run.kept if tuple(one) not in shown]
        run.kept += [list(one) for one in differences if tuple(one) in shown]
        run.save(update_fields=["kept"])

    @transaction.atomic
    def confirm(self, *, by: User) -> None:
        """Have the worker write what was checked."""
        run = self._locked(Status.CHECKED)
        run.status, run.confirmed_by, run.confirmed_at = Status.CONFIRMED, by, timezone.now()
        run.note, run.tries, run.progress = "", 0, ""
        run.save()
        AuditEvent.record("confirm", run, by=by, kept=len(run.kept))

    @transaction.atomic
    def drop(self, *, by: User) -> None:
        """Leave it: nothing was written, and nothing will be."""
        run = self._locked(Status.CHECKED, Status.REFUSED, Status.FAILED)
        run.status = Status.DROPPED
        run.save(update_fields=["status"])
        AuditEvent.record("drop", run, by=by)

    @transaction.atomic
    def ask_to_undo(self, *, by: User) -> None:
        """Have the worker put back what was before."""
        run = self._locked(Status.DONE)
        if not run.may_be_undone():
            raise NotAllowedNow("Another import has come in since.")
        run.status, run.undone_by, run.undone_at = Status.UNDOING, by, timezone.now()
        run.tries, run.progress = 0, ""
        run.save()
        AuditEvent.record("ask_to_undo", run, by=by)

    def _locked(self, *statuses: str) -> ImportRun:
        run = ImportRun.objects.select_for_update(of=("self",)).get(pk=self.pk)
        if run.status not in statuses:
            raise NotAllowedNow(f"It is {run.get_status_display().lower()} by now.")
        return run


@tracked(exclude=["body"])
class ImportFindings(models.Model):
    """What was found in a table. Encrypted: a cell that is wrong may hold a child's birth date."""

    run = models.OneToOneField(ImportRun, on_delete=models.CASCADE, related_name="+")
    body = EncryptedTextField()

    def __str__(self) -> str:
        return f"Findings {self.pk}"
