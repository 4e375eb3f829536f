"""What the worker does for an import: checks it, writes it, undoes it."""

from __future__ import annotations

import datetime
import logging

import pghistory
from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q

from nmiss.across.imports import findings
from nmiss.across.imports.models import FAILED, MOST_TRIES, ImportFindings, ImportRun, ImportStatus
from nmiss.across.imports.progress import ImportProgress
from nmiss.base.accounts.models import User
from nmiss.base.core import locks
from nmiss.base.core.acting import acting_for
from nmiss.base.files.models import FileState, StoredFile
from nmiss.base.files.vault import Damaged
from nmiss.base.importing.outcomes import Outcome
from nmiss.base.importing.questions import Unanswered
from nmiss.base.importing.tables import Rejected
from nmiss.base.importing.undoing import BuiltOn, undo

LOCK = 8_860_002
INFECTED = (
    "The virus scanner found {found} in this file. Nobody can open it, and nothing of it was "
    "written. Ask whoever sent it for another."
)
CHANGED = "Our records have changed since this file was checked. Look at it again."
BUILT_ON = "This cannot be undone any more: something has been built on what it brought."
log = logging.getLogger(__name__)


def work_on_what_is_due() -> int:
    """Do what is due, oldest first, one at a time; return how many were worked on."""
    return sum(
        _work(run)
        for run in ImportRun.objects.due().select_related("file", "uploaded_by", "undone_by")[:10]
    )


@transaction.atomic
def forget_old_files(*, now: datetime.datetime) -> int:
    """Remove the files of imports that are settled, what was found in them, and lists built.

    An import that waits for somebody keeps its file, however old.
    """
    old = now - datetime.timedelta(days=settings.KEEP_FILES_DAYS)
    settled = ImportRun.objects.settled_before(old)
    ImportFindings.objects.filter(run__in=settled).delete()
    files = StoredFile.objects.filter(forgotten_at=None, kept_at__lt=old)
    files = files.filter(Q(imports__in=settled) | Q(list_download__isnull=False)).distinct()
    for file in files:
        file.forget()
    return len(files)


def _work(run: ImportRun) -> bool:
    """Do one step of one import, in one transaction: a worker that dies leaves nothing behind.

    It is done for who uploaded the table, or undoes it: its rows name them, and the database asks.
    What fails three times is given up and says so; the next one is not held up by it.
    """
    ImportRun.objects.filter(pk=run.pk).update(tries=F("tries") + 1)
    try:
        with ImportProgress(run) as progress, acting_for(_whose(run)):
            return _is_ours(run) and _STEPS[run.status](run, progress)
    except Exception:
        log.exception("Import %s could not be worked on", run.pk)
        _give_up_in_time(run)
        return False


def _whose(run: ImportRun) -> User:
    return run.undone_by if run.status == ImportStatus.UNDOING else run.uploaded_by


def _give_up_in_time(run: ImportRun) -> None:
    with acting_for(_whose(run)):
        run.lock()
        if run.tries < MOST_TRIES or not run.is_with_the_worker:
            return
        if run.status == ImportStatus.UNDOING:
            run.stay(by=None, note=FAILED)
        else:
            run.give_up(by=None)


def _is_ours(run: ImportRun) -> bool:
    """Whether no other worker has it, and it still waits for what we came to do."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, run.pk])
        is_free = cursor.fetchone()[0]
    return is_free and ImportRun.objects.filter(pk=run.pk, status=run.status).exists()


def _check(run: ImportRun, progress: ImportProgress) -> bool:
    if run.file.state == FileState.INFECTED:
        return _refuse(run, note=INFECTED.format(found=run.file.found))
    if run.file.state == FileState.REFUSED:
        return _refuse(run, note=f"{run.file.refusal}. No records changed.")
    try:
        with transaction.atomic():
            outcome = _read(run, progress, dry_run=True)
    except Rejected as rejected:
        return _turn_away(run, rejected)
    except Damaged:
        return _refuse(run, note="The kept file is damaged. Upload it again.")
    run.preview(by=None, found=findings.of_outcome(outcome), counts=outcome.counts())
    return True


def _write(run: ImportRun, progress: ImportProgress) -> bool:
    """Write what was checked; what is no longer as it was checked goes back to be looked at."""
    try:
        with transaction.atomic(), pghistory.context(import_run=run.pk) as context:
            before = _read(run, progress, dry_run=True)
            found, counts = findings.of_outcome(before), before.counts()
            if found != run.findings() or counts != run.counts:
                run.preview(by=None, found=found, counts=counts, note=CHANGED)
                return True
            _read(run, progress, dry_run=False)
    except Rejected as rejected:
        return _turn_away(run, rejected)
    run.finish(by=run.confirmed_by, under=context.id)
    return True


def _undo(run: ImportRun, progress: ImportProgress) -> bool:
    locks.hold(locks.IMPORTS)
    undone = ImportRun.objects.filter(status=ImportStatus.UNDONE)
    ignoring = undone.values_list("written_under", "undone_under")
    try:
        with transaction.atomic(), pghistory.context(undoes_import_run=run.pk) as context:
            if not run.is_last_of_its_kind():
                raise BuiltOn("a later import")
            count = undo(
                run.written_under,
                ignoring=[one for both in ignoring for one in both],
                leaving=(ImportRun, ImportFindings),
            )
            if run.kind.take_back:
                count += run.kind.take_back(run.written_under, run.undone_by)
    except BuiltOn:
        run.stay(by=None, note=BUILT_ON)
        return True
    run.undo(by=run.undone_by, rows=count, under=context.id)
    return True


def _read(run: ImportRun, progress: ImportProgress, *, dry_run: bool) -> Outcome:
    # A check shows every difference; only the writing leaves out what is kept.
    keep = set() if dry_run else {tuple(one) for one in run.kept}
    with run.file.on_disk() as path:
        return run.kind.take_in(
            path,
            dry_run=dry_run,
            by=run.uploaded_by,
            tell=progress.tell,
            keep=keep,
            answers=run.answers,
        )


def _turn_away(run: ImportRun, rejected: Rejected) -> bool:
    """Ask, where a person can say what stands in the way; else refuse with every fault."""
    if isinstance(rejected, Unanswered):
        run.ask(by=None, found=findings.of_questions(rejected.questions))
        return True
    faults = rejected.faults
    return _refuse(run, found=findings.of_faults(faults), errors=len(faults))


def _refuse(run: ImportRun, *, found: list | None = None, errors: int = 0, note: str = "") -> bool:
    run.refuse(by=None, found=found or [], errors=errors, note=note)
    return True


_STEPS = {ImportStatus.WAITING: _check, ImportStatus.CONFIRMED: _write, ImportStatus.UNDOING: _undo}
