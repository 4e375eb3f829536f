"""The forms by which an option to extend is used, one for each move."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from contracts.arrangements import permissions
from contracts.arrangements.models import Decision, ExtensionOption
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import AsRead
from nmiss.base.core.templatetags.components import day

FOUR_WEEKS = datetime.timedelta(weeks=4)


def _reason(asked: str) -> forms.CharField:
    return forms.CharField(
        label="Reason",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": asked},
    )


class _OfOption(AsRead):
    """A form of one option, by the words of its button."""

    def __init__(self, *args: Any, option: ExtensionOption, **kwargs: Any) -> None:
        self.option = option
        super().__init__(*args, **kwargs)


class ProposeOption(_OfOption):
    button = "Propose option"
    reason = _reason("Enter why the option should be used")


class _DecisionField(forms.ModelChoiceField):
    """Decisions by number, title and day."""

    def label_from_instance(self, decision: Decision) -> str:
        return f"{decision.number}: {decision.title}, {day(decision.decided_on)}"


class Decide(_OfOption):
    button = "Record decision"
    decision = _DecisionField(
        Decision.objects.none(),
        label="Published decision",
        help_text="Record the decision in the register first.",
        error_messages={"required": "Select the decision", "invalid_choice": "Select a decision"},
    )

    def __init__(self, *args: Any, option: ExtensionOption, **kwargs: Any) -> None:
        super().__init__(*args, option=option, **kwargs)
        published = option.vehicle.decisions.exclude(published_on=None)
        self.fields["decision"].queryset = published.newest_first()


class RecordPastUse(_OfOption):
    button = "Record past use"


class Notify(_OfOption):
    button = "Notify providers"
    notice_reference = forms.CharField(
        label="Reference of the published notice",
        max_length=100,
        error_messages={"required": "Enter the reference of the notice"},
    )
    answer_by = DayField(
        label="Last day for providers to reply",
        asked="the last day for providers to reply",
        help_text="We send each provider a letter, and remind those who have not replied.",
    )
    override = forms.CharField(
        label="Legal advice on the value (if there is no headroom, or it is not known)",
        max_length=300,
        required=False,
    )
    consent = forms.CharField(
        label="Consent of the successor (if a section 24 direction asks for it)",
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, option: ExtensionOption, **kwargs: Any) -> None:
        super().__init__(*args, option=option, **kwargs)
        today, last = timezone.localdate(), option.starts_on - datetime.timedelta(days=1)
        self.initial["answer_by"] = max(today, min(last, today + FOUR_WEEKS))

    def clean_answer_by(self) -> datetime.date:
        answer_by = self.cleaned_data["answer_by"]
        if why_not := permissions.why_not_answer_by(self.option, answer_by):
            raise forms.ValidationError(why_not.removesuffix("."))
        return answer_by


class TakeEffect(_OfOption):
    button = "Put option into effect"


class Lapse(_OfOption):
    button = "Let option lapse"
    reason = _reason("Enter why the option lapses")


FORMS: dict[str, type[_OfOption]] = {
    "propose": ProposeOption,
    "decide": Decide,
    "record-past-use": RecordPastUse,
    "notify": Notify,
    "take-effect": TakeEffect,
    "lapse": Lapse,
}
