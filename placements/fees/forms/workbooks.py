"""The upload of a request that was filled in offline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings

from nmiss.base.core.forms import AsRead, GovukForm
from nmiss.base.files.door import MEGABYTE, UploadField
from nmiss.base.files.kinds import CSV, XLSX
from placements.fees.models import Vat
from placements.fees.offline import layout

if TYPE_CHECKING:
    from placements.fees.offline.checking import FeeWorkbookProblem

SHOWN = 25  # entries that are corrected on one page
CELLS = {layout.ANSWER: "answer", layout.REASON: "reason", layout.VAT: "vat"}
LONGEST = 6_000
LARGEST = 5  # megabytes: a template of a thousand prices has a tenth of that


class FeeWorkbookUpload(GovukForm):
    """A template that was filled in."""

    button = "Upload and check"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        largest = min(LARGEST, settings.MAX_UPLOAD_MB)
        self.fields["file"] = UploadField(
            kinds=[XLSX, CSV],
            largest=largest * MEGABYTE,
            label="Upload the template that you filled in",
            help_text=f"An Excel workbook (XLSX) or a CSV table of at most {largest} MB. You see "
            "the changes before anything is saved.",
        )


class FeeWorkbookCorrect(AsRead):
    """The cells that are wrong, each with its correction; whole rows can be left out.

    A field is named by the line of the file and the column: what was typed on an older page is
    never another line's.

    What is wrong in the draft, and is not in the file, is corrected in the request.
    """

    button = "Save corrections"

    def __init__(self, *args: Any, problems: Sequence[FeeWorkbookProblem], **options: Any) -> None:
        super().__init__(*args, **options)
        self.problems = [each for each in problems if each.entry.line][:SHOWN]
        for each in self.problems:
            self.fields[self._name(each)] = self._field(each)

    @staticmethod
    def _name(problem: FeeWorkbookProblem) -> str:
        return f"{CELLS.get(problem.column, 'leave')}_{problem.entry.line}"

    @staticmethod
    def _field(problem: FeeWorkbookProblem) -> forms.Field:
        about = problem.question or "Not known"
        facts: dict[str, Any] = {"help_text": problem.remedy, "required": False}
        if problem.column not in CELLS:
            return forms.BooleanField(
                label=f"Leave out line {problem.entry.line}: {about}", **facts
            )
        facts["label"] = f"Line {problem.entry.line}, {about}, {problem.column}"
        if problem.column == layout.VAT:
            return forms.ChoiceField(
                choices=[("", "Leave as it is"), *((each, each) for each in Vat.labels)], **facts
            )
        is_long = problem.column == layout.REASON
        return forms.CharField(
            initial=problem.typed,
            max_length=LONGEST,
            widget=forms.Textarea({"rows": 3}) if is_long else forms.TextInput,
            **facts,
        )

    @property
    def typed(self) -> Mapping[int, Mapping[str, str]]:
        """What was typed, by the line of the file and the column."""
        found: dict[int, dict[str, str]] = {}
        for each in self.problems:
            if each.column in CELLS:
                typed = self.cleaned_data[self._name(each)].strip()
                found.setdefault(each.entry.line, {})[each.column] = typed
        return found

    @property
    def left_out(self) -> set[int]:
        """The lines that are not taken."""
        return {
            each.entry.line
            for each in self.problems
            if each.column not in CELLS and self.cleaned_data[self._name(each)]
        }
