"""Whether the entries of a workbook can be taken, and what they would change in the returns.

Nothing is written here. All that is wrong is said at once, in the words of the form on the page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django import forms

from kpis import permissions
from kpis.filling import Filling, fillings_of
from kpis.models import KpiReturn
from kpis.offline import layout
from kpis.offline.changes import ReturnChange, changes_in, progress_in
from kpis.offline.entries import WorkbookEntry
from kpis.offline.layout import TemplateLine
from kpis.return_forms import LONGEST, answer_number
from nmiss.base.accounts.models import User
from nmiss.base.core.names import is_seen

NOT_YOURS = "you cannot fill in this return: delete its rows from the workbook"
NO_ROW = "we do not know this row: download the template again, and keep its last column"
NOT_ASKED = "this return does not ask for this: delete the row"
WRONG_SCHOOL = (
    "this workbook is for another school: download the template of this return, and fill that in"
)
ANOTHER_SCHOOL = "this row belongs to another school: keep the school that the template had here"
OLD = "this template is of an earlier version of the return: download the new one"
FORMULA = "this is a formula: type the number itself"
FORMULA_ELSEWHERE = "there is a formula in this row: delete it, or download the template again"
WORDS_ARE_A_FORMULA = "this is a formula: type words"
TWICE = "this row stands twice in the file: keep one"
YES_OR_NOTHING = "write “yes”, or leave it empty"
NOT_BOTH = "enter a number or say that it is not applicable, not both"
OF_ONE_ROW = frozenset({NO_ROW, NOT_ASKED, ANOTHER_SCHOOL, FORMULA_ELSEWHERE, TWICE})
ONLY_PROGRESS = f"write {layout.PROGRESS}, or leave it empty"
ONLY_VALUE = "leave this empty for a child: fill in “Value” only"
ONLY_WORDS = "a comment has no number: write it under “Reason or comment”"


@dataclass(frozen=True)
class ReturnWorkbookProblem:
    """One thing that is wrong: whose, when, what, and what would be right."""

    entry: WorkbookEntry
    school: str
    period: str
    question: str
    column: str
    remedy: str
    is_of_row: bool = False  # nothing typed into the row could mend it

    @property
    def is_of_return(self) -> bool:
        """Whether it is so with all rows of the return, of which the first says it."""
        return self.is_of_row and self.remedy not in OF_ONE_ROW

    @property
    def typed(self) -> str:
        """What stands in the cell that is wrong."""
        said = {layout.VALUE: "value", layout.NA: "na", layout.WORDS: "words"}
        return getattr(self.entry, said[self.column]) if self.column in said else ""


@dataclass
class CheckedReturnWorkbook:
    """All that a workbook would do. ``dropped`` are values that its rows leave empty."""

    problems: list[ReturnWorkbookProblem] = field(default_factory=list)
    changes: list[ReturnChange] = field(default_factory=list)
    dropped: list[ReturnChange] = field(default_factory=list)
    fillings: Mapping[int, Filling] = field(default_factory=dict)

    @property
    def returns(self) -> list[KpiReturn]:
        return [each.kpi_return for each in self.fillings.values()]

    def digest(self) -> str:
        """What somebody has seen who saves it."""
        every = [
            (kind, each.line.code, each.before, each.after)
            for kind, ones in (("change", self.changes), ("drop", self.dropped))
            for each in ones
        ]
        return hashlib.sha256(json.dumps(every).encode()).hexdigest()


def check(entries: Sequence[WorkbookEntry], *, by: User) -> CheckedReturnWorkbook:
    """See what the entries would do to the returns that this person fills in."""
    found = CheckedReturnWorkbook()
    own = KpiReturn.objects.written_by(by).filter(pk__in=_numbers(entries))
    returns = list(own.select_related("school__provider", "term").by_due())
    found.fillings = {each.kpi_return.pk: each for each in fillings_of(returns)}
    lines = {line.code: line for each in found.fillings.values() for line in layout.lines_of(each)}
    told: dict[str, tuple[TemplateLine, WorkbookEntry]] = {}
    said: set[tuple[int, str]] = set()
    strangers = _of_another_school(entries, found.fillings)
    for entry in entries:
        line, remedy = lines.get(entry.code), _why_not_row(entry, found.fillings, lines)
        if remedy == ANOTHER_SCHOOL and number_of(entry) in strangers:
            remedy = WRONG_SCHOOL
        if not remedy and entry.code in told:
            remedy = TWICE
        if not remedy:
            told[entry.code] = line, entry
            found.problems += _problems_in(line, entry)
        elif remedy in OF_ONE_ROW or (number_of(entry), remedy) not in said:
            said.add((number_of(entry), remedy))
            found.problems.append(_problem(entry, line, layout.ROW, remedy, is_of_row=True))
    if not found.problems:
        found.changes, found.dropped = changes_in(told.values())
    return found


def number_of(entry: WorkbookEntry) -> int | None:
    """The return that a row is about, by its last column."""
    match = layout.CODE.fullmatch(entry.code)
    return int(match[1]) if match else None


def _of_another_school(
    entries: Iterable[WorkbookEntry], fillings: Mapping[int, Filling]
) -> set[int]:
    """The returns of which every row names another school: one sentence says so of them all."""
    rows: dict[int, list[bool]] = {}
    for each in entries:
        filling = fillings.get(number_of(each))
        if filling is not None:
            is_other = each.urn != str(filling.kpi_return.school.urn)
            rows.setdefault(filling.kpi_return.pk, []).append(is_other)
    return {number for number, others in rows.items() if len(others) > 1 and all(others)}


def _numbers(entries: Iterable[WorkbookEntry]) -> set[int]:
    return {number for each in entries if (number := number_of(each)) is not None}


def _why_not_row(
    entry: WorkbookEntry, fillings: Mapping[int, Filling], lines: Mapping[str, TemplateLine]
) -> str:
    """Why a row as a whole is not taken; nothing where it is."""
    number = number_of(entry)
    if number is None:
        return NO_ROW
    filling = fillings.get(number)
    if filling is None:
        return NOT_YOURS
    if entry.urn != str(filling.kpi_return.school.urn):
        return ANOTHER_SCHOOL
    if why_not := permissions.why_not_fill_in_now(filling.kpi_return):
        return why_not
    if filling.version is None or entry.code.split(".")[1] != str(filling.version.number):
        return OLD
    if entry.code not in lines:
        return NOT_ASKED
    return FORMULA_ELSEWHERE if entry.formula else ""


def _problem(
    entry: WorkbookEntry,
    line: TemplateLine | None,
    column: str,
    remedy: str,
    *,
    is_of_row: bool = False,
) -> ReturnWorkbookProblem:
    if line is None:
        return ReturnWorkbookProblem(
            entry, entry.school, entry.period, entry.question, column, remedy, is_of_row
        )
    kpi_return, question = line.filling.kpi_return, f"{line.part.title}: {line.question}"
    school, period = str(kpi_return.school), kpi_return.period_name
    return ReturnWorkbookProblem(entry, school, period, question, column, remedy, is_of_row)


def _problems_in(line: TemplateLine, entry: WorkbookEntry) -> Iterable[ReturnWorkbookProblem]:
    """What is wrong with what was typed into a row."""
    if line.area:
        yield from _problems_of_child(line, entry)
        return
    if entry.words.startswith("="):
        yield _problem(entry, line, layout.WORDS, WORDS_ARE_A_FORMULA)
    elif wrong := _why_no_words(entry.words):
        yield _problem(entry, line, layout.WORDS, wrong)
    if not line.name:
        if not entry.is_empty:
            yield _problem(entry, line, layout.VALUE, ONLY_WORDS)
        return
    if not entry.says_na_clearly:
        yield _problem(entry, line, layout.NA, YES_OR_NOTHING)
    if entry.has_number and (wrong := _why_no_number(line, entry)):
        yield _problem(entry, line, layout.VALUE, wrong)


def _problems_of_child(line: TemplateLine, entry: WorkbookEntry) -> Iterable[ReturnWorkbookProblem]:
    """An area of a child takes a word under “Value”, and nothing else."""
    if entry.value and progress_in(entry.value) is None:
        yield _problem(entry, line, layout.VALUE, ONLY_PROGRESS)
    for column, typed in ((layout.NA, entry.na), (layout.WORDS, entry.words)):
        if typed:
            yield _problem(entry, line, column, ONLY_VALUE)


def _why_no_words(text: str) -> str:
    if len(text) > LONGEST:
        return f"write at most {LONGEST:,} characters"
    try:
        if text:
            is_seen(text)
    except forms.ValidationError as refused:
        return f"{refused.messages[0][:1].lower()}{refused.messages[0][1:]}"
    return ""


def _why_no_number(line: TemplateLine, entry: WorkbookEntry) -> str:
    if entry.value.startswith("="):
        return FORMULA
    if entry.is_na:
        return NOT_BOTH
    try:
        answer_number(line.name, "").clean(entry.value)
    except forms.ValidationError as refused:
        words = refused.messages[0].removeprefix(f"{line.question}: ")
        return words[:1].lower() + words[1:]
    return ""
