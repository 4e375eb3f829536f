"""Forms about rounds and the queue."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from contracts.arrangements import permissions, quarters
from contracts.arrangements.models import Round
from nmiss.base.core.clock import noon
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.models import LegalParameter
from nmiss.base.core.number_fields import WholeNumberField
from providers.models import Provider

NOON = "At 12 noon, London time."


def reason_field(missing: str, hint: str = "") -> forms.CharField:
    """Why something is done: kept on record."""
    return forms.CharField(
        label="Reason",
        help_text=hint or "Kept on record.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": missing},
    )


class NextNumber(GovukForm):
    """The number of the law that follows one."""

    button = "Write it down"

    value = WholeNumberField(
        label="The new number",
        min_value=0,
        max_value=10_000,
        error_messages={
            "required": "Enter the new number",
            "invalid": "Enter a whole number, such as 15",
        },
    )
    valid_from = DayField(asked="its first day", label="In force from")
    source = forms.CharField(
        label="Regulation or section",
        help_text="The instrument and the provision, such as SI 2024/716, reg 5.",
        max_length=300,
        error_messages={"required": "Enter the regulation or section"},
    )


class DayOff(GovukForm):
    """A day on which our offices are closed."""

    button = "Close our offices on this day"

    day = DayField(asked="the day", label="Day")
    reason = forms.CharField(
        label="Reason", max_length=200, error_messages={"required": "Enter the reason"}
    )


class ReasonForm(GovukForm):
    """A decision for which a reason is kept."""

    def __init__(self, *args: Any, button: str, missing: str, **kwargs: Any) -> None:
        self.button = button
        super().__init__(*args, **kwargs)
        self.fields["reason"] = reason_field(missing)


class RoundDatesForm(GovukForm):
    """What is published of a round, until it opens."""

    button = "Save the round"

    opens_on = DayField(asked="the opening day", label="Opens on", help_text=NOON)
    closes_on = DayField(
        asked="the closing day",
        label="Closes on",
        help_text=f"{NOON} An application received at or after 12 noon is late.",
    )
    clarifications_on = DayField(
        asked="the last day for questions",
        label="Questions can be asked until (optional)",
        help_text=NOON,
        required=False,
    )
    evaluation_ends_on = DayField(
        asked="the end of the evaluation", label="Evaluation ends on (optional)", required=False
    )
    notice_text = forms.CharField(
        label="Text of the notice (optional)",
        help_text="The notice that advertises this round, in full. We include it in the email.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        self.round = round
        super().__init__(*args, **kwargs)

    @staticmethod
    def of(round: Round) -> dict[str, Any]:
        """What stands in the form at first."""
        asked = round.clarifications_close_at
        return {
            "opens_on": timezone.localdate(round.opens_at),
            "closes_on": timezone.localdate(round.closes_at),
            "clarifications_on": timezone.localdate(asked) if asked else None,
            "evaluation_ends_on": round.evaluation_ends_on,
            "notice_text": round.notice_text,
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        opens_on, closes_on = given.get("opens_on"), given.get("closes_on")
        if opens_on and noon(opens_on) <= timezone.now():
            self.add_error("opens_on", "Enter an opening that is still to come")
        if opens_on and closes_on:
            self._look_at_the_span(opens_on, closes_on)
            self._look_at_the_others(given, opens_on, closes_on)
        return given

    def _look_at_the_span(self, opens_on: datetime.date, closes_on: datetime.date) -> None:
        limit = quarters.least_days(self.round.vehicle, on=opens_on)
        least = opens_on + datetime.timedelta(days=limit.value if limit else 1)
        ends_on = self.round.vehicle.ends_on
        if closes_on < least:
            self.add_error(
                "closes_on", f"Enter {_in_words(least)} or a later day{_as_asked_by(limit)}"
            )
        elif ends_on and closes_on > ends_on:
            self.add_error("closes_on", f"The term ends on {_in_words(ends_on)}: close by then")
        elif other := self._in_the_way(opens_on, closes_on):
            self.add_error(
                "opens_on",
                f"Round {other.number} is open from {_in_words(timezone.localdate(other.opens_at))}"
                f" to {_in_words(timezone.localdate(other.closes_at))}: choose days outside",
            )

    def _in_the_way(self, opens_on: datetime.date, closes_on: datetime.date) -> Round | None:
        return (
            self.round.vehicle.rounds.overlapping(noon(opens_on), noon(closes_on))
            .exclude(pk=self.round.pk)
            .by_time()
            .first()
        )

    def _look_at_the_others(
        self, given: dict[str, Any], opens_on: datetime.date, closes_on: datetime.date
    ) -> None:
        asked, ends = given.get("clarifications_on"), given.get("evaluation_ends_on")
        if asked and not opens_on <= asked <= closes_on:
            self.add_error("clarifications_on", "Enter a day on which the round is open")
        if ends and ends <= closes_on:
            self.add_error("evaluation_ends_on", "Enter a day after the closing")

    def instants(self) -> dict[str, Any]:
        """What was entered, as ``Round.change`` takes it."""
        given = self.cleaned_data
        asked = given["clarifications_on"]
        return {
            "opens_at": noon(given["opens_on"]),
            "closes_at": noon(given["closes_on"]),
            "clarifications_close_at": noon(asked) if asked else None,
            "evaluation_ends_on": given["evaluation_ends_on"],
            "notice_text": given["notice_text"],
        }


class Extend(GovukForm):
    """Until when an open round is to stay open."""

    button = "Propose this to another officer"

    closes_on = DayField(asked="the new closing day", label="Closes on", help_text=NOON)
    reason = reason_field(
        "Enter why the round is to close later",
        "We keep this on record and send it to all providers.",
    )


class GiveWindow(GovukForm):
    """Which provider an outage kept out, and until when it may still submit."""

    button = "Propose this to another officer"

    provider = forms.ModelChoiceField(
        Provider.objects.none(),
        label="Provider",
        error_messages={"required": "Select a provider", "invalid_choice": "Select a provider"},
    )
    closes_on = DayField(asked="the last day", label="May submit until", help_text=NOON)
    reason = reason_field(
        "Enter why the provider could not submit",
        "We keep this on record and send it to this provider.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].queryset = Provider.objects.by_name()

    def clean_closes_on(self) -> datetime.date:
        day, today = self.cleaned_data["closes_on"], timezone.localdate()
        if noon(day) <= timezone.now():
            raise forms.ValidationError("Enter a day that is still to come")
        if day > today + permissions.LONGEST_WINDOW:
            longest = _in_words(today + permissions.LONGEST_WINDOW)
            raise forms.ValidationError(f"Enter {longest} or an earlier day")
        return day


def _as_asked_by(limit: LegalParameter | None) -> str:
    """The rule of the law; nothing where it sets no number on such a day."""
    if limit is None:
        return ""
    return f": a round is open for {limit.value} days or more ({limit.source})"


def _in_words(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
