"""Forms of workbooks: one to upload, one to save what it says, one to correct it on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings

from kpis.offline import layout
from kpis.offline.checking import ReturnWorkbookProblem
from kpis.return_forms import LONGEST
from nmiss.base.core.forms import AsRead, GovukForm
from nmiss.base.files.door import MEGABYTE, UploadField
from nmiss.base.files.kinds import CSV, XLSX

LARGEST = 5  # megabytes: a template of thirty schools has a tenth of one
SHOWN = 25  # rows that are corrected on one page
CELLS = {layout.VALUE: ("value", 200), layout.NA: ("na", 50), layout.WORDS: ("words", LONGEST)}


class UploadWorkbook(GovukForm):
    """A template that was filled in."""

    button = "Upload and check"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        largest = min(LARGEST, settings.MAX_UPLOAD_MB)
        self.fields["file"] = UploadField(
            kinds=[XLSX, CSV],
            largest=largest * MEGABYTE,
            label="Upload the template that you filled in",
            help_text=f"An Excel workbook (XLSX) or a CSV table of at most {largest} MB. You see "
            "the changes before anything is saved.",
        )


class SaveWorkbook(GovukForm):
    """What somebody has seen who saves it, and whether empty cells empty the return."""

    button = "Save in the returns"

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, dropped: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if dropped:
            figures = f"{dropped} figures that are" if dropped > 1 else "1 figure that is"
            self.fields["is_emptying"] = forms.BooleanField(
                label=f"Also remove the {figures} empty in the workbook",
                required=False,
            )


class CorrectWorkbook(AsRead):
    """The cells that are wrong, each with what is to be corrected; rows can be left out.

    A field is named by the line of the file and the cell: what was typed on an older page is never
    another line's.
    """

    button = "Save corrections"

    def __init__(
        self, *args: Any, problems: Sequence[ReturnWorkbookProblem], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.problems = list(problems[:SHOWN])
        for each in self.problems:
            about = f"{each.school}, {each.period}: {each.question}"
            if each.is_of_row:
                rows = "Leave out the rows of this return" if each.is_of_return else "Leave out row"
                label = f"{rows} {'' if each.is_of_return else each.entry.line}".strip()
                self.fields[_name(each)] = forms.BooleanField(
                    label=f"{label}: {about}", help_text=_sentence(each.remedy), required=False
                )
                continue
            name, longest = CELLS[each.column]
            self.fields[_name(each)] = forms.CharField(
                label=f"{about}, {each.column.lower()}",
                help_text=_sentence(each.remedy),
                initial=each.typed[:longest],
                required=False,
                max_length=longest,
                widget=forms.Textarea({"rows": 3}) if name == "words" else forms.TextInput,
            )

    @property
    def typed(self) -> dict[int, Mapping[str, str]]:
        """What was typed, by the line of the file and the cell."""
        found: dict[int, dict[str, str]] = {}
        for each in self.problems:
            if not each.is_of_row:
                typed = self.cleaned_data[_name(each)].strip()
                found.setdefault(each.entry.line, {})[CELLS[each.column][0]] = typed
        return found

    @property
    def left_out(self) -> list[ReturnWorkbookProblem]:
        rows = (each for each in self.problems if each.is_of_row)
        return [each for each in rows if self.cleaned_data[_name(each)]]


def _name(problem: ReturnWorkbookProblem) -> str:
    cell = "leave" if problem.is_of_row else CELLS[problem.column][0]
    return f"{cell}_{problem.entry.line}"


def _sentence(remedy: str) -> str:
    return remedy[:1].upper() + remedy[1:]
