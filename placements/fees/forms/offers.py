"""An offer or a counter-offer."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import HTML, Field, Fieldset, Layout, Size
from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import AsRead
from nmiss.base.core.templatetags.components import money
from placements.fees.forms.fields import (
    PercentField,
)
from placements.fees.forms.folds import by_school
from placements.fees.models import FeeLine

BY_PERCENT, AS_ASKED = "percent", "as_asked"


class RecommendStandard(AsRead):
    """Why all requests on the standard route are granted."""

    button = "Recommend these mandates"

    reason = forms.CharField(
        label="Reason for the manager",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter the reason"},
    )


class OfferStandard(AsRead):
    """Until when the standard offer can be accepted."""

    button = "Make the standard offer"

    expires_on = DayField(label="Last day to accept", asked="the last day to accept")


class FeeOfferForm(AsRead):
    """An offer or a counter-offer: one percentage, or as requested, and prices apart from it."""

    basis = forms.ChoiceField(
        label="Increase",
        choices=[(BY_PERCENT, "The same percentage for every price"), (AS_ASKED, "As requested")],
        widget=forms.RadioSelect,
        required=False,
        initial=BY_PERCENT,
        error_messages={"invalid_choice": "Select the increase"},
    )
    percent = PercentField(
        label="Increase of every price, in per cent",
        asked="the increase",
        required=False,
        help_text="Leave empty if you offer what was requested.",
    )
    expires_on = DayField(label="Last day to accept", asked="the last day to accept")
    text = forms.CharField(
        label="Explanation (optional)",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self,
        *args: Any,
        today: datetime.date,
        lines: Iterable[FeeLine] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.today, self.lines = today, list(lines)
        for line in self.lines:
            row = f"{line.placement}, {line.get_kind_display().lower()}"
            self.fields[f"percent_{line.pk}"] = PercentField(
                label=f"{row}: now {money(line.current_a_year)} a year, "
                f"{money(line.asked_a_year)} requested",
                asked=f"the increase of {row}",
                required=False,
            )

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        apart = [
            Fieldset(
                HTML(
                    '<p class="govuk-hint">Enter a percentage only where a price differs from the '
                    "others. For no increase, enter 0.</p>"
                ),
                *by_school(self.lines, lambda line: [Field(f"percent_{line.pk}")], self.errors),
                legend="Prices with another increase (optional)",
                legend_size=Size.MEDIUM,
            )
        ]
        apart = apart if self.lines else []
        text = self.laid_out("text")
        helper.layout = Layout(
            "seen", "basis", "percent", "expires_on", text, *apart, self.submit()
        )
        return helper

    def clean(self) -> dict[str, Any]:
        """The offer as its verb takes it: no percentage for what was requested."""
        given = super().clean()
        basis, percent = given.pop("basis", "") or BY_PERCENT, given.get("percent")
        if basis == BY_PERCENT and percent is None and "percent" not in self.errors:
            self.add_error("percent", "Enter the increase, or select “As requested”")
        if basis == AS_ASKED and percent is not None:
            self.add_error("percent", "Leave this empty, or select the same percentage for all")
        own = {line.pk: given.pop(f"percent_{line.pk}", None) for line in self.lines}
        given["apart"] = {pk: each for pk, each in own.items() if each not in (None, percent)}
        return given

    def clean_expires_on(self) -> datetime.date:
        last = self.cleaned_data["expires_on"]
        if last < self.today:
            raise forms.ValidationError("Enter today or a later day")
        return last
