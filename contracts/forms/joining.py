"""Forms from a decision to a membership, and of what members keep up."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from contracts.models import Debarred, Membership
from nmiss.core.forms import DayField, GovukForm
from nmiss.files import kinds
from nmiss.files.door import MEGABYTE, UploadField

LARGEST = 10 * MEGABYTE
KINDS = (
    ("insurance_certificate", "Insurance certificate"),
    ("registration_certificate", "Registration certificate"),
    ("safeguarding_policy", "Safeguarding policy"),
    ("data_protection", "Registration with the Information Commissioner"),
    ("other", "Another certificate"),
)


def _text(label: str, asked: str, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": asked},
        **options,
    )


def _confirm(label: str, asked: str) -> forms.BooleanField:
    return forms.BooleanField(label=label, error_messages={"required": asked})


class _FromToday(GovukForm):
    """A form with a day that must not have passed."""

    dated: str

    def clean(self) -> dict[str, Any]:
        day = self.cleaned_data.get(self.dated)
        if day and day < timezone.localdate():
            self.add_error(self.dated, "Enter today or a later day")
        return self.cleaned_data


class Release(_FromToday):
    """Tell the outcomes that were chosen."""

    button, dated = "Release these outcomes", "starts_on"

    starts_on = DayField(
        label="First day of membership for those who are admitted",
        asked="the first day of membership",
        help_text="Or the day on which both have signed, if that is later.",
    )


class Sign(GovukForm):
    """A signature."""

    button = "Sign"

    name = forms.CharField(
        label="Your full name", max_length=200, error_messages={"required": "Enter your full name"}
    )
    capacity = forms.CharField(
        label="In which capacity you sign",
        max_length=200,
        error_messages={"required": "Enter in which capacity you sign, such as proprietor"},
    )
    confirm = _confirm(
        "I have read what I sign and may sign it", "Confirm that you have read it and may sign it"
    )


class Suspend(_FromToday):
    button, dated = "Suspend the school", "starts_on"

    starts_on = DayField(
        label="First day of the suspension", asked="the first day of the suspension"
    )
    reason = _text("Why", "Enter why you are suspending this school")


class Reinstate(_FromToday):
    button, dated = "Reinstate the school", "opens_on"

    opens_on = DayField(
        label="First day on which we may place children again",
        asked="the first day on which we may place children again",
    )
    reason = _text("Why", "Enter why you are reinstating this school")


class Leave(_FromToday):
    dated = "last_on"

    last_on = DayField(label="Last day of membership", asked="the last day of membership")
    reason = _text("Why", "Enter why this school leaves")

    def __init__(self, *args: Any, button: str, membership: Membership, **options: Any) -> None:
        self.button, self.membership = button, membership
        super().__init__(*args, **options)

    def clean_last_on(self) -> datetime.date:
        last_on = self.cleaned_data["last_on"]
        if last_on < self.membership.admitted_on:
            raise forms.ValidationError("Enter a day on which the school is a member")
        return last_on


class Renew(GovukForm):
    """What a provider says when it is asked whether its declaration still holds."""

    button = "Renew the self-declaration"

    has_changed = forms.TypedChoiceField(
        label="Has anything changed since you declared?",
        choices=[("no", "No, everything still holds"), ("yes", "Yes")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether anything has changed"},
    )
    changes = _text("What has changed", "Enter what has changed", required=False)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("has_changed") and not self.cleaned_data.get("changes"):
            self.add_error("changes", "Enter what has changed")
        return self.cleaned_data


class Debarment(GovukForm):
    """What the debarment list says of a provider."""

    button = "Record the check"

    list_on = DayField(label="Day of the list that you looked at", asked="the day of the list")
    result = forms.ChoiceField(
        label="What it says",
        choices=Debarred.choices[::-1],
        widget=forms.RadioSelect,
        error_messages={"required": "Select what the list says"},
    )
    details = _text("What it says of them", "Enter what it says", required=False)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("list_on") and given["list_on"] > timezone.localdate():
            self.add_error("list_on", "Enter today or an earlier day")
        if given.get("result") == Debarred.FOUND and not given.get("details"):
            self.add_error("details", "Enter what the list says of them")
        return given


class AddDocument(_FromToday):
    """A document that takes the place of the one of its kind."""

    button, dated = "Send the document", "expires_on"

    kind = forms.ChoiceField(label="What it is", choices=KINDS)
    expires_on = DayField(label="Day on which it expires", asked="the day on which it expires")
    file = UploadField(
        label="The document",
        kinds=(kinds.PDF, kinds.PNG, kinds.JPEG, kinds.DOCX),
        largest=LARGEST,
        help_text="PDF, Word or a picture, at most 10 MB.",
    )
