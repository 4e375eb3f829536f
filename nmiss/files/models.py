"""Files as they are kept: what came in, what it is, and whether it may be opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qsl

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from nmiss.core.constraints import one_of
from nmiss.core.history import tracked
from nmiss.core.models import AuditEvent
from nmiss.files import scanner, vault
from nmiss.files.listings import filters_set

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from nmiss.accounts.models import User


class Scan(models.TextChoices):
    """What the virus scanner says."""

    WAITING = "waiting", "Waiting for the scan"
    CLEAN = "clean", "Clean"
    INFECTED = "infected", "Infected"


class NotToBeOpened(Exception):
    """The file waits for the scan, or is infected, or its content was removed."""


class StoredFileQuerySet(models.QuerySet):
    def waiting_for_the_scan(self) -> Self:
        return self.filter(scan=Scan.WAITING, forgotten_at=None).order_by("pk")


@tracked()
class StoredFile(models.Model):
    """A file that is kept. Its name is what it came under; where it lies has a name made up."""

    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    place = models.CharField(max_length=32, unique=True)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=10, choices=Scan, default=Scan.WAITING, editable=False)
    found = models.CharField(max_length=200, blank=True, editable=False)
    scanned_at = models.DateTimeField(null=True, editable=False)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    kept_at = models.DateTimeField(default=timezone.now, editable=False)
    forgotten_at = models.DateTimeField(null=True, editable=False)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("scan", Scan),
            models.CheckConstraint(
                name="files_storedfile_scanned_unless_waiting",
                condition=Q(scan=Scan.WAITING, scanned_at=None)
                | ~Q(scan=Scan.WAITING) & Q(scanned_at__isnull=False),
            ),
            models.CheckConstraint(
                name="files_storedfile_found_where_infected",
                condition=Q(scan=Scan.INFECTED) & ~Q(found="")
                | ~Q(scan=Scan.INFECTED) & Q(found=""),
            ),
            models.CheckConstraint(
                name="files_storedfile_sha256_is_one", condition=Q(sha256__regex="^[0-9a-f]{64}$")
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=Q(scan=Scan.WAITING), name="files_storedfile_waiting"
            )
        ]

    def __str__(self) -> str:
        return self.name

    # Questions

    @property
    def may_be_opened(self) -> bool:
        """Only what is here, and clean where there is a scanner. Nothing infected, ever."""
        if self.forgotten_at or self.scan == Scan.INFECTED:
            return False
        return self.scan == Scan.CLEAN or not scanner.is_set()

    @property
    def is_infected(self) -> bool:
        return self.scan == Scan.INFECTED

    @property
    def waits_for_the_scan(self) -> bool:
        return self.scan == Scan.WAITING and scanner.is_set()

    def chunks(self) -> Iterator[bytes]:
        """The content, in order; raises NotToBeOpened first where it may not be opened."""
        self._see_that_it_may_be_opened()
        return vault.chunks(self.place, sha256=self.sha256)

    def on_disk(self) -> AbstractContextManager[Path]:
        """Lend the content as a file of its own name, for the length of a block."""
        self._see_that_it_may_be_opened()
        return vault.on_disk(self.place, sha256=self.sha256, called=self.name)

    def _see_that_it_may_be_opened(self) -> None:
        if not self.may_be_opened:
            raise NotToBeOpened(self.name)

    # Verbs

    @classmethod
    def take_in(cls, file: UploadedFile, *, by: User, on_ledger: bool = True) -> Self:
        """Keep a file that has come through the door (see ``UploadField``).

        ``on_ledger`` is false where the verb that takes it in writes that down itself.
        """
        file.seek(0)
        stored = cls.keep(
            file.chunks(vault.CHUNK), name=file.name, content_type=file.kind.content_type, by=by
        )
        if on_ledger:
            AuditEvent.record("take_in", stored, by=by, size=stored.size, sha256=stored.sha256)
        return stored

    @classmethod
    def keep(
        cls, chunks: Iterable[bytes], *, name: str, content_type: str, by: User | None
    ) -> Self:
        """Keep what the hub itself has made, or what the door let in."""
        deposit = vault.put(chunks)
        return cls.objects.create(
            name=name,
            content_type=content_type,
            place=deposit.name,
            size=deposit.size,
            sha256=deposit.sha256,
            kept_by=by,
        )

    @classmethod
    def keep_made(cls, content: bytes, *, name: str, content_type: str, by: User | None) -> Self:
        """Keep what the hub itself has made, so that no scanner need see it."""
        stored = cls.keep([content], name=name, content_type=content_type, by=by)
        stored.scan, stored.scanned_at = Scan.CLEAN, timezone.now()
        stored.save(update_fields=["scan", "scanned_at"])
        return stored

    @transaction.atomic
    def have_scanned(self) -> None:
        """Ask the scanner, and write down what it says. Raises scanner.Unavailable."""
        self.found = scanner.find_in(vault.chunks(self.place, sha256=self.sha256))[:200]
        self.scan = Scan.INFECTED if self.found else Scan.CLEAN
        self.scanned_at = timezone.now()
        self.save(update_fields=["scan", "found", "scanned_at"])
        if self.found:
            AuditEvent.record("quarantine", self, by=None, found=self.found, sha256=self.sha256)

    @transaction.atomic
    def forget(self) -> None:
        """Remove the content. What it was called and its digest stay on record."""
        self.forgotten_at = timezone.now()
        self.save(update_fields=["forgotten_at"])
        AuditEvent.record("forget", self, by=None, sha256=self.sha256)
        transaction.on_commit(lambda: vault.forget(self.place))


class ListDownloadQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Only who asked for a list may have it: others may see other rows."""
        return self.filter(asked_by=user)

    def waiting(self) -> Self:
        return self.filter(file=None, gave_up_at=None).order_by("pk")


@tracked(exclude=["query"])
class ListDownload(models.Model):
    """A long list that somebody wants as a workbook: the worker builds it.

    ``query`` has what was typed into its filters, such as a postcode. It is kept only until the
    list is built, and never in the history.
    """

    listing = models.CharField(max_length=50)
    query = models.TextField(blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    file = models.OneToOneField(
        StoredFile, null=True, on_delete=models.PROTECT, related_name="list_download"
    )
    gave_up_at = models.DateTimeField(null=True, editable=False)

    objects = ListDownloadQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="files_listdownload_ends_one_way",
                condition=Q(file=None) | Q(gave_up_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"list of {self.listing}"

    # Verbs

    @classmethod
    @transaction.atomic
    def ask_for(cls, *, listing: str, query: str, by: User) -> Self:
        """Have the worker build a list."""
        download = cls.objects.create(listing=listing, query=query, asked_by=by)
        filters = filters_set(dict(parse_qsl(query)))
        AuditEvent.record("ask_for", download, by=by, filters_set=filters)
        return download

    @transaction.atomic
    def hand_over(self, path: Path) -> None:
        """Keep what was built; the hub made it, so no scanner need see it."""
        with path.open("rb") as file:
            self.file = StoredFile.keep(
                iter(lambda: file.read(vault.CHUNK), b""),
                name=f"{self.listing}.xlsx",
                content_type=XLSX_TYPE,
                by=self.asked_by,
            )
        self.file.scan, self.file.scanned_at = Scan.CLEAN, timezone.now()
        self.file.save(update_fields=["scan", "scanned_at"])
        self.query = ""
        self.save(update_fields=["file", "query"])

    def give_up(self) -> None:
        """Say that this list cannot be built."""
        self.gave_up_at, self.query = timezone.now(), ""
        self.save(update_fields=["gave_up_at", "query"])
