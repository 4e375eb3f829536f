"""Files as they are kept: what came in, what it is, and whether it may be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qsl

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from nmiss.base.core.acting import acting_as_hub, in_person
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours
from nmiss.base.core.triggers import DoneInPerson
from nmiss.base.files import looking, scanner, vault
from nmiss.base.files.kinds import OF_CONTENT_TYPE
from nmiss.base.files.listings import filters_set

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from nmiss.base.accounts.models import User


MOST_TRIES = 3
GAVE_UP = "We could not check this file: save it again from its program, or send it as a PDF"


colours({"being checked": "light-blue", "refused": "red", "no longer kept": "grey"})


class FileState(models.TextChoices):
    """Whether a file was checked, and with what result. Nobody opens one that is not clean."""

    WAITING = "waiting", "Being checked"
    CLEAN = "clean", "Checked"
    REFUSED = "refused", "Refused"
    INFECTED = "infected", "Quarantined"

    @classmethod
    def for_nobody(cls) -> list[FileState]:
        """Those in which it is never opened again."""
        return [cls.REFUSED, cls.INFECTED]


class NotToBeOpened(Exception):
    """The file is being checked, or was refused, or its content was removed."""


_shows_sealed: list[Callable[[StoredFile], bool]] = []


def show_sealed_to(shows: Callable[[StoredFile], bool]) -> None:
    """Have a sealed file opened where this holds: the application that seals files says so."""
    _shows_sealed.append(shows)


# Who looks into a file, who makes one and who removes its content says so by a token of the hub's
# own; whoever sends one in does it in person.
_CHECKED_BY_THE_HUB = """
    IF public.nmiss_acts_as_hub() THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' AND (NEW.state <> 'waiting' OR NEW.looked_at IS NOT NULL)
        OR TG_OP = 'UPDATE' AND ROW(NEW.state, NEW.looked_at, NEW.checked_at, NEW.refusal,
                                    NEW.found, NEW.content_type)
            IS DISTINCT FROM ROW(OLD.state, OLD.looked_at, OLD.checked_at, OLD.refusal,
                                 OLD.found, OLD.content_type) THEN
        RAISE EXCEPTION 'The hub itself says what a file is.';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.forgotten_at IS DISTINCT FROM OLD.forgotten_at THEN
        RAISE EXCEPTION 'The hub itself removes the content of a file.';
    END IF;
    IF TG_OP = 'INSERT' AND NEW.kept_by_id IS NOT NULL
        AND NEW.kept_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
    RETURN NEW;
