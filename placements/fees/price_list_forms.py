"""The forms by which price lists are entered and voided."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Field, Fieldset, Layout, Size
from django import forms

from contracts.models import Lot
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import NumberField
from placements.fees.models import Phase, PriceList, PriceListLine
from placements.fees.permissions import why_not_add_price_list
from placements.models.price_line import PriceKind, PriceUnit
from providers.models import Need, Provision, School

MOST_POUNDS = Decimal("99999999.99")
EMPTY_ROWS, FEWEST_ROWS, MOST_ROWS = 3, 6, 80
LABELS = {
    "kind": "Price for",
    "need": "Need (optional)",
    "phase": "Phase (optional)",
    "provision": "Provision (optional)",
    "unit": "Unit",
    "amount": "Amount for one unit, in pounds",
}
CHOICES = {
    "kind": [("", "Select"), *PriceKind.choices],
    "need": [("", "All"), *((code, f"{label} ({code})") for code, label in Need.choices)],
    "phase": [("", "All"), *Phase.choices],
    "provision": [("", "All"), *Provision.choices],
    "unit": [("", "Select"), *PriceUnit.choices],
}
MISSING = {
    "kind": "select what the price is for",
    "unit": "select a year, term, week or hour",
    "amount": "enter the amount in pounds",
}


def _amount(row: int) -> NumberField:
    wrong = f"Row {row + 1}: enter an amount in pounds from 0 to 99,999,999.99"
    names = ("invalid", "min_value", "max_value", "max_digits", "max_whole_digits")
    return NumberField(
        label=LABELS["amount"],
        required=False,
        min_value=0,
        max_value=MOST_POUNDS,
        max_digits=10,
        decimal_places=2,
        error_messages=dict.fromkeys(names, wrong)
        | {"max_decimal_places": f"Row {row + 1}: enter pounds and whole pence, such as 82.50"},
    )


class PriceListAdd(GovukForm):
    """A new list: the lot, the first day, and a group of boxes for each price.

    Groups that are left empty are no prices.
    """

    button = "Save price list"

    lot = forms.ModelChoiceField(
        queryset=Lot.objects.none(),
        label="Lot",
        error_messages={"required": "Select the lot", "invalid_choice": "Select the lot"},
    )
    starts_on = DayField(
        label="First day",
        asked="the first day of these prices",
        help_text="The price list before ends the day before. Prices are without VAT.",
    )

    def __init__(
        self,
        *args: Any,
        school: School,
        lots: Sequence[Lot],
        before: Sequence[PriceListLine] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.school = school
        self.fields["lot"].queryset = Lot.objects.filter(pk__in=[lot.pk for lot in lots])
        self.fields["lot"].label_from_instance = lambda lot: f"{lot}, {lot.vehicle}"
        self.fields["lot"].queryset = self.fields["lot"].queryset.select_related("vehicle")
        if len(lots) == 1:
            self.initial.setdefault("lot", lots[0].pk)
        sent = [name for name in self.data if name.startswith("kind_")]
        rows = max(len(before) + EMPTY_ROWS, FEWEST_ROWS, len(sent))
        self.rows = range(min(rows, MOST_ROWS))
        for row in self.rows:
            for name in PriceListLine.FACTS:
                self.fields[f"{name}_{row}"] = (
                    _amount(row)
                    if name == "amount"
                    else forms.ChoiceField(
                        label=LABELS[name], choices=CHOICES[name], required=False
                    )
                )
        for row, line in enumerate(before):
            for name in PriceListLine.FACTS:
                self.initial.setdefault(f"{name}_{row}", getattr(line, name))

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        groups = [
            Fieldset(
                *(Field(f"{name}_{row}") for name in PriceListLine.FACTS),
                legend=f"Price {row + 1}",
                legend_size=Size.MEDIUM,
                css_class="nmiss-boxes",
            )
            for row in self.rows
        ]
        helper.layout = Layout("lot", "starts_on", *groups, self.submit())
        return helper

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self.lines: list[dict[str, Any]] = []
        seen: dict[tuple[str, ...], int] = {}
        for row in self.rows:
            values = {name: given.get(f"{name}_{row}") for name in PriceListLine.FACTS}
            if any(value not in ("", None) for value in values.values()):
                self._check(row, values, seen)
        if not self.lines and not self.errors:
            self.add_error("kind_0", "Enter at least one price")
        lot, first = given.get("lot"), given.get("starts_on")
        if lot and first:
            newest = PriceList.newest_of(self.school, lot)
            if why_not := why_not_add_price_list(newest, first):
                self.add_error("starts_on", why_not.rstrip("."))
        return given

    def _check(self, row: int, values: dict[str, Any], seen: dict[tuple[str, ...], int]) -> None:
        for name, words in MISSING.items():
            key = f"{name}_{row}"
            if values[name] in ("", None) and key not in self.errors:
                self.add_error(key, f"Row {row + 1}: {words}")
        key = tuple(values[name] for name in PriceListLine.KEY)
        if (earlier := seen.setdefault(key, row)) != row:
            words = f"Row {row + 1}: row {earlier + 1} has a price for the same children"
            self.add_error(f"kind_{row}", f"{words}. Enter each price once")
        self.lines.append(values)


class PriceListVoid(GovukForm):
    """Why a price list was a mistake."""

    button = "Void price list"

    reason = forms.CharField(
        label="Reason",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why this price list was a mistake"},
    )
