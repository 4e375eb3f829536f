"""The prices that are asked."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import HTML, Button, Field, Fieldset, Layout, Size
from django import forms

from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import WholeNumberField
from nmiss.base.core.templatetags.components import money
from placements.fees.forms.fields import (
    PercentField,
    pounds,
)
from placements.fees.forms.folds import by_school
from placements.fees.models import FeeLine, Vat
from placements.fees.sums import amount_at

WORK_OUT = "work_out"
# With a script it says what the request means as it is filled in; without one the button does.
SUM = '<p class="govuk-inset-text" role="status" data-nmiss-sum hidden></p>'


class FeeSectionForm(GovukForm):
    """A part of a request, with the number of the version that this person has read."""

    button = "Save and continue"

    def __init__(self, *args: Any, revision: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["revision"] = WholeNumberField(
            widget=forms.HiddenInput, initial=revision, required=False
        )

    @property
    def revision(self) -> int:
        return self.cleaned_data.get("revision") or 0

    def read_again(self, revision: int) -> None:
        """Show the form again, so that it replaces what somebody else saved meanwhile."""
        self.data = self.data.copy()
        self.data[self.add_prefix("revision")] = str(revision)


class FeePrices(FeeSectionForm):
    """What is asked for each price: an amount, or the same percentage for all."""

    def __init__(
        self, *args: Any, lines: Iterable[FeeLine], percent: Decimal | None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.lines = list(lines)
        label = "Increase of every price" if self.lines else "Increase of the price lists"
        self.fields["percent"] = PercentField(
            label=f"{label}, in per cent{' (optional)' if self.lines else ''}",
            asked="the increase",
            required=False,
            initial=percent,
            help_text="Such as 4. It fills every empty box below. Where a price is £0 now, enter "
            "the amount."
            if self.lines
            else "Such as 4.",
        )
        if self.lines:
            self.fields["reason"] = forms.CharField(
                label="Reason for every price (optional)", required=False, max_length=500
            )
        for line in self.lines:
            row = f"{line.placement}, {line.get_kind_display()}"
            self.fields[f"asked_{line.pk}"] = pounds(
                f"Price asked for one {line.get_unit_display().lower()}, in pounds",
                row,
                required=False,
                initial=line.asked_amount,
            )
            self.fields[f"asked_{line.pk}"].widget.attrs |= {
                "data-nmiss-now": f"{line.current_amount:f}",
                "data-nmiss-a-year": f"{line.a_year_of_a_pound:f}",
                "data-nmiss-child": line.placement_id,
            }
            self.fields[f"vat_{line.pk}"] = forms.ChoiceField(
                label="VAT on top", choices=Vat.choices, required=False, initial=line.vat
            )
            self.fields[f"reason_{line.pk}"] = forms.CharField(
                label="Reason", required=False, max_length=500, initial=line.reason
            )

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        groups = by_school(self.lines, lambda line: [self._boxes(line)], self.errors)
        every = [Field("reason")] if self.lines else []
        helper.layout = Layout(
            "revision",
            "percent",
            *every,
            *([HTML(SUM)] if self.lines else []),
            *groups,
            Button.secondary(WORK_OUT, "Work it out"),
            self.submit(),
        )
        return helper

    def _boxes(self, line: FeeLine) -> Fieldset:
        return Fieldset(
            HTML(f'<p class="govuk-body nmiss-wide">{self._now(line)}</p>'),
            Field(f"asked_{line.pk}"),
            Field(f"vat_{line.pk}"),
            Field(f"reason_{line.pk}"),
            legend=f"{line.placement}: {line.get_kind_display()}",
            legend_size=Size.SMALL,
            css_class="nmiss-boxes",
        )

    @staticmethod
    def _now(line: FeeLine) -> str:
        """Figures alone: nothing in it was typed by anybody."""
        return f"Now {money(line.current_amount)}: {money(line.current_a_year)} a year."

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        percent, reason = given.get("percent"), given.get("reason", "")
        self.asked: dict[int, dict[str, Any]] = {}
        for line in self.lines:
            key = f"asked_{line.pk}"
            amount = given.get(key)
            if amount is None and percent is not None and key not in self.errors:
                amount = amount_at(line, percent) if line.current_amount else None
            if amount is not None:
                self._check(key, line, amount)
            self.asked[line.pk] = {
                "asked_amount": amount,
                "reason": given.get(f"reason_{line.pk}") or (reason if amount is not None else ""),
                "vat": given.get(f"vat_{line.pk}"),
            }
        return given

    def _check(self, key: str, line: FeeLine, amount: Decimal) -> None:
        now = line.current_amount
        row = f"{line.placement}, {line.get_kind_display()}"
        if not now or key in self.errors:
            return
        if amount < now / 2:
            self.add_error(
                key,
                f"{row}: {money(amount)} is less than half of {money(now)}. Enter the new price in "
                "pounds; enter a percentage in the box above",
            )
        elif amount > now * 2:
            self.add_error(
                key, f"{row}: {money(amount)} is more than twice {money(now)}. Check the amount"
            )

    def worked_out(self) -> list[FeeLine]:
        """The lines as they are filled in, kept nowhere."""
        for line in self.lines:
            line.asked_amount = self.asked[line.pk]["asked_amount"]
        return self.lines