"""


class StoredFileQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        """Those to be checked. One that a check has died of lets the others go first."""
        return self.filter(state=FileState.WAITING, forgotten_at=None).order_by("tries", "pk")


@tracked()
class StoredFile(models.Model):
    """A file that is kept. Its name is what it came under; where it lies has a name made up.

    It is checked by the worker: looked into by a process of its own (``looked_at``), then scanned
    where there is a scanner. ``tries`` counts how often somebody set out to look into it.
    ``is_sealed``: it came under a seal, and is opened to whom this is shown (``show_sealed_to``),
    whichever record leads to it.
    """

    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    place = models.CharField(max_length=32, unique=True)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(
        max_length=10, choices=FileState, default=FileState.WAITING, editable=False
    )
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    looked_at = models.DateTimeField(null=True, editable=False)
    checked_at = models.DateTimeField(null=True, editable=False)
    refusal = models.CharField(max_length=300, blank=True, editable=False)
    found = models.CharField(max_length=200, blank=True, editable=False)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    kept_at = models.DateTimeField(default=timezone.now, editable=False)
    is_sealed = models.BooleanField(default=False, editable=False)
    forgotten_at = models.DateTimeField(null=True, editable=False)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("state", FileState),
            models.CheckConstraint(
                name="files_storedfile_checked_unless_waiting",
                condition=Q(state=FileState.WAITING, checked_at=None)
                | ~Q(state=FileState.WAITING) & Q(checked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="files_storedfile_found_where_infected",
                condition=Q(state=FileState.INFECTED) & ~Q(found="")
                | ~Q(state=FileState.INFECTED) & Q(found=""),
            ),
            models.CheckConstraint(
                name="files_storedfile_says_why_it_is_refused",
                condition=Q(state=FileState.REFUSED) & ~Q(refusal="")
                | ~Q(state=FileState.REFUSED) & Q(refusal=""),
            ),
            models.CheckConstraint(
                name="files_storedfile_looked_into_before_clean",
                condition=~Q(state__in=["clean", "infected"]) | Q(looked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="files_storedfile_sha256_is_one", condition=Q(sha256__regex="^[0-9a-f]{64}$")
            ),
        ]
        # Who could have one file lie where another does would read what is not theirs.
        triggers = [
            pgtrigger.ReadOnly(
                name="where_it_lies",
                fields=["name", "place", "size", "sha256", "kept_by", "kept_at", "is_sealed"],
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="checked_by_the_hub",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_CHECKED_BY_THE_HUB,
            ),
        ]
        indexes = [
            models.Index(
                fields=["tries", "id"],
                condition=Q(state=FileState.WAITING),
                name="files_storedfile_waiting",
            )
        ]

    def __str__(self) -> str:
        return self.name

    # Questions

    @property
    def may_be_opened(self) -> bool:
        """Only what is here, and was checked and found clean."""
        return self.state == FileState.CLEAN and self.forgotten_at is None

    @property
    def is_being_checked(self) -> bool:
        return self.state == FileState.WAITING and self.forgotten_at is None

    @property
    def is_refused(self) -> bool:
        """Whether it was checked and is never to be opened: another file is needed."""
        return self.state in FileState.for_nobody()

    @property
    def why_refused(self) -> str:
        """A sentence for whoever sent it."""
        if self.state == FileState.INFECTED:
            return "The virus scanner found something harmful in this file"
        return self.refusal

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
        if self.is_sealed and not any(shows(self) for shows in _shows_sealed):
            raise NotToBeOpened(self.name)

    # Verbs

    @classmethod
    def take_in(
        cls,
        file: UploadedFile,
        *,
        by: User | None,
        on_ledger: bool = True,
        is_sealed: bool = False,
    ) -> Self:
        """Keep a file that has come through the door (see ``UploadField``).

        ``on_ledger`` is false where the verb that takes it in writes that down itself; ``by`` is
        nobody where it came from who has a link.
        """
        file.seek(0)
        stored = cls._put(
            file.chunks(vault.CHUNK),
            name=file.name,
            content_type=file.kind.content_type,
            by=by,
            is_sealed=is_sealed,
        )
        if on_ledger:
            AuditEvent.record("take_in", stored, by=by, size=stored.size, sha256=stored.sha256)
        return stored

    @classmethod
    def keep(
        cls, chunks: Iterable[bytes], *, name: str, content_type: str, by: User | None
    ) -> Self:
        """Keep what came in, to be checked."""
        return cls._put(chunks, name=name, content_type=content_type, by=by)

    @classmethod
    def keep_made(
        cls, content: bytes | Iterable[bytes], *, name: str, content_type: str, by: User | None
    ) -> Self:
        """Keep what the hub itself has made: there is nothing to be checked."""
        chunks = [content] if isinstance(content, bytes) else content
        now = timezone.now()
        made = {"state": FileState.CLEAN, "looked_at": now, "checked_at": now}
        with acting_as_hub():
            return cls._put(chunks, name=name, content_type=content_type, by=by, **made)

    @classmethod
    def _put(
        cls,
        chunks: Iterable[bytes],
        *,
        name: str,
        content_type: str,
        by: User | None,
        **more: object,
    ) -> Self:
        deposit = vault.put(chunks)
        return cls.objects.create(
            name=name,
            content_type=content_type,
            place=deposit.name,
            size=deposit.size,
            sha256=deposit.sha256,
            kept_by=by,
            **more,
        )

    def pass_as_made(self) -> None:
        """Say that the hub itself has made what came in by the door, as the demo does."""
        self.state, self.looked_at = FileState.CLEAN, timezone.now()
        self.checked_at = self.looked_at
        with acting_as_hub():
            self.save(update_fields=["state", "looked_at", "checked_at"])

    def check_content(self, *, may_scan: bool = True) -> None:
        """Have it looked into, then scanned. Raises looking.Died and scanner.Unavailable.

        Each step is written down as it is done: who comes after a worker that was killed goes on
        from there. A file whose check has died three times is refused.
        """
        if self.looked_at is None:
            self._have_looked_into()
        if self.looked_at and self.state == FileState.WAITING and may_scan:
            self._have_scanned()

    def _have_looked_into(self) -> None:
        if self.tries >= MOST_TRIES:
            self._refuse(GAVE_UP)
            return
        self.tries += 1
        self.save(update_fields=["tries"])
        kind = OF_CONTENT_TYPE.get(self.content_type)
        if kind is None:
            self._refuse(GAVE_UP)
            return
        content = vault.chunks(self.place, sha256=self.sha256)
        refusal = looking.inside(content, extension=kind.extension, size=self.size)
        if refusal:
            self._refuse(refusal)
        else:
            self.looked_at = timezone.now()
            with acting_as_hub():
                self.save(update_fields=["looked_at"])

    def _have_scanned(self) -> None:
        if scanner.is_set():
            self.found = scanner.find_in(vault.chunks(self.place, sha256=self.sha256))[:200]
        self._settle(FileState.INFECTED if self.found else FileState.CLEAN)

    def _refuse(self, why: str) -> None:
        self.refusal = why
        self._settle(FileState.REFUSED)

    @transaction.atomic
    def _settle(self, state: FileState) -> None:
        self.state, self.checked_at = state, timezone.now()
        with acting_as_hub():
            self.save(update_fields=["state", "found", "refusal", "checked_at"])
        if state == FileState.INFECTED:
            AuditEvent.record("quarantine", self, by=None, found=self.found, sha256=self.sha256)
        elif state == FileState.REFUSED:
            AuditEvent.record("refuse_file", self, by=None, sha256=self.sha256)

    @transaction.atomic
    def forget(self) -> None:
        """Remove the content. What it was called and its digest stay on record."""
        self.forgotten_at = timezone.now()
        with acting_as_hub():
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
        triggers = [
            DoneInPerson(asked_by=("listing",)),
            pgtrigger.ReadOnly(name="of_whom_it_was", fields=["listing", "asked_by", "asked_at"]),
        ]

    def __str__(self) -> str:
        return f"list of {self.listing}"

    # Verbs

    @classmethod
    @in_person
    def ask_for(cls, *, listing: str, query: str, by: User) -> Self:
        """Have the worker build a list."""
        download = cls.objects.create(listing=listing, query=query, asked_by=by)
        filters = filters_set(dict(parse_qsl(query)))
        AuditEvent.record("ask_for", download, by=by, filters_set=filters)
        return download

    @transaction.atomic
    def hand_over(self, path: Path) -> None:
        """Keep what was built."""
        with path.open("rb") as file:
            self.file = StoredFile.keep_made(
                iter(lambda: file.read(vault.CHUNK), b""),
                name=f"{self.listing}.xlsx",
                content_type=XLSX_TYPE,
                by=self.asked_by,
            )
        self.query = ""
        self.save(update_fields=["file", "query"])

    def give_up(self) -> None:
        """Say that this list cannot be built."""
        self.gave_up_at, self.query = timezone.now(), ""
        self.save(update_fields=["gave_up_at", "query"])
