"""Forms about consequences, improvement plans and the log of visits and concerns."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from contracts.models import Vehicle
from kpis.models import ConsequenceKind, ConsequenceRules, NoteKind, PerformanceDuty, Theme
from kpis.return_forms import DOCUMENTS, LARGEST
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import AsRead, GovukForm
from nmiss.base.core.number_fields import WholeNumberField
from nmiss.base.files.door import MEGABYTE, UploadField

LONGEST = 4000
NUMBERS = ("required", "invalid", "min_value", "max_value")


def _words(label: str, asked: str, hint: str = "", *, rows: int = 5) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": rows}),
        error_messages={"required": f"Enter {asked}"},
    )


def _number(label: str, hint: str = "", *, least: int = 1, most: int = 12) -> WholeNumberField:
    words = f"{label}: enter a whole number from {least} to {most}"
    return WholeNumberField(
        label=label,
        help_text=hint,
        min_value=least,
        max_value=most,
        error_messages=dict.fromkeys(NUMBERS, words),
    )


class ProposeConsequence(GovukForm):
    """What an officer proposes, and on which grounds."""

    button = "Propose consequence"

    kind = forms.ChoiceField(
        label="Consequence",
        choices=ConsequenceKind,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a consequence"},
    )
    grounds = _words("Grounds", "the grounds", "The provider reads this and can reply.")


class ReplyToConsequence(GovukForm):
    """What the provider has to say."""

    button = "Send reply"

    reply = _words(
        "Your reply", "your reply", "You can reply once. A manager will read it.", rows=8
    )


class DecideConsequence(GovukForm):
    """What a manager decides: what was proposed, something milder, or nothing."""

    button = "Save decision"

    kind = forms.ChoiceField(
        label="Decision",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a decision"},
    )
    decision = _words("Reasons", "the reasons", "The provider reads this.")
    starts_on = DayField(asked="the first day", label="From", help_text="Today or later.")

    def __init__(self, *args: Any, kinds: Iterable[ConsequenceKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            *((kind.value, kind.label) for kind in kinds),
            ("drop", "Take no action"),
        ]

    def clean_starts_on(self) -> datetime.date:
        day = self.cleaned_data["starts_on"]
        if day < timezone.localdate():
            raise forms.ValidationError("Enter today or a later day")
        return day


class SetConsequenceRules(GovukForm):
    """When a consequence is proposed, and how long the provider may reply, from a day on."""

    button = "Save rules"

    valid_from = DayField(
        asked="the first day of these rules", label="From", help_text="Today or later."
    )
    reds_in_row = _number("Reds in a row", "Of one indicator: then we propose a plan.", least=2)
    missed_in_row = _number("Returns in a row not sent", "Then we propose a conversation.", least=2)
    breadth = _number(
        "Indicators red together",
        "The number, each red for the periods below, before we propose to stop placements.",
        least=2,
        most=30,
    )
    duration = _number("Periods that each is red", least=2)
    reply_days = _number("Days to reply", "In working days.", most=60)
    outside_holidays = forms.BooleanField(
        label="Do not count days in the school holidays", required=False
    )
    good_periods = _number("Good periods that close a plan")

    def clean_valid_from(self) -> datetime.date:
        day = self.cleaned_data["valid_from"]
        if day < timezone.localdate():
            raise forms.ValidationError("Enter today or a later day")
        if ConsequenceRules.objects.filter(valid_from=day).exists():
            raise forms.ValidationError("There are rules from this day already. Enter another day")
        return day


class RecordDuty(GovukForm):
    """The clause of a contract by which schools must perform."""

    button = "Save duty"

    vehicle = forms.ModelChoiceField(
        label="Procurement arrangement",
        queryset=Vehicle.objects.none(),
        error_messages={"required": "Choose an arrangement"},
    )
    clause = _words("Clause", "the number and the words of the clause")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        without = Vehicle.objects.exclude(pk__in=PerformanceDuty.objects.vehicles())
        self.fields["vehicle"].queryset = without.order_by("name")


class AddAction(GovukForm):
    """Something to do under a plan."""

    button = "Add action"

    words = _words("Action", "the action", rows=3)
    owner = forms.CharField(
        label="Owner",
        max_length=200,
        help_text="The person responsible, such as the head teacher.",
        error_messages={"required": "Enter who does it"},
    )
    due_on = DayField(asked="the deadline", label="Deadline")


class CompleteAction(GovukForm):
    """What shows that an action was done."""

    button = "Complete action"

    evidence = _words("Evidence", "the evidence", rows=3)


class AddPlanEvidence(GovukForm):
    """A file that shows how an action goes."""

    button = "Add evidence"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        largest = min(LARGEST, settings.MAX_UPLOAD_MB)
        self.fields["file"] = UploadField(
            kinds=DOCUMENTS,
            largest=largest * MEGABYTE,
            label="Evidence",
            help_text=f"PDF, Word, Excel, PNG or JPEG, of at most {largest} MB. The school and the "
            "council can open it.",
        )


class ReviewPlan(GovukForm):
    """How a plan goes."""

    button = "Save review"

    words = _words("Review", "the review")
    next_on = DayField(asked="the next review", label="Next review (optional)", required=False)


class ClosePlan(AsRead):
    """Why a plan ends."""

    button = "Close plan"

    note = _words("Closing note", "a closing note")


class NoteSchool(GovukForm):
    """A visit or a concern."""

    button = "Save note"

    kind = forms.ChoiceField(
        label="Kind",
        choices=NoteKind,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a visit or a concern"},
    )
    theme = forms.ChoiceField(
        label="Theme",
        choices=[("", "Choose a theme"), *Theme.choices],
        error_messages={"required": "Choose a theme"},
    )
    happened_on = DayField(asked="the day", label="Day", help_text="Today or earlier.")
    words = _words("Note", "the note", "Only commissioning officers and managers can read this.")

    def clean_happened_on(self) -> datetime.date:
        day = self.cleaned_data["happened_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("Enter today or an earlier day")
        return day
