"""What becomes of a workbook: read by the worker, corrected, saved in the returns, or discarded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from kpis import child_saving, permissions, saving
from kpis.filling import Filling, Part
from kpis.models import (
    Figure,
    KpiReturn,
    ReturnSection,
    ReturnStatus,
    ReturnVersion,
    ReturnWorkbook,
)
from kpis.offline import checking, entries
from kpis.offline.changes import ReturnChange, parts_of
from kpis.offline.checking import CheckedReturnWorkbook, ReturnWorkbookProblem
from kpis.offline.entries import WorkbookEntry
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import StoredFile
from nmiss.base.importing import sent_back

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@transaction.atomic
def upload(file: UploadedFile, *, by: User) -> ReturnWorkbook:
    """Keep a workbook, to be checked and read by the worker."""
    return ReturnWorkbook.begin(StoredFile.take_in(file, by=by, on_ledger=False), by=by)


def read_what_is_due() -> int:
    """Read the workbooks whose files were checked; return how many were read."""
    return sent_back.read_due(ReturnWorkbook.objects.all(), _reading)


def _reading(path: Path) -> list[dict[str, Any]]:
    return entries.as_data(entries.read(path))


@transaction.atomic
def correct(
    workbook: ReturnWorkbook,
    typed: Mapping[int, Mapping[str, str]],
    left_out: Collection[ReturnWorkbookProblem],
    *,
    by: User,
    seen: str,
) -> None:
    """Have other words in the cells of some lines, and leave some rows out."""
    workbook.lock()
    stop_if(permissions.why_not_work_on_workbook(by, workbook))
    stop_if_changed("This workbook", seen=seen, now=digest_of(workbook.entries))
    lines = {each.entry.line for each in left_out}
    returns = {checking.number_of(each.entry) for each in left_out if each.is_of_return}
    kept = [
        replace(each, **typed.get(each.line, {}))
        for each in entries.from_data(workbook.entries)
        if each.line not in lines and checking.number_of(each) not in returns
    ]
    workbook.correct(by=by, entries=entries.as_data(kept))


@in_person
def take(
    workbook: ReturnWorkbook, *, by: User, seen: str, is_emptying: bool = False
) -> CheckedReturnWorkbook:
    """Save the figures in the drafts of the returns: all or nothing."""
    workbook.lock()
    stop_if(permissions.why_not_work_on_workbook(by, workbook))
    typed = entries.from_data(workbook.entries)
    _hold_returns(typed, by=by)
    found = checking.check(typed, by=by)
    stop_if(permissions.why_not_take_workbook(found.problems))
    stop_if(permissions.why_not_take_unseen(seen, found.digest()))
    changes = found.changes + (found.dropped if is_emptying else [])
    for number, parts in parts_of(changes).items():
        _write(found.fillings[number], parts, by=by)
    workbook.take(by=by, figures=len(changes))
    return found


def _hold_returns(typed: Iterable[WorkbookEntry], *, by: User) -> None:
    """Hold the returns, in one order, so that nobody saves in them between reading and writing."""
    numbers = {checking.number_of(each) for each in typed} - {None}
    rows = KpiReturn.objects.written_by(by).filter(pk__in=numbers).order_by("pk")
    list(rows.select_for_update(of=("self",), no_key=True))


def _write(filling: Filling, parts: Mapping[Part, list[ReturnChange]], *, by: User) -> None:
    kpi_return = filling.kpi_return
    if kpi_return.status == ReturnStatus.TO_DO:
        kpi_return.begin(by=by)
    changes = [each for of_part in parts.values() for each in of_part]
    _write_sections(filling, parts, by=by)
    _write_figures(filling, [each for each in changes if each.told])
    child_saving.write_statuses(
        filling,
        {
            part: {each.line.area: each.progress or "" for each in own}
            for part, own in parts.items()
            if part.child
        },
    )
    ReturnVersion.objects.filter(pk=filling.version.pk).update(prepared_by=None)
    AuditEvent.record("take_workbook", kpi_return, by=by, figures=len(changes))


def _write_figures(filling: Filling, changes: Iterable[ReturnChange]) -> None:
    figures = []
    for each in changes:
        figure = each.line.figure or Figure(version=filling.version, input=each.line.name)
        figure.value, figure.is_na = each.told.value, each.told.is_na
        figure.reason, figure.is_same_as_last = each.told.reason, each.told.is_same_as_last
        figure.na_agreed_at = figure.na_agreed_by = None
        figures.append(figure)
    fields = [*("value", "is_na", "reason", "is_same_as_last"), "na_agreed_at", "na_agreed_by"]
    Figure.objects.bulk_create(each for each in figures if each.pk is None)
    Figure.objects.bulk_update((each for each in figures if each.pk), fields)


def _write_sections(
    filling: Filling, parts: Mapping[Part, list[ReturnChange]], *, by: User
) -> None:
    """A section in which something changes is as saved by hand: another revision, by whom."""
    sections, now = [], timezone.now()
    for part, changes in parts.items():
        section = filling.known.saved.get(part.key) or ReturnSection(
            version=filling.version, key=part.key, revision=0
        )
        section.revision += 1
        section.saved_by, section.saved_at, section.nothing_to_report = by, now, False
        comment, told = section.comment, {}
        for each in changes:
            if each.told is not None:
                told[each.line.name] = each.told
            elif each.line.area is None:
                comment = each.words
        saving.note_comment(section, comment, filling=filling, part=part, told=told)
        sections.append(section)
    fields = ["comment", "commented_on", "nothing_to_report", "revision", "saved_by", "saved_at"]
    ReturnSection.objects.bulk_create(each for each in sections if each.pk is None)
    ReturnSection.objects.bulk_update((each for each in sections if each.pk), fields)
