"""The form by which a deadline is worked out; sent by GET: it changes nothing."""

from __future__ import annotations

from django import forms

from contracts.arrangements.deadlines import RULES
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukFilters


class WorkOut(GovukFilters):
    button = "Work out deadline"

    rule = forms.ChoiceField(
        label="Rule",
        choices=[(name, rule.words) for name, rule in RULES.items()],
        error_messages={"required": "Select a rule"},
    )
    day = DayField(asked="the day to count from", label="Count from")
