"""Forms of takeovers: planned, mapped, proposed, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from contracts.membership import permissions
from contracts.models import Lot, MembershipMapping, Onward, Takeover, Vehicle
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import AsRead, GovukForm
from nmiss.base.core.templatetags.components import pounds

LEFT = "left"


class TakeoverAdd(GovukForm):
    """Which arrangement takes over, and when."""

    button = "Start plan"

    successor = forms.ModelChoiceField(
        Vehicle.objects.none(),
        label="New arrangement",
        help_text="Add it first, with its term and its lots.",
        error_messages={
            "required": "Select the new arrangement",
            "invalid_choice": "Select the new arrangement",
        },
    )
    starts_on = DayField(asked="the first day under the new arrangement", label="First day")

    def __init__(self, *args: Any, vehicle: Vehicle, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vehicle = vehicle
        others = Vehicle.objects.with_members().exclude(pk=vehicle.pk).by_name()
        self.fields["successor"].queryset = others

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors:
            why_not = permissions.why_not_take_over_on(
                self.vehicle, given["successor"], given["starts_on"]
            )
            if why_not:
                self.add_error("starts_on", why_not)
        return given


class TakeoverMap(AsRead):
    """One question for each membership: how it goes on."""

    button = "Save plan"

    def __init__(
        self,
        *args: Any,
        takeover: Takeover,
        rows: list[MembershipMapping],
        placed: Mapping[int, tuple[int, Decimal]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        self.lots = {str(lot.pk): lot for lot in takeover.successor.lots.order_by("number")}
        choices = [("", "Not mapped yet"), *self._choices(), (LEFT, "Left: membership ends")]
        for row in rows:
            self.fields[f"member_{row.membership_id}"] = forms.ChoiceField(
                label=f"{row.membership.school}, {row.membership.lot}",
                help_text=_in_words(*placed[row.membership_id]),
                choices=choices,
                required=False,
                initial=f"{row.way}:{row.lot_id}" if row.lot_id else row.way,
                error_messages={
                    "invalid_choice": f"Select what happens to {row.membership.school}"
                },
            )

    def _choices(self) -> list[tuple[str, str]]:
        words = {Onward.CARRIED: "Carried into", Onward.RE_SIGNED: "Re-signed in"}
        return [
            (f"{way}:{key}", f"{words[way]} {lot}{f' ({lot.name})' if lot.name else ''}")
            for way in words
            for key, lot in self.lots.items()
        ]

    def ways(self) -> dict[int, tuple[str, Lot | None]]:
        """By the key of each membership, the way and the lot."""
        found = {}
        for row in self.rows:
            way, _, lot = self.cleaned_data[f"member_{row.membership_id}"].partition(":")
            found[row.membership_id] = (way, self.lots.get(lot))
        return found


def _in_words(placements: int, cost_a_year: Decimal) -> str:
    if not placements:
        return "No placements"
    many = "1 placement" if placements == 1 else f"{placements:,} placements"
    return f"{many}, {pounds(cost_a_year)} a year"


class TakeoverPropose(AsRead):
    """Have another officer agree."""

    button = "Propose plan"

    reason = forms.CharField(
        label="Reason",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why the new arrangement should take over like this"},
    )


class TakeoverWithdraw(GovukForm):
    """Give the plan up."""

    button = "Withdraw plan"

    reason = forms.CharField(
        label="Reason",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why the plan is withdrawn"},
    )
