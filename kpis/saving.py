"""What a school's people do with a return before it is sent: save sections, add evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db import transaction

from kpis import permissions
from kpis.filling import Filling, Part, filling_of
from kpis.models import (
    Figure,
    KpiReturn,
    ReturnEvidence,
    ReturnSection,
    ReturnStatus,
    ReturnVersion,
)
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import stop_if_changed
from nmiss.base.core.clock import database_now
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import StoredFile

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

NOTHING_TO_REPORT = "Nothing to report in this period."


class SavedMeanwhile(Exception):
    """Somebody else saved the section since this person opened it."""

    def __init__(self, section: ReturnSection) -> None:
        super().__init__(f"{section.saved_by} saved this section meanwhile.")
        self.section = section


@dataclass(frozen=True)
class Told:
    """What somebody tells of an input."""

    value: Decimal | None = None
    is_na: bool = False
    reason: str = ""
    is_same_as_last: bool = False


@in_person
def save_section(
    kpi_return: KpiReturn,
    place: int,
    told: Mapping[str, Told],
    *,
    by: User,
    revision: int,
    comment: str = "",
    answer: str = "",
) -> ReturnSection:
    """Save a section. Raises SavedMeanwhile where ``revision`` is no longer the newest."""
    filling, part = hold(kpi_return, place, by=by)
    section = filling.known.saved.get(part.key)
    if section and section.revision != revision and not _same(filling, part, told, comment):
        raise SavedMeanwhile(section)
    own = {name: told[name] for name in part.inputs}
    section = keep(filling, part, by=by, comment=comment, told=own)
    _write(filling.version, filling.known.figures, own)
    keep_answer(filling, part, answer, by=by)
    AuditEvent.record("save_return_section", kpi_return, by=by, section=part.title)
    return section


def keep_answer(filling: Filling, part: Part, answer: str, *, by: User) -> None:
    """Keep what the school answers to the question about a section."""
    query = filling.known.queries.get(part.key)
    if query is not None and answer and answer != query.answer:
        query.answer, query.answered_at, query.answered_by = answer, database_now(), by
        query.save()


@in_person
def report_nothing(kpi_return: KpiReturn, place: int, *, by: User, seen: str) -> None:
    """Confirm that there is nothing to report in a section. We agree to that, or ask.

    ``seen`` is the revision of the section that this person read.
    """
    filling, part = hold(kpi_return, place, by=by)
    _stop_if_saved_meanwhile(filling, part, seen)
    stop_if(permissions.why_not_report_nothing(part.inputs))
    _say_nothing(filling, part, by=by)
    AuditEvent.record("report_nothing", kpi_return, by=by, section=part.title)


@in_person
def report_after_all(kpi_return: KpiReturn, place: int, *, by: User) -> None:
    """Take that back: there is something to report."""
    filling, part = hold(kpi_return, place, by=by)
    _write(
        filling.version,
        filling.known.figures,
        {
            name: Told()
            for name in part.inputs
            if (figure := filling.known.figures.get(name)) and figure.reason == NOTHING_TO_REPORT
        },
    )
    section = filling.known.saved.get(part.key)
    keep(filling, part, by=by, comment=section.comment if section else "")
    AuditEvent.record("report_after_all", kpi_return, by=by, section=part.title)


@in_person
def report_nothing_for(returns: Iterable[KpiReturn], *, by: User) -> int:
    """Confirm for several schools that there is nothing to report in what is not filled in yet."""
    sections = 0
    for kpi_return in returns:
        filling, _ = hold(kpi_return, None, by=by)
        empty = empty_parts(filling)
        for part in empty:
            _say_nothing(filling, part, by=by)
        sections += len(empty)
        AuditEvent.record("report_nothing_for", kpi_return, by=by, sections=len(empty))
    return sections


def empty_parts(filling: Filling) -> list[Part]:
    """The sections that ask for figures and in which nobody has told any."""
    return [part for part in filling.parts if part.inputs and _is_empty(filling, part)]


def _stop_if_saved_meanwhile(filling: Filling, part: Part, seen: str) -> None:
    """What a colleague has saved since is read before it is put out."""
    section = filling.known.saved.get(part.key)
    stop_if_changed(part.title, seen=seen, now=str(section.revision if section else 0))


def _is_empty(filling: Filling, part: Part) -> bool:
    """Whether nothing is told in a section."""
    figures = (filling.known.figures.get(name) for name in part.inputs)
    is_blank = all(each is None or (each.value is None and not each.is_na) for each in figures)
    return is_blank and part.key not in filling.known.saved


def _say_nothing(filling: Filling, part: Part, *, by: User) -> None:
    told = Told(is_na=True, reason=NOTHING_TO_REPORT)
    _write(filling.version, filling.known.figures, dict.fromkeys(part.inputs, told))
    keep(filling, part, by=by, is_nothing=True)


@in_person
def repeat_last(kpi_return: KpiReturn, place: int, *, by: User, seen: str) -> None:
    """Say that a section is as it was in the last period. It is recorded as such.

    ``seen`` is the revision of the section that this person read.
    """
    filling, part = hold(kpi_return, place, by=by)
    _stop_if_saved_meanwhile(filling, part, seen)
    last = filling.known.last
    stop_if(permissions.why_not_repeat_last([name for name in part.inputs if name not in last]))
    told = {name: Told(last[name], is_same_as_last=True) for name in part.inputs}
    _write(filling.version, filling.known.figures, told)
    section = filling.known.saved.get(part.key)
    keep(filling, part, by=by, comment=section.comment if section else "")
    AuditEvent.record("repeat_last", kpi_return, by=by, section=part.title)


@in_person
def add_evidence(
    kpi_return: KpiReturn, place: int, file: UploadedFile, *, by: User
) -> ReturnEvidence:
    """Add a file to a section. The worker has it checked."""
    return attach(kpi_return, place, StoredFile.take_in(file, by=by, on_ledger=False), by=by)


@in_person
def attach(kpi_return: KpiReturn, place: int, file: StoredFile, *, by: User) -> ReturnEvidence:
    """Add a file that is here already to a section."""
    filling, part = hold(kpi_return, place, by=by)
    _reopen(filling.version)
    AuditEvent.record("add_return_evidence", kpi_return, by=by, sha256=file.sha256)
    return filling.version.evidence.create(key=part.key, file=file, added_by=by)


@in_person
def remove_evidence(evidence: ReturnEvidence, *, by: User) -> None:
    """Remove a file from a section; versions that were sent keep theirs."""
    kpi_return = evidence.version.kpi_return
    filling, _ = hold(kpi_return, None, by=by)
    stop_if(permissions.why_not_remove_evidence(evidence, filling.version))
    evidence.delete()
    _reopen(filling.version)
    AuditEvent.record("remove_return_evidence", kpi_return, by=by)


@transaction.atomic
def hold(kpi_return: KpiReturn, place: int | None, *, by: User) -> tuple[Filling, Part | None]:
    """Lock it, see that this person may fill it in, and begin it where nobody has."""
    kpi_return.lock()
    stop_if(permissions.why_not_fill_in(by, kpi_return))
    if kpi_return.status == ReturnStatus.TO_DO:
        kpi_return.begin(by=by)
    filling = filling_of(kpi_return)
    part = filling.part(place) if place is not None else None
    if place is not None:
        stop_if(permissions.why_not_save_section(part))
    return filling, part


def keep(
    filling: Filling,
    part: Part,
    *,
    by: User,
    comment: str = "",
    is_nothing: bool = False,
    told: Mapping[str, Told] | None = None,
) -> ReturnSection:
    """Note who saved a section, in its next revision; the return is not ready any more."""
    section = filling.known.saved.get(part.key)
    if section is None:
        section = ReturnSection(version=filling.version, key=part.key, revision=0)
    note_comment(section, comment, filling=filling, part=part, told=told or {})
    section.nothing_to_report = is_nothing
    section.revision += 1
    section.saved_by, section.saved_at = by, database_now()
    section.save()
    _reopen(filling.version)
    return section


def note_comment(
    section: ReturnSection,
    comment: str,
    *,
    filling: Filling,
    part: Part,
    told: Mapping[str, Told],
) -> None:
    """Note a comment, and which figures it is on, before these are written.

    One that stays as it was is on the new figures only once it is saved again with them.
    """
    given = {
        name: None if each.is_na or each.value is None else Fraction(each.value)
        for name, each in told.items()
    }
    now = filling.basis(part, given)
    if comment != section.comment or now == filling.basis(part):
        section.commented_on = now
    section.comment = comment


def _reopen(version: ReturnVersion) -> None:
    """What has changed is not ready any more, until somebody says so again."""
    if version.prepared_by_id is not None:
        version.prepared_by = None
        version.save(update_fields=["prepared_by"])


def _write(version: ReturnVersion, figures: Mapping[str, Figure], told: Mapping[str, Told]) -> None:
    for name, each in told.items():
        figure = figures.get(name) or Figure(version=version, input=name)
        figure.value, figure.is_na = (None, True) if each.is_na else (each.value, False)
        figure.reason, figure.is_same_as_last = each.reason, each.is_same_as_last
        figure.na_agreed_at = figure.na_agreed_by = None
        figure.save()


def _same(filling: Filling, part: Part, told: Mapping[str, Told], comment: str) -> bool:
    """Whether what was saved meanwhile is what this person saves, too."""
    for name in part.inputs:
        figure = filling.known.figures.get(name)
        mine = told[name]
        theirs = (figure.value, figure.is_na, figure.reason) if figure else (None, False, "")
        if theirs != (mine.value, mine.is_na, mine.reason):
            return False
    return filling.known.saved[part.key].comment == comment
