"""Forms by which prices of a placement are entered, changed, ended and voided."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.documents import day
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import MoneyField, NumberField
from nmiss.base.core.templatetags.components import money
from placements.fees.listed import price_listed
from placements.fees.models import PriceListLine
from placements.models import Funder, Placement, PriceKind, PriceLine, PriceUnit
from placements.models.price_line import MOST_WEEKS, ONE_DAY, USUAL_WEEKS
from placements.permissions import why_not_price_in_a_block
from placements.price_entries import LEAST_WEEKS, MOST_UNITS

MOST_POUNDS = Decimal("99999999.99")


def amount_field(**options: Any) -> MoneyField:
    too_much = "Enter an amount in pounds from 0 to 99,999,999.99"
    return MoneyField(
        label="Amount for one unit, in pounds",
        help_text="Without VAT.",
        min_value=0,
        max_value=MOST_POUNDS,
        max_digits=10,
        decimal_places=2,
        error_messages={
            "required": "Enter the amount in pounds",
            "invalid": "Enter the amount in pounds, such as 61184 or 82.50",
            **dict.fromkeys(("min_value", "max_value", "max_digits", "max_whole_digits"), too_much),
            "max_decimal_places": "Enter pounds and whole pence, such as 82.50",
        },
        **options,
    )


def quantity_field(**options: Any) -> NumberField:
    wrong = "Enter a quantity from 0 to 10,000, such as 1 or 2.5"
    return NumberField(
        label="Quantity",
        help_text="For an hour, the hours a week. Otherwise how many, usually 1.",
        min_value=0,
        max_value=MOST_UNITS,
        max_digits=9,
        decimal_places=4,
        initial=1,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value", "max_digits", "max_whole_digits"),
            wrong,
        )
        | {"max_decimal_places": "Enter four decimals at the most, such as 2.5"},
        **options,
    )


def weeks_field(**options: Any) -> NumberField:
    wrong = f"Enter weeks a year above 0, and {MOST_WEEKS} at most, such as 38"
    return NumberField(
        label="Weeks a year",
        help_text="Only for a week or an hour.",
        min_value=LEAST_WEEKS,
        max_value=MOST_WEEKS,
        max_digits=4,
        decimal_places=2,
        initial=USUAL_WEEKS,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value", "max_digits", "max_whole_digits"),
            wrong,
        )
        | {"max_decimal_places": "Enter two decimals at the most, such as 38.5"},
        **options,
    )


def choice_field(label: str, choices: Any, asked: str, **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[("", "Choose"), *choices.choices],
        error_messages={"required": asked, "invalid_choice": asked},
        **options,
    )


class PriceAdd(GovukForm):
    """A new line."""

    button = "Add price"

    kind = choice_field("Price for", PriceKind, "Choose what the price is for")
    funder = choice_field("Paid by", Funder, "Choose who pays", initial=Funder.EDUCATION)
    unit = choice_field("Unit", PriceUnit, "Choose a year, term, week or hour")
    amount = amount_field()
    quantity = quantity_field()
    weeks = weeks_field()
    starts_on = DayField(label="First day", asked="the first day")
    ends_on = DayField(
        label="Last day (optional)",
        asked="the last day",
        required=False,
        help_text="Leave empty if the price has no agreed end.",
    )
    difference = forms.CharField(
        label="Reason for another price than the price list (optional)",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, placement: Placement, **options: Any) -> None:
        super().__init__(*args, **options)
        self.placement = placement
        self.listed: PriceListLine | None = None

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("starts_on") and given.get("kind"):
            self._check_listed(given)
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "Enter a last day that is not before the first")
        elif first:
            self._check_days(first, last or datetime.date.max)
        return given

    def _check_listed(self, given: dict[str, Any]) -> None:
        """A price that differs from the list in force needs a reason."""
        listed = price_listed(self.placement, given["kind"], given["starts_on"])
        asked = given.get("unit"), given.get("amount")
        if listed is None or None in asked or asked == (listed.unit, listed.amount):
            return
        self.listed = listed
        if not given.get("difference"):
            self.add_error(
                "difference",
                f"The price list says {money(listed.amount)} a {listed.unit} on "
                f"{day(given['starts_on'])}. Enter that price, or the reason for another",
            )

    def _check_days(self, first: datetime.date, last: datetime.date) -> None:
        begins, ends = self.placement.starts_on, self.placement.ended_on
        if why_not := why_not_price_in_a_block(self.placement.block, first):
            self.add_error("starts_on", why_not.rstrip("."))
        if last < begins:
            self.add_error("ends_on", f"Enter {day(begins)} or later: the placement starts then")
        if ends and first > ends:
            self.add_error("starts_on", f"Enter {day(ends)} or earlier: the placement ends then")
        same = {name: self.cleaned_data.get(name) for name in ("kind", "funder")}
        lines = self.placement.price_lines.that_count().filter(**same)
        if other := lines.touching(first, last).oldest_first().first():
            until = f" to {day(other.ends_on)}" if other.ends_on else ""
            self.add_error(
                "starts_on",
                f"This placement has such a price from {day(other.starts_on)}{until}. Change or "
                "end that price first",
            )


class PriceChange(GovukForm):
    """Another amount or quantity from a day on."""

    button = "Change price"

    from_on = DayField(label="First day of the new price", asked="the first day of the new price")
    amount = amount_field()
    quantity = quantity_field()

    def __init__(self, *args: Any, line: PriceLine, **options: Any) -> None:
        initial = {"amount": line.amount, "quantity": f"{line.quantity.normalize():f}"}
        super().__init__(*args, initial=initial, **options)
        self.line = line

    def clean_from_on(self) -> datetime.date:
        from_on = self.cleaned_data["from_on"]
        first, last = self.line.starts_on + ONE_DAY, self.line.ends_on
        if from_on < first:
            raise forms.ValidationError(
                f"Enter {day(first)} or later. If the price was wrong from its first day, void it"
            )
        if last and from_on > last:
            raise forms.ValidationError(f"Enter {day(last)} or earlier: the price ends then")
        return from_on


class PriceEnd(GovukForm):
    """The last day of a price."""

    button = "End price"

    last_on = DayField(label="Last day", asked="the last day")

    def __init__(self, *args: Any, line: PriceLine, **options: Any) -> None:
        super().__init__(*args, **options)
        self.line = line

    def clean_last_on(self) -> datetime.date:
        last_on = self.cleaned_data["last_on"]
        if last_on < self.line.starts_on:
            raise forms.ValidationError(f"Enter {day(self.line.starts_on)} or later")
        if self.line.ends_on and last_on >= self.line.ends_on:
            raise forms.ValidationError(f"Enter a day before {day(self.line.ends_on)}")
        return last_on


class PriceVoid(GovukForm):
    """Why a price was a mistake."""

    button = "Void price"

    reason = forms.CharField(
        label="Reason",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why this price was a mistake"},
    )
