"""Forms by which a place ends: notice by its school, any ending by an officer, and voiding."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.templatetags.components import day
from placements.endings import permissions
from placements.endings.models import NOTICES, THE_SCHOOL_ASKED
from placements.endings.notice import NoticeTerms
from placements.models import EndReason, Placement

LONGEST = 2000


def _words(label: str, asked: str, hint: str, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": asked},
        **options,
    )


class GiveNotice(GovukForm):
    """Notice by the owner of the provider: it counts from today."""

    button = "Give notice"

    last_on = DayField(
        asked="the last day of the placement", label="Last day (optional)", required=False
    )
    words = _words(
        "Reason for the notice",
        "Enter the reason for the notice",
        "The council will read this. Do not name the child.",
    )

    def __init__(
        self, *args: Any, placement: Placement, terms: NoticeTerms, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.placement, self.terms = placement, terms
        until = day(terms.last_day(self.today))
        self.fields["last_on"].help_text = f"Leave empty for {until}, or enter a later day."

    @property
    def today(self) -> datetime.date:
        return timezone.localdate()

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        until = self.terms.last_day(self.today)
        last_on = given.get("last_on") or until
        if last_on < until:
            self.add_error("last_on", f"Enter {day(until)} or a later day: notice lasts until then")
        elif why_not := permissions.why_not_end_on(
            self.placement, last_on, EndReason.NOTICE_BY_SCHOOL
        ):
            self.add_error("last_on", why_not.rstrip("."))
        return given


class EndPlacement(GovukForm):
    """Any ending, by a placement officer: notice by either side, or without."""

    button = "End placement"

    reason = forms.ChoiceField(
        label="Why does the placement end?",
        choices=EndReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select why the placement ends"},
    )
    given_on = DayField(
        asked="the day of the notice",
        label="Day of the notice (optional)",
        required=False,
        help_text="Only for notice. Leave empty if you give notice today.",
    )
    last_on = DayField(
        asked="the last day of the placement", label="Last day (optional)", required=False
    )
    sooner_reason = _words(
        "Why does it end before the notice is over? (optional)",
        "",
        "Only for notice, if both sides agree to an earlier day.",
        required=False,
    )
    words = _words(
        "Notes",
        "Enter notes on the ending",
        "The school reads this. Do not name the child.",
    )

    def __init__(
        self, *args: Any, placement: Placement, terms: NoticeTerms, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.placement, self.terms = placement, terms
        until = day(terms.last_day(timezone.localdate()))
        self.fields["last_on"].help_text = (
            f"Leave empty to end by the notice that was agreed: {until} if it is given today. "
            "Enter the last day if the placement ends without notice."
        )

    def clean_given_on(self) -> datetime.date | None:
        given_on = self.cleaned_data["given_on"]
        if given_on and given_on > timezone.localdate():
            raise forms.ValidationError("Enter today or an earlier day")
        return given_on

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if self.errors:
            return given
        reason, last_on = given["reason"], given["last_on"]
        if reason in NOTICES:
            given_on = given["given_on"] or timezone.localdate()
            until = self.terms.last_day(given_on)
            last_on = last_on or until
            if last_on < given_on:
                self.add_error("last_on", f"Enter {day(given_on)} or later: notice was given then")
            elif sooner := permissions.why_not_sooner(last_on, until, given["sooner_reason"]):
                self.add_error("last_on", sooner.rstrip("."))
        elif last_on is None:
            self.add_error("last_on", "Enter the last day of the placement")
        if not self.errors and (
            why_not := permissions.why_not_end_on(self.placement, last_on, reason)
        ):
            self.add_error("last_on", why_not.rstrip("."))
        return given


class VoidEnding(GovukForm):
    """Why an ending is taken back; the council also says that the school asked for it."""

    button = "Void ending"

    school_asked = forms.BooleanField(
        label=THE_SCHOOL_ASKED,
        error_messages={"required": "Select this only if the school withdrew its notice"},
    )
    reason = _words("Reason", "Enter the reason", "Both sides read this. Do not name the child.")

    def __init__(self, *args: Any, is_withdrawal: bool, asks_school: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if is_withdrawal:
            self.button = "Withdraw notice"
        if not asks_school:
            del self.fields["school_asked"]
