"""Forms of the imports."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from nmiss.base.core.forms import GovukForm
from nmiss.base.files.door import MEGABYTE, UploadField
from nmiss.base.files.kinds import CSV, XLSX
from nmiss.base.importing.questions import DIFFERENT, SAME


class Upload(GovukForm):
    """A table to be checked."""

    button = "Upload and check"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        largest = settings.MAX_UPLOAD_MB
        self.fields["file"] = UploadField(
            kinds=[CSV, XLSX],
            largest=largest * MEGABYTE,
            label="Which file?",
            help_text=f"A CSV table or an Excel workbook (XLSX) of at most {largest} MB. No "
            "records change before you have seen and confirmed the changes.",
        )


ALIKE = [(SAME, "The same child"), (DIFFERENT, "Different children, such as twins")]
MOST_ASKED = 50  # one by one; where more are asked, the first answer is for all of the rest


class SameChildForm(GovukForm):
    """Whether references that differ only in their zeros are the same child, each and all."""

    button = "Save answers and check again"

    def __init__(self, data: Any, *, questions: list[dict[str, Any]]) -> None:
        super().__init__(data)
        self.questions = questions
        self.fields["all"] = forms.ChoiceField(
            label=f"Answer for all {len(questions)} (optional)",
            choices=ALIKE,
            widget=forms.RadioSelect,
            required=False,
        )
        if len(questions) == 1:
            del self.fields["all"]
        for number, one in enumerate(questions[:MOST_ASKED]):
            self.fields[f"answer-{number}"] = forms.ChoiceField(
                label=f"Line {one['line']}: are {one['record']} and {one['ours']} "
                f"({one['name']}) the same child?",
                choices=ALIKE,
                widget=forms.RadioSelect,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Each question is answered, by itself or with all."""
        for_all = self.cleaned_data.get("all")
        for number, one in enumerate(self.questions):
            name = f"answer-{number}"
            if not for_all and not self.cleaned_data.get(name):
                words = f"Say whether {one['record']} and {one['ours']} are the same child"
                self.add_error(name if name in self.fields else "all", words)
        return self.cleaned_data

    @property
    def answers(self) -> dict[str, str]:
        """The answer to each question, by its reference."""
        given = self.cleaned_data
        return {
            one["record"]: given.get(f"answer-{number}") or given["all"]
            for number, one in enumerate(self.questions)
        }


class KeepOurs(forms.Form):
    """Which of the differences on a page of them to keep out: their numbers in the table."""

    keep = forms.MultipleChoiceField(required=False)

    def __init__(self, data: Any, *, numbers: list[int]) -> None:
        super().__init__(data)
        self.fields["keep"].choices = [(str(number), "") for number in numbers]
