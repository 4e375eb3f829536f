"""Forms by which a school answers a consultation."""

from __future__ import annotations

from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Field, Fieldset, Layout, Size
from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import WholeNumberField
from placements.consultation_forms import document_field
from placements.models import (
    ConsultationReply,
    Funder,
    OfferedPrice,
    PriceKind,
    PriceUnit,
    ReplyKind,
)
from placements.price_forms import amount_field, choice_field, quantity_field, weeks_field

LONGEST = 4000
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


def _revision() -> WholeNumberField:
    return WholeNumberField(widget=forms.HiddenInput, min_value=0)


class WriteReply(GovukForm):
    """A reply as far as it is written: nothing of it is needed before it is sent."""

    button = "Save reply"

    revision = _revision()
    kind = forms.ChoiceField(
        label="Can you take the child?",
        choices=ReplyKind.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    starts_on = DayField(
        asked="the earliest start", label="Earliest start, if you offer a place", required=False
    )
    conditions = forms.CharField(
        label="Conditions, if your offer has any",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    evidence = forms.CharField(
        label="Evidence, if you cannot take the child",
        help_text="Say why, for this child: for instance the class sizes, or the therapy that is "
        "missing.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        before: ConsultationReply | None,
        with_file: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        lines = list(before.prices.order_by("pk")) if before else []
        sent = [name for name in self.data if name.startswith("amount_")]
        count = max(len(lines) + EMPTY_LINES, FEWEST_LINES, len(sent))
        self.lines = range(min(count, MOST_LINES))
        for line in self.lines:
            self._add_line(line)
        for name in ConsultationReply.FACTS if before else ():
            self.initial.setdefault(name, getattr(before, name))
        for number, price in enumerate(lines):
            self.initial |= {f"{n}_in_{number}": getattr(price, n) for n in OfferedPrice.FACTS}
            self.initial[f"quantity_in_{number}"] = price.quantity.normalize()
        if with_file:
            self.fields["file"] = document_field(label="Add a document (optional)", required=False)

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
    def helper(self) -> FormHelper:
        helper = super().helper
        lines = [
            Fieldset(
                *(Field(f"{name}_in_{line}") for name in MISSING),
                legend=f"Price line {line + 1}",
                legend_size=Size.SMALL,
                css_class="nmiss-boxes",
            )
            for line in self.lines
        ]
        first = ("revision", "kind", "starts_on")
        last = [name for name in ("conditions", "evidence", "file") if name in self.fields]
        helper.layout = Layout(*first, *lines, *last, self.submit())
        return helper

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self.prices: list[dict[str, Any]] = []
        seen: dict[tuple[str, str], int] = {}
        for line in self.lines:
            values = {name: given.get(f"{name}_in_{line}") for name in OfferedPrice.FACTS}
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

    @property
    def facts(self) -> dict[str, Any]:
        """What the verb takes, but for the prices."""
        given = self.cleaned_data
        facts = {name: given[name] for name in ConsultationReply.FACTS}
        return facts | {name: facts[name] or None for name in ("conditions", "evidence")}


class SendReply(GovukForm):
    """That a reply is sent as it was read."""

    button = "Send reply"

    revision = _revision()
