"""Forms of notices that are due."""

from __future__ import annotations

from django import forms

from nmiss.base.core.forms import GovukForm


class WaiveDuty(GovukForm):
    """A decision that a notice is not sent."""

    button = "Waive the notice"

    reason = forms.CharField(
        label="Why is no notice needed?",
        help_text="For example: it was sent before the Hub’s records began, with its reference.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why no notice is needed"},
    )
