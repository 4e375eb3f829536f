"""Forms of the imports."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from nmiss.core.forms import GovukForm
from nmiss.files.door import MEGABYTE, UploadField
from nmiss.files.kinds import CSV


class Upload(GovukForm):
    """A table to be checked."""

    button = "Upload and check"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        largest = settings.MAX_UPLOAD_MB
        self.fields["file"] = UploadField(
            kinds=[CSV],
            largest=largest * MEGABYTE,
            label="Which file?",
            help_text=f"A CSV table of at most {largest} MB. Nothing is written before you have "
            "seen what it would bring.",
        )


class KeepOurs(forms.Form):
    """Which of the differences on a page of them to keep out: their numbers in the table."""

    keep = forms.MultipleChoiceField(required=False)

    def __init__(self, data: Any, *, numbers: list[int]) -> None:
        super().__init__(data)
        self.fields["keep"].choices = [(str(number), "") for number in numbers]
