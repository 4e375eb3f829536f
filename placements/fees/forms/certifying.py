"""What is declared as a request goes out, and the documents that go with it."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.documents import day
from nmiss.base.core.forms import AsRead, GovukForm
from placements.consultation_forms import document_field


class FeeCertify(AsRead):
    """The declaration of an owner."""

    button = "Certify and submit"

    declared = forms.BooleanField(
        label="I certify that these figures are complete and correct, and that I may ask for "
        "these prices for the provider.",
        error_messages={"required": "Confirm that the figures are complete and correct"},
    )


class FeeCertifyOffline(AsRead):
    """What an officer says of a request that came by post or email."""

    button = "Submit request"

    received_on = DayField(label="Received on", asked="the day on which we received it")
    signed_by = forms.CharField(
        label="Signed by",
        help_text="The owner of the provider who signed the request.",
        max_length=200,
        error_messages={"required": "Enter who signed the request"},
    )
    declared = forms.BooleanField(
        label="I compared these figures with the signed request, which is among the documents.",
        error_messages={"required": "Confirm that you compared the figures"},
    )

    def __init__(self, *args: Any, opens_on: datetime.date, today: datetime.date, **options: Any):
        super().__init__(*args, **options)
        self.opens_on, self.today = opens_on, today

    def clean_received_on(self) -> datetime.date:
        received = self.cleaned_data["received_on"]
        if not self.opens_on <= received <= self.today:
            first = day(self.opens_on)
            words = f"Enter a day from {first}, when the window opened, to today"
            raise forms.ValidationError(words)
        return received


class FeeDocumentAdd(GovukForm):
    """A document with a request: accounts, a signed form, the evidence for a price."""

    button = "Add document"

    title = forms.CharField(
        label="Document",
        help_text="For example, accounts for 2025 to 2026. Leave out the names of children.",
        max_length=100,
        error_messages={"required": "Enter what the document is"},
    )
    file = document_field(label="File")
