"""The other parts of a request: costs, accounts and evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Field, Fieldset, Layout, Size
from django import forms

from placements.fees.asking import BACKGROUND
from placements.fees.costs import COSTS
from placements.fees.forms.fields import (
    pounds,
)
from placements.fees.forms.prices import FeeSectionForm


class FeeCosts(FeeSectionForm):
    """The costs of the school in a year, before and proposed."""

    def __init__(self, *args: Any, saved: Mapping[str, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        for key, label in COSTS.items():
            pair = saved.get(key) or ["", ""]
            for part, words, value in zip(
                ("before", "proposed"), ("last year", "proposed"), pair, strict=True
            ):
                self.fields[f"{key}_{part}"] = pounds(
                    f"{label}, {words}", label, required=False, initial=value
                )

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        groups = [
            Fieldset(
                Field(f"{key}_before"),
                Field(f"{key}_proposed"),
                legend=label,
                legend_size=Size.SMALL,
                css_class="nmiss-boxes",
            )
            for key, label in COSTS.items()
        ]
        helper.layout = Layout("revision", *groups, self.submit())
        return helper

    def answers(self) -> dict[str, list[str]]:
        given = self.cleaned_data
        return {
            key: [
                "" if given.get(f"{key}_{part}") is None else str(given[f"{key}_{part}"])
                for part in ("before", "proposed")
            ]
            for key in COSTS
        }


HINTS = {
    "accounts": "The year of the latest filed accounts, and where we can read them.",
    "reserves": "Free reserves in months of spending.",
    "occupancy": "Places filled and places in all, this year and last.",
    "others": "Increases that other authorities have agreed or refused for this year (optional).",
    "evidence": "The evidence for the prices that you ask for.",
}


class FeeBackground(FeeSectionForm):
    """Accounts, reserves, occupancy, other authorities and evidence."""

    def __init__(self, *args: Any, saved: Mapping[str, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        for key, label in BACKGROUND.items():
            self.fields[key] = forms.CharField(
                label=label,
                help_text=HINTS[key],
                required=False,
                max_length=5000,
                initial=saved.get(key, ""),
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def answers(self) -> dict[str, str]:
        return {key: self.cleaned_data.get(key, "") for key in BACKGROUND}
