"""Whether the entries of a workbook can be taken, and what they would change in the draft.

Nothing is written here. The forms of the pages read the entries, so that a workbook is held to the
same and is told the same; all that is wrong is said at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from nmiss.base.core.as_read import digest_of
from nmiss.base.core.templatetags.components import money
from placements.fees import forms
from placements.fees.models import FeeLine, FeePart, FeeRequest, Vat
from placements.fees.offline import layout
from placements.fees.offline.entries import FeeWorkbookEntry
from placements.fees.offline.layout import Line

NO_ROW = "We do not know this row: download the template again, and keep its last column"
OF_ANOTHER = "This row is of another fee request: upload it there, or delete the row"
NOT_ASKED = "This price is not in the request any more: delete the row"
ANOTHER_PLACEMENT = "This row belongs to {}: keep the placement that the template had here"
FORMULA = "There is a formula in this cell: type the number or the words"
FORMULA_ELSEWHERE = "There is a formula under “{}”: delete it, or download the template again"
TWICE = "This row stands twice in the file: keep one"
NO_BOX = "Nothing is entered here: leave this cell empty"
VATS = {label.casefold(): value for value, label in Vat.choices}


@dataclass(frozen=True)
class FeeWorkbookProblem:
    """One thing that is wrong: where, what was typed, and what would be right."""

    entry: FeeWorkbookEntry
    question: str
    column: str
    remedy: str

    @property
    def typed(self) -> str:
        return self.entry.typed.get(self.column, "")


@dataclass(frozen=True)
class RequestChange:
    """What would be in the draft otherwise than now."""

    line: Line
    before: str
    after: str


@dataclass
class CheckedFeeWorkbook:
    """All that a workbook would do; ``forms`` have read it, by the part of the request."""

    problems: list[FeeWorkbookProblem] = field(default_factory=list)
    changes: list[RequestChange] = field(default_factory=list)
    forms: Mapping[FeePart, Any] = field(default_factory=dict)

    @property
    def parts(self) -> list[FeePart]:
        """The parts in which something changes."""
        return [part for part in self.forms if any(each.line.part == part for each in self.changes)]

    def answers_of(self, part: FeePart) -> Mapping[str, Any]:
        """What a part keeps; the prices themselves stand in the lines."""
        return {} if part == FeePart.PRICES else self.forms[part].answers()

    @property
    def digest(self) -> str:
        """What tells one outcome from another."""
        return digest_of(*((each.line.code, each.before, each.after) for each in self.changes))


def check(request: FeeRequest, entries: Sequence[FeeWorkbookEntry]) -> CheckedFeeWorkbook:
    """See what the entries would do to this draft. A cell that is empty leaves it as it is."""
    prices = layout.prices_of(request)
    lines = {line.code: line for line in layout.lines_of(request, prices)}
    found, told = CheckedFeeWorkbook(), {}
    for entry in entries:
        remedy = _row_to_correct(request, entry, lines) or TWICE * (entry.code in told)
        if remedy:
            found.problems.append(
                FeeWorkbookProblem(entry, _question(entry, lines), layout.ROW, remedy)
            )
        else:
            told[entry.code] = entry
            found.problems += _of_cells(entry, lines[entry.code])
    found.forms = _read(prices, lines, told)
    found.problems += _of_forms(found.forms, lines, told, [each.entry for each in found.problems])
    found.problems.sort(key=lambda each: each.entry.line)
    if not found.problems:
        found.changes = list(_changes(found.forms, lines))
    return found


def _row_to_correct(request: FeeRequest, entry: FeeWorkbookEntry, lines: Mapping[str, Line]) -> str:
    """Why a row as a whole is not taken; nothing where it is."""
    match = layout.CODE.fullmatch(entry.code)
    if match is None:
        return NO_ROW
    if int(match[1]) != request.pk:
        return OF_ANOTHER
    if entry.code not in lines:
        return NOT_ASKED if match[2].startswith("asked_") else NO_ROW
    if entry.placement != (ours := lines[entry.code].placement):
        return ANOTHER_PLACEMENT.format(f"placement {ours}" if ours else "no placement")
    return FORMULA_ELSEWHERE.format(entry.formula) if entry.formula else ""


def _of_cells(entry: FeeWorkbookEntry, line: Line) -> Iterator[FeeWorkbookProblem]:
    for column, text in entry.typed.items():
        if text.startswith("="):
            yield FeeWorkbookProblem(entry, _title(line), column, FORMULA)
        elif text and column not in line.boxes:
            yield FeeWorkbookProblem(entry, _title(line), column, NO_BOX)


def _read(
    prices: Sequence[FeeLine], lines: Mapping[str, Line], told: Mapping[str, FeeWorkbookEntry]
) -> dict:
    """The forms of the pages, filled in with the draft and, over it, with the workbook."""
    data: dict[str, str] = {}
    for code, line in lines.items():
        typed = told[code].typed if code in told else {}
        for column, box in line.boxes.items():
            text = typed.get(column) or _in_a_box(line.said.get(column))
            data[box] = VATS.get(text.casefold(), text) if column == layout.VAT else text
    shared: dict[str, Any] = {"revision": 0}
    return {
        FeePart.PRICES: forms.FeePrices(data, lines=prices, percent=None, **shared),
        FeePart.COSTS: forms.FeeCosts(data, saved={}, **shared),
        FeePart.BACKGROUND: forms.FeeBackground(data, saved={}, **shared),
    }


def _of_forms(
    read: Mapping[FeePart, Any],
    lines: Mapping[str, Line],
    told: Mapping[str, FeeWorkbookEntry],
    wrong: Sequence[FeeWorkbookEntry],
) -> Iterator[FeeWorkbookProblem]:
    """What the forms say, each beside its cell; a row that is wrong already is not judged twice."""
    places = {box: (line, name) for line in lines.values() for name, box in line.boxes.items()}
    for form in read.values():
        for box, words in form.errors.items():
            line, column = places[box]
            entry = told.get(line.code) or FeeWorkbookEntry(0, line.code)
            if entry not in wrong:
                yield FeeWorkbookProblem(entry, _title(line), column, str(words[0]))


def _changes(read: Mapping[FeePart, Any], lines: Mapping[str, Line]) -> Iterator[RequestChange]:
    after = {
        **read[FeePart.PRICES].cleaned_data,
        **read[FeePart.COSTS].cleaned_data,
        **read[FeePart.BACKGROUND].cleaned_data,
    }
    for pk, asked in read[FeePart.PRICES].asked.items():
        after |= {f"asked_{pk}": asked["asked_amount"], f"reason_{pk}": asked["reason"]}
    for line in lines.values():
        then = {column: after.get(box) for column, box in line.boxes.items()}
        if layout.VAT in then:
            then[layout.VAT] = Vat(then[layout.VAT]).label if then[layout.VAT] else ""
        if line.code.endswith(".percent"):
            then.pop(layout.REASON, None)  # it is in the rows of the prices
        said = {column: line.said.get(column) for column in then}
        if any(_plain(said[column]) != _plain(then[column]) for column in then):
            yield RequestChange(line, _in_words(line, said), _in_words(line, then))


def _in_words(line: Line, cells: Mapping[str, object]) -> str:
    """A row in words: what is asked, why, and with which VAT."""
    answer = cells.get(layout.ANSWER)
    if answer in (None, ""):
        return ""
    words = [str(answer)]
    if line.code.endswith(".percent"):
        words = [f"{answer}%"]
    elif isinstance(answer, Decimal):
        words = [money(answer)]
    return "; ".join(filter(None, [*words, cells.get(layout.REASON), cells.get(layout.VAT)]))


def _plain(value: object) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value or "")


def _in_a_box(value: object) -> str:
    return "" if value is None else str(value)


def _title(line: Line) -> str:
    return f"{line.placement}, {line.question}" if line.placement else line.question


def _question(entry: FeeWorkbookEntry, lines: Mapping[str, Line]) -> str:
    return _title(lines[entry.code]) if entry.code in lines else entry.question
