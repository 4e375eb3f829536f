"""Imports: one table on its way in, from the upload to its end, and what was found in it."""

from __future__ import annotations

import datetime
import json
import uuid
from collections.abc import Collection
from typing import Any, Literal, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from nmiss.across.imports import permissions
from nmiss.across.imports.kinds import IMPORTS
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.fields import EncryptedTextField
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from nmiss.base.files.models import FileState, StoredFile
from nmiss.base.importing.declaration import Import

MOST_TRIES = 3
# Everybody who may bring a table of some kind.
IMPORTING = sorted({role for one in IMPORTS.values() for role in one.roles})
Opened = Literal["open_file", "open_findings"]
FAILED = "This did not work, and nothing was written. Tell your IT support."


# What a table brings, by the name of its declaration.
What = models.TextChoices(
    "What", [(name.upper(), (name, one.title)) for name, one in IMPORTS.items()]
)


@coloured(
    waiting="light-blue",
    asking="yellow",
    refused="red",
    checked="yellow",
    confirmed="light-blue",
    done="green",
    undoing="light-blue",
    undone="grey",
    dropped="grey",
    failed="red",
)
class ImportStatus(models.TextChoices):
    """How far it has come."""

    WAITING = "waiting", "Waiting to be checked"
    ASKING = "asking", "Waiting for answers"
    REFUSED = "refused", "Refused"
    CHECKED = "checked", "Checked"
    CONFIRMED = "confirmed", "Confirmed"
    DONE = "done", "Done"
    UNDOING = "undoing", "Being undone"
    UNDONE = "undone", "Undone"
    DROPPED = "dropped", "Discarded"
    FAILED = "failed", "Failed"

    @classmethod
    def with_the_worker(cls) -> list[ImportStatus]:
        """Those in which the worker has something to do."""
        return [cls.WAITING, cls.CONFIRMED, cls.UNDOING]

    @classmethod
    def with_a_person(cls) -> list[ImportStatus]:
        """Those in which somebody has something to decide."""
        return [cls.ASKING, cls.CHECKED]


class ImportRunQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Commissioning works with imports, auditors look; others see what they may bring."""
        if user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR):
            return self
        return self.filter(
            what__in=[one.name for one in IMPORTS.values() if user.role in one.roles]
        )

    def due(self) -> Self:
        """Those the worker has something to do for, oldest first.

        What is in a table is read only once its file was checked.
        """
        due = self.filter(status__in=ImportStatus.with_the_worker())
        return due.exclude(status=ImportStatus.WAITING, file__state=FileState.WAITING).order_by(
            "pk"
        )

    def waiting_for_a_person(self) -> Self:
        """Those that wait for answers, or to be confirmed or dropped, oldest first."""
        return self.filter(status__in=ImportStatus.with_a_person()).order_by("pk")

    def settled_before(self, instant: datetime.datetime) -> Self:
        """Those that came in before this and for which nobody has anything left to do."""
        open_ones = [*ImportStatus.with_the_worker(), *ImportStatus.with_a_person()]
        return self.filter(uploaded_at__lt=instant).exclude(status__in=open_ones)

    def in_the_books(self, what: str) -> Self:
        """Those of a kind that were written and not undone, the last first."""
        written = self.filter(what=what, status__in=[ImportStatus.DONE, ImportStatus.UNDOING])
        return written.order_by("-done_at", "-pk")


@tracked(exclude=["progress"])
class ImportRun(Lifecycle):
    """A table on its way in. The web writes what officers decide; the worker does it."""

    what = models.CharField(max_length=20, choices=What)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="imports")
    status = models.CharField(
        max_length=20, choices=ImportStatus, default=ImportStatus.WAITING, editable=False
    )
    progress = models.CharField(max_length=200, blank=True, editable=False)
    note = models.CharField(max_length=300, blank=True, editable=False)
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    counts = models.JSONField(default=dict, editable=False)
    kept = models.JSONField(default=list, editable=False)
    answers = models.JSONField(default=dict, editable=False)
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
            one_of("status", ImportStatus),
            set_together("confirmed_by", "confirmed_at"),
            set_together("done_at", "written_under"),
            set_together("undone_by", "undone_at"),
            models.CheckConstraint(
                name="imports_importrun_written_when_done",
                condition=~Q(status__in=["done", "undoing", "undone"]) | Q(done_at__isnull=False),
            ),
            models.CheckConstraint(
                name="imports_importrun_confirmed_and_undone_by_somebody",
                condition=(~Q(status="confirmed") | Q(confirmed_at__isnull=False))
                & (~Q(status__in=["undoing", "undone"]) | Q(undone_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="imports_importrun_confirmed_before_done",
                condition=Q(done_at=None) | Q(confirmed_at__isnull=False),
            ),
        ]
        triggers = [
            ByItsMoves(),
            # Beat counts tries; the worker says what it found, and that it is done.
            WrittenBySomebody(
                *IMPORTING,
                of=(
                    *("what", "file", "kept", "answers", "uploaded_by", "uploaded_at"),
                    *("confirmed_by", "confirmed_at", "undone_by", "undone_at"),
                ),
                uploaded_by=("what", "file", "uploaded_at"),
                confirmed_by=("confirmed_at",),
                undone_by=("undone_at",),
            ),
        ]
        indexes = [models.Index(fields=["uploaded_at", "id"], name="imports_importrun_in_order")]

    def __str__(self) -> str:
        return f"import of {self.what} from {self.file.name}"

    # Questions

    @property
    def kind(self) -> Import:
        """What was declared of such tables."""
        return IMPORTS[self.what]

    @property
    def is_with_the_worker(self) -> bool:
        return self.status in ImportStatus.with_the_worker()

    @property
    def asks_about_differences(self) -> bool:
        """The register's facts may be kept out one by one; what we are told ourselves may not."""
        return self.kind.asks_about_differences and self.status == ImportStatus.CHECKED

    def is_last_of_its_kind(self) -> bool:
        return ImportRun.objects.in_the_books(self.what).first() == self

    def may_be_undone(self) -> bool:
        """Only the last of its kind, and only as long as nothing is known to be built on it."""
        return self.status == ImportStatus.DONE and not self.note and self.is_last_of_its_kind()

    def in_the_way(self) -> ImportRun | None:
        """The last of its kind, where that was written after this one: it must be undone first."""
        if self.status != ImportStatus.DONE or self.note:
            return None
        last = ImportRun.objects.in_the_books(self.what).select_related("file").first()
        return None if last == self else last

    def findings(self) -> list[dict[str, Any]]:
        """What was found in the table: faults, warnings and changes, in this order."""
        found = ImportFindings.objects.filter(run=self).first()
        return json.loads(found.body) if found else []

    # Verbs

    @classmethod
    @in_person
    def begin(cls, *, what: str, file: StoredFile, by: User) -> Self:
        """Hand a kept file to the worker, to be checked."""
        run = cls.objects.create(what=what, file=file, uploaded_by=by)
        AuditEvent.record("upload", run, by=by, sha256=file.sha256)
        return run

    def digest(self) -> str:
        """What tells one state of it from another: what was found, answered and kept."""
        return digest_of(self.status, self.counts, self.answers, self.kept, self.findings())

    def note_opening(self, verb: Opened, *, by: User) -> None:
        """Keep who opened its file, or all that was found in it: both may say who children are."""
        AuditEvent.record(verb, self, by=by, sha256=self.file.sha256)

    @in_person
    def keep_ours(
        self, differences: Collection[tuple[str, str]], *, by: User, of: Collection
    ) -> None:
        """Keep what we hold, for these of the differences shown; accept the others shown."""
        self.lock()
        stop_if(permissions.why_not_choose(by, self))
        shown = {tuple(one) for one in of}
        self.kept = [one for one in self.kept if tuple(one) not in shown]
        self.kept += [list(one) for one in differences if tuple(one) in shown]
        self.save(update_fields=["kept"])

    def _settle(self, found: list | None) -> None:
        """Begin the next step anew, and keep what was found in this one."""
        self.progress, self.tries = "", 0
        if found is not None:
            body = json.dumps(found)
            ImportFindings.objects.update_or_create(run=self, defaults={"body": body})

    # Moves

    @move(
        sources={ImportStatus.WAITING, ImportStatus.CONFIRMED},
        target=ImportStatus.CHECKED,
        withheld={"found"},
    )
    def preview(self, *, by: User | None, found: list, counts: dict, note: str = "") -> None:
        """Say what the table would bring. What was confirmed and has changed is to be seen anew."""
        self.counts, self.note = counts, note
        self.confirmed_by = self.confirmed_at = None
        self._settle(found)

    @move(
        sources={ImportStatus.WAITING, ImportStatus.CONFIRMED},
        target=ImportStatus.ASKING,
        withheld={"found"},
    )
    def ask(self, *, by: User | None, found: list) -> None:
        """Ask what only a person can say."""
        self.counts, self.note = {"questions": len(found)}, ""
        self.confirmed_by = self.confirmed_at = None
        self._settle(found)

    @move(
        sources={ImportStatus.ASKING},
        target=ImportStatus.WAITING,
        is_in_person=True,
        why_not=permissions.why_not_answer,
    )
    def answer(self, *, by: User, answers: dict[str, str]) -> None:
        """Have the table checked again, with these answers."""
        self.answers = self.answers | answers
        self._settle(None)

    @move(
        sources={ImportStatus.WAITING, ImportStatus.CONFIRMED},
        target=ImportStatus.REFUSED,
        withheld={"found"},
    )
    def refuse(self, *, by: User | None, found: list, errors: int = 0, note: str = "") -> None:
        """Say why nothing of the table can be taken."""
        self.counts, self.note = {"errors": errors}, note
        self.confirmed_by = self.confirmed_at = None
        self._settle(found)

    @move(
        sources={ImportStatus.CHECKED},
        target=ImportStatus.CONFIRMED,
        withheld={"seen"},
        is_in_person=True,
        why_not=permissions.why_not_confirm,
    )
    def confirm(self, *, by: User, seen: str) -> None:
        """Have the worker write what was checked, as it was read."""
        stop_if_changed("This import", seen=seen, now=self.digest())
        self.confirmed_by, self.confirmed_at, self.note = by, timezone.now(), ""
        self._settle(None)

    @move(
        sources={
            ImportStatus.ASKING,
            ImportStatus.CHECKED,
            ImportStatus.REFUSED,
            ImportStatus.FAILED,
        },
        target=ImportStatus.DROPPED,
        why_not=permissions.why_not_drop,
    )
    def drop(self, *, by: User) -> None:
        """Leave it: nothing was written, and nothing will be."""

    @move(sources={ImportStatus.CONFIRMED}, target=ImportStatus.DONE, withheld={"under"})
    def finish(self, *, by: User | None, under: uuid.UUID) -> None:
        """Say that it is written, and under which context of the history."""
        self.written_under, self.done_at = under, timezone.now()
        self._settle(None)

    @move(sources={ImportStatus.WAITING, ImportStatus.CONFIRMED}, target=ImportStatus.FAILED)
    def give_up(self, *, by: User | None) -> None:
        """Say that it did not work, and let the next one pass."""
        self.note, self.progress = FAILED, ""

    @move(
        sources={ImportStatus.DONE},
        target=ImportStatus.UNDOING,
        is_in_person=True,
        why_not=permissions.why_not_undo,
    )
    def ask_to_undo(self, *, by: User) -> None:
        """Have the worker put back what was before."""
        self.undone_by, self.undone_at = by, timezone.now()
        self._settle(None)

    @move(sources={ImportStatus.UNDOING}, target=ImportStatus.UNDONE, withheld={"under"})
    def undo(self, *, by: User | None, rows: int, under: uuid.UUID) -> None:
        """Say that all is as it was before."""
        self.undone_under = under
        self._settle(None)

    @move(sources={ImportStatus.UNDOING}, target=ImportStatus.DONE)
    def stay(self, *, by: User | None, note: str) -> None:
        """Say why it cannot be undone."""
        self.undone_by = self.undone_at = None
        self.note = note
        self._settle(None)


@tracked(exclude=["body"])
class ImportFindings(models.Model):
    """What was found in a table. Encrypted: a cell that is wrong may hold a child's birth date."""

    run = models.OneToOneField(ImportRun, on_delete=models.CASCADE, related_name="+")
    body = EncryptedTextField()

    def __str__(self) -> str:
        return f"Findings {self.pk}"
