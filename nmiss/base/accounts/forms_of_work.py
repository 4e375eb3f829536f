"""Forms of who works on what: handing a record over, and naming a deputy."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.accounts.forms import reason_field
from nmiss.base.accounts.models import User
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm

LONGEST = datetime.timedelta(days=366)


class HandOver(GovukForm):
    """Who is to work on a record, and why."""

    button = "Hand over"

    to = forms.ModelChoiceField(
        User.objects.none(),
        label="New owner",
        required=False,
        empty_label="No one: leave it to the team",
        error_messages={"invalid_choice": "Select someone of the team"},
    )
    reason = reason_field(
        "Reason", "Enter the reason", help_text="We keep this on record. The new owner can read it."
    )

    def __init__(self, *args: Any, people: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = people


class NameDeputy(GovukForm):
    """Which colleague decides while somebody is away, and on which days."""

    button = "Name deputy"

    deputy = forms.ModelChoiceField(
        User.objects.none(),
        label="Deputy",
        help_text="Someone with the same role as you.",
        error_messages={"required": "Select a deputy", "invalid_choice": "Select a deputy"},
    )
    starts_on = DayField(asked="the first day", label="First day away")
    ends_on = DayField(asked="the last day", label="Last day away", help_text="Included.")

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        same = User.objects.filter(role=person.role, is_active=True).exclude(pk=person.pk)
        self.fields["deputy"].queryset = same.order_by("name", "pk")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and first < timezone.localdate():
            self.add_error("starts_on", "Enter today or a later day")
        if first and last and last < first:
            self.add_error("ends_on", "Enter the first day away or a later day")
        if first and last and last > first + LONGEST:
            self.add_error("ends_on", "Enter a day at most one year after the first")
        return given
