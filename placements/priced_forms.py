"""Forms with the lines of a price: what it is for, how much, and who pays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crispy_forms_gds.layout import Field, Fieldset, Size

from nmiss.base.core.forms import GovukForm
from placements.models import Funder, OfferedPrice, PriceKind, PriceUnit
from placements.price_forms import amount_field, choice_field, quantity_field, weeks_field

EMPTY_LINES, FEWEST_LINES, MOST_LINES = 2, 3, 20
MISSING = {
    "kind": "choose what the price is for",
    "amount": "enter the amount in pounds",
    "unit": "choose a year, term, week or hour",
    "quantity": "enter the quantity, usually 1",
    "weeks": "enter the weeks a year, usually 38",
    "funder": "choose who pays",
}
# What a line has before anybody has typed into it.
USUAL = {"unit": PriceUnit.YEAR, "quantity": 1, "weeks": 38, "funder": Funder.EDUCATION}


class PricedForm(GovukForm):
    """A form with lines of a price; an empty line is none. ``prices`` are those that were given."""

    def add_lines(self, before: Sequence[Any]) -> None:
        """Have lines for these prices, some empty ones, and as many as were sent."""
        sent = [name for name in self.data if name.startswith("amount_")]
        count = max(len(before) + EMPTY_LINES, FEWEST_LINES, len(sent))
        self.lines = range(min(count, MOST_LINES))
        for line in self.lines:
            self._add_line(line)
        for number, price in enumerate(before):
            self.initial |= {f"{n}_in_{number}": getattr(price, n) for n in OfferedPrice.PARTS}
            self.initial[f"quantity_in_{number}"] = price.quantity.normalize()

    def _add_line(self, line: int) -> None:
        fields = {
            "kind": choice_field("Price for", PriceKind, "", required=False),
            "amount": amount_field(required=False),
            "unit": choice_field("Unit", PriceUnit, "", required=False),
            "quantity": quantity_field(required=False),
            "weeks": weeks_field(required=False),
            "funder": choice_field("Paid by", Funder, "", required=False),
        }
        for name, field in fields.items():
            field.error_messages = {
                key: f"Price line {line + 1}: {words[:1].lower()}{words[1:] or MISSING[name]}"
                for key, words in field.error_messages.items()
            }
            if name in USUAL:
                field.initial = USUAL[name]
            self.fields[f"{name}_in_{line}"] = field

    @property
    def fieldsets_of_lines(self) -> list[Fieldset]:
        """The lines as they are laid out."""
        return [
            Fieldset(
                *(Field(f"{name}_in_{line}") for name in MISSING),
                legend=f"Price line {line + 1}",
                legend_size=Size.SMALL,
                css_class="nmiss-boxes",
            )
            for line in self.lines
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self.prices: list[dict[str, Any]] = []
        seen: dict[tuple[str, str], int] = {}
        for line in self.lines:
            values = {name: given.get(f"{name}_in_{line}") for name in OfferedPrice.PARTS}
            if values["kind"] or values["amount"] is not None:
                self._check(line, values, seen)
        return given

    def _check(self, line: int, values: dict[str, Any], seen: dict[tuple[str, str], int]) -> None:
        keys = {name: f"{name}_in_{line}" for name in values}
        if any(key in self.errors for key in keys.values()):
            return
        empty = [name for name, value in values.items() if value in ("", None)]
        for name in empty:
            self.add_error(keys[name], f"Price line {line + 1}: {MISSING[name]}")
        if empty:
            return
        same = (values["kind"], values["funder"])
        if same in seen:
            words = f"Price line {line + 1}: line {seen[same]} is for the same. Add them up"
            self.add_error(keys["kind"], words)
            return
        seen[same] = line + 1
        self.prices.append(values)
