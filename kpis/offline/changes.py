"""What the entries of a workbook would change: a figure, its reason, or a comment."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from kpis.filling import Part, plain
from kpis.models import Figure
from kpis.offline.entries import WorkbookEntry
from kpis.offline.layout import TemplateLine
from kpis.outcomes import OutcomeProgress
from kpis.return_forms import answer_number
from kpis.saving import Told

Place = tuple[int, str]


@dataclass(frozen=True)
class ReturnChange:
    """What would be in a return otherwise than now.

    A figure as ``told``, a comment in ``words``, or of a child in an area its ``progress``.
    """

    line: TemplateLine
    before: str
    after: str
    told: Told | None = None
    words: str = ""
    progress: OutcomeProgress | None = None

    @property
    def place(self) -> Place:
        return _place(self.line)

    @property
    def is_of_value(self) -> bool:
        """Whether the figure itself is another, not only its reason."""
        figure, told = self.line.figure, self.told
        if told is None or figure is None:
            return told is not None
        return (figure.value, figure.is_na) != (told.value, told.is_na)


def changes_in(
    told: Collection[tuple[TemplateLine, WorkbookEntry]],
) -> tuple[list[ReturnChange], list[ReturnChange]]:
    """The changes, and the figures that are in a return and empty in the workbook."""
    changes = [each for line, entry in told if line.name and (each := _of_figure(line, entry))]
    other = {each.place for each in changes if each.is_of_value}
    children = [each for line, entry in told if line.area and (each := _of_child(line, entry))]
    comments = (
        _of_comment(line, entry, other) for line, entry in told if not (line.name or line.area)
    )
    dropped = [
        ReturnChange(line, _said(line.figure), "", Told())
        for line, entry in told
        if line.name and entry.is_empty and _says(line.figure)
    ]
    dropped += [
        ReturnChange(line, line.progress.label, "")
        for line, entry in told
        if line.progress and not entry.value
    ]
    return [*changes, *children, *filter(None, comments)], dropped


def progress_in(text: str) -> OutcomeProgress | None:
    """The progress that somebody wrote, in whatever letters."""
    plain_text = " ".join(text.replace("_", " ").split()).casefold()
    return next((each for each in OutcomeProgress if each.label.casefold() == plain_text), None)


def parts_of(changes: Iterable[ReturnChange]) -> dict[int, dict[Part, list[ReturnChange]]]:
    """The changes of each return, section by section."""
    found: dict[int, dict[Part, list[ReturnChange]]] = {}
    for each in changes:
        of_return = found.setdefault(each.line.filling.kpi_return.pk, {})
        of_return.setdefault(each.line.part, []).append(each)
    return found


def _of_figure(line: TemplateLine, entry: WorkbookEntry) -> ReturnChange | None:
    """A figure that is left empty stays, and a reason stays with its value."""
    figure = line.figure
    if entry.is_empty:
        if not entry.words or not _says(figure):
            return None
        told = Told(figure.value, figure.is_na, entry.words, figure.is_same_as_last)
    else:
        told = _told(line, entry)
    before = (figure.value, figure.is_na, figure.reason) if figure else (None, False, "")
    if before == (told.value, told.is_na, told.reason):
        return None
    return ReturnChange(line, _said(figure), _in_words(told.value, told.is_na, told.reason), told)


def _of_child(line: TemplateLine, entry: WorkbookEntry) -> ReturnChange | None:
    """An area that is left empty stays."""
    progress = progress_in(entry.value) if entry.value else None
    if progress in (None, line.progress):
        return None
    before = line.progress.label if line.progress else ""
    return ReturnChange(line, before, progress.label, progress=progress)


def _told(line: TemplateLine, entry: WorkbookEntry) -> Told:
    figure = line.figure
    value = None if entry.is_na else answer_number(line.name, "").clean(entry.value)
    if figure is None or (figure.value, figure.is_na) != (value, entry.is_na):
        return Told(value, entry.is_na, entry.words)
    return Told(value, entry.is_na, entry.words or figure.reason, figure.is_same_as_last)


def _of_comment(
    line: TemplateLine, entry: WorkbookEntry, other: Collection[Place]
) -> ReturnChange | None:
    """A comment that is left empty stays as long as its figures do."""
    is_left = not entry.words and _place(line) not in other
    if entry.words == line.words or is_left:
        return None
    return ReturnChange(line, line.words, entry.words, words=entry.words)


def _place(line: TemplateLine) -> Place:
    return line.filling.kpi_return.pk, line.part.key


def _says(figure: Figure | None) -> bool:
    return figure is not None and (figure.value is not None or figure.is_na)


def _said(figure: Figure | None) -> str:
    return _in_words(figure.value, figure.is_na, figure.reason) if figure else ""


def _in_words(value: Decimal | None, is_na: bool, reason: str) -> str:
    said = "Not applicable" if is_na else plain(value)
    return f"{said} ({reason})" if said and reason else said or reason
