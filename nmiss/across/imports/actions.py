"""What the worker does for an import: checks it, writes it, undoes it."""

from __future__ import annotations

import datetime
import json
import logging
from collections.abc import Callable

import pghistory
from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from contracts.membership.imports import import_members
from nmiss.across.imports import findings
from nmiss.across.imports.models import MOST_TRIES, ImportFindings, ImportRun, Status, What
from nmiss.across.imports.progress import Progress
from nmiss.base.core import locks
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.outcomes import Outcome
from nmiss.base.core.tables import Rejected
from nmiss.base.core.undoing import BuiltOn, undo
from nmiss.base.files.models import State, StoredFile
from nmiss.base.files.vault import Damaged
from placements.imports import import_placements
from placements.links import import_school_links
from providers.imports import import_schools

LOCK = 8_860_002
INFECTED = (
    "The virus scanner found {found} in this file. Nobody can open it, and nothing of it was "
    "written. Ask whoever sent it for another."
)
log = logging.getLogger(__name__)

IMPORTS: dict[str, Callable[..., Outcome]] = {
    What.SCHOOLS: import_schools,
    What.LINKS: import_school_links,
    What.MEMBERS: import_members,
    What.PLACEMENTS: import_placements,
}


def work_on_what_is_due() -> int:
    """Do what is due, oldest first, one at a time; return how many were worked on."""
    return sum(_work(run) for run in ImportRun.objects.due().select_related("file")[:10])


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

    What fails three times is given up and says so; the next one is not held up by it.
    """
    ImportRun.objects.filter(pk=run.pk).update(tries=F("tries") + 1)
    try:
        with Progress(run) as progress, transaction.atomic():
            return _is_ours(run) and _STEPS[run.status](run, progress)
    except Exception:
        log.exception("Import %s could not be worked on", run.pk)
        ImportRun.objects.filter(pk=run.pk, tries__gte=MOST_TRIES).update(
            status=Status.DONE if run.status == Status.UNDOING else Status.FAILED,
            note="This did not work, and nothing was written. Tell whoever runs the hub.",
        )
        return False


def _is_ours(run: ImportRun) -> bool:
    """Whether no other worker has it, and it still waits for what we came to do."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, run.pk])
        is_free = cursor.fetchone()[0]
    return is_free and ImportRun.objects.filter(pk=run.pk, status=run.status).exists()


def _check(run: ImportRun, progress: Progress) -> bool:
    if run.file.state == State.INFECTED:
        return _refuse(run, [], INFECTED.format(found=run.file.found))
    if run.file.state == State.REFUSED:
        return _refuse(run, [], f"{run.file.refusal}. No records changed.")
    try:
        with transaction.atomic():
            outcome = _read(run, progress, dry_run=True)
    except Rejected as rejected:
        return _refuse(run, findings.of_faults(rejected.faults), "", len(rejected.faults))
    except Damaged:
        return _refuse(run, [], "The kept file is damaged. Upload it again.")
    run.status, run.counts = Status.CHECKED, outcome.counts()
    return _settle(run, findings.of_outcome(outcome))


def _write(run: ImportRun, progress: Progress) -> bool:
    """Write what was checked; what is no longer as it was checked goes back to be looked at."""
    try:
        with transaction.atomic(), pghistory.context(import_run=run.pk) as context:
            before = _read(run, progress, dry_run=True)
            if findings.of_outcome(before) != run.findings() or before.counts() != run.counts:
                run.note = "What we hold has changed since this was checked. Look at it again."
                run.status, run.confirmed_by, run.confirmed_at = Status.CHECKED, None, None
                run.counts = before.counts()
                return _settle(run, findings.of_outcome(before))
            _read(run, progress, dry_run=False)
            run.written_under = context.id
    except Rejected as rejected:
        return _refuse(run, findings.of_faults(rejected.faults), "", len(rejected.faults))
    run.status, run.done_at = Status.DONE, timezone.now()
    return _settle(run, None)


def _undo(run: ImportRun, progress: Progress) -> bool:
    locks.hold(locks.IMPORTS)
    undone = ImportRun.objects.filter(status=Status.UNDONE)
    ignoring = undone.values_list("written_under", "undone_under")
    try:
        with transaction.atomic(), pghistory.context(undoes_import_run=run.pk) as context:
            count = undo(
                run.written_under,
                ignoring=[one for both in ignoring for one in both],
                leaving=(ImportRun, ImportFindings),
            )
    except BuiltOn:
        run.status, run.undone_by, run.undone_at = Status.DONE, None, None
        run.note = "This cannot be undone any more: something has been built on what it brought."
        return _settle(run, None)
    run.status, run.undone_under = Status.UNDONE, context.id
    AuditEvent.record("undo", run, by=run.undone_by, rows=count)
    return _settle(run, None)


def _read(run: ImportRun, progress: Progress, *, dry_run: bool) -> Outcome:
    options = {"keep": {tuple(one) for one in run.kept}} if run.what == What.SCHOOLS else {}
    # A check shows every difference; only the writing leaves out what is kept.
    options = {} if dry_run else options
    by = run.confirmed_by or run.uploaded_by
    with run.file.on_disk() as path:
        return IMPORTS[run.what](path, dry_run=dry_run, by=by, tell=progress.tell, **options)


def _refuse(run: ImportRun, found: list, note: str, faults: int = 0) -> bool:
    run.status, run.note, run.counts = Status.REFUSED, note, {"errors": faults}
    run.confirmed_by = run.confirmed_at = None
    return _settle(run, found)


def _settle(run: ImportRun, found: list | None) -> bool:
    run.progress, run.tries = "", 0
    run.save()
    if found is not None:
        body = json.dumps(found)
        ImportFindings.objects.update_or_create(run=run, defaults={"body": body})
    return True


_STEPS = {Status.WAITING: _check, Status.CONFIRMED: _write, Status.UNDOING: _undo}
