"""Words, refusals and mandates: what is said to a request."""

from __future__ import annotations

from typing import Any

from django import forms

from nmiss.base.core.forms import AsRead, GovukForm
from placements.fees.forms.fields import (
    PercentField,
)


class FeeWords(GovukForm):
    """Words to somebody: a message, a note, a question, a reason."""

    text = forms.CharField(
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter the text"},
    )

    def __init__(self, *args: Any, label: str, button: str, asked: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.button = button
        self.fields["text"].label = label
        self.fields["text"].error_messages["required"] = f"Enter {asked}"


class FeeConfirm(GovukForm):
    """A yes, by a button that says to what."""

    def __init__(self, *args: Any, button: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.button = button


class FeeRefusal(AsRead):
    """Why a request is refused."""

    button = "Refuse request"

    reason = forms.CharField(
        label="Reason",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter the reason"},
    )


class FeeRecommend(AsRead):
    """How far the council may go."""

    button = "Send for approval"

    percent = PercentField(label="Highest increase, in per cent", asked="the highest increase")
    decision = forms.CharField(
        label="Executive decision (optional)",
        required=False,
        max_length=100,
        help_text="Its reference, where the increase is above what a manager may approve.",
    )
    reason = forms.CharField(
        label="Reason",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter why this is the right ceiling"},
    )
