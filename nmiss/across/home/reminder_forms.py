"""Forms of reminders: their texts, their days, and how a person gets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Layout
from django import forms
from django.utils.text import slugify

from nmiss.base.core.forms import AsRead, GovukForm, counted
from nmiss.base.core.models import Delivery
from nmiss.base.core.models.reminder_schedule import LATEST_STEP, MOST_STEPS
from nmiss.base.core.reminders import KindOfReminder
from nmiss.base.core.wording import Wording, problem_with

CHANGED = "A colleague saved a change while you were here. Read it on this page, then save yours"


class _After(AsRead):
    """A change of what somebody read: where a colleague was first, it is asked for again."""

    def __init__(self, *args: Any, number: int, **options: Any) -> None:
        super().__init__(*args, seen=str(number), **options)
        self.number = number

    def clean_seen(self) -> str:
        if self.cleaned_data["seen"] != str(self.number):
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = str(self.number)
            raise forms.ValidationError(CHANGED)
        return self.cleaned_data["seen"]

    def full_clean(self) -> None:
        """What is wrong with a field that nobody sees is said above all others."""
        super().full_clean()
        if self.is_bound and (hidden := self._errors.pop("seen", None)):
            self.add_error(None, hidden.as_data())


class WordReminder(_After):
    """The text of a reminder."""

    button = "Save text"

    subject = forms.CharField(
        label="Subject",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Subject: enter the subject of the email"},
    )
    body = forms.CharField(
        label="Text",
        help_text="Without greeting and signature: these are the same in every email",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": "Text: enter the text of the email"},
    )

    def __init__(
        self, *args: Any, standard: Wording, current: Wording, number: int, **options: Any
    ) -> None:
        initial = {"subject": current.subject, "body": current.body}
        super().__init__(*args, number=number, initial=initial, **options)
        self.standard = standard

    def clean_subject(self) -> str:
        return self._checked(" ".join(self.cleaned_data["subject"].split()))

    def clean_body(self) -> str:
        return self._checked(self.cleaned_data["body"].replace("\r\n", "\n").strip())

    def _checked(self, text: str) -> str:
        if problem := problem_with(text, self.standard):
            raise forms.ValidationError(problem)
        return text

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        parts = [counted(name, field) for name, field in self.fields.items()]
        helper.layout = Layout(
            *parts,
            Button.secondary("preview", "Preview text"),
            Button.secondary("test", "Send a test to me"),
            self.submit(),
        )
        return helper


class StepsTyped(forms.CharField):
    """Numbers of days, with commas between them."""

    def __init__(self, *, least: int, **options: Any) -> None:
        super().__init__(required=False, max_length=60, **options)
        self.least = least

    def clean(self, value: Any) -> list[int]:
        typed = super().clean(value).replace(",", " ").split()
        steps = {int(each) for each in typed if each.isascii() and each.isdecimal()}
        is_known = all(self.least <= each <= LATEST_STEP for each in steps)
        if not is_known or len(typed) > MOST_STEPS or len(steps) < len(typed):
            raise forms.ValidationError(
                f"{self.label}: enter at most {MOST_STEPS} different whole numbers from "
                f"{self.least} to {LATEST_STEP}, such as 30, 7, 1"
            )
        return sorted(steps, reverse=True)

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) or value is None else ", ".join(map(str, value))


class ScheduleReminder(_After):
    """The days on which a kind of reminder is sent."""

    button = "Save days"

    at_once = forms.BooleanField(
        label="Send one at once", help_text="As soon as it is known", required=False
    )
    before = StepsTyped(least=1, label="Before the deadline (optional)")
    after = StepsTyped(least=0, label="After the deadline (optional)")

    def __init__(
        self, *args: Any, kind: KindOfReminder, initial: Mapping[str, Any], **options: Any
    ) -> None:
        super().__init__(*args, initial=dict(initial), **options)
        for name, example in (("before", "30, 7, 1"), ("after", "1, 7. 0 is the day itself")):
            self.fields[name].help_text = f"In {kind.unit}, with commas, such as {example}"

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and not (given["at_once"] or given["before"] or given["after"]):
            raise forms.ValidationError(
                "Enter at least one day, or tick “Send one at once”. People turn reminders off "
                "for themselves, where no deadline of the law is at stake"
            )
        return given


class ChooseReminders(GovukForm):
    """How a person gets each kind of reminder."""

    button = "Save choices"

    def __init__(
        self,
        *args: Any,
        kinds: Sequence[KindOfReminder],
        chosen: Mapping[str, str],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        for kind in kinds:
            self.fields[_field_of(kind)] = forms.ChoiceField(
                label=kind.title,
                choices=Delivery.choices,
                initial=chosen.get(kind.name, Delivery.EACH),
                error_messages={"required": f"{kind.title}: choose how you get it"},
            )
        self.kinds = kinds

    @property
    def choices(self) -> dict[str, str]:
        """What is chosen, by kind."""
        return {kind.name: self.cleaned_data[_field_of(kind)] for kind in self.kinds}


def _field_of(kind: KindOfReminder) -> str:
    """By its name: a form that is open when a kind is added asks of the same kinds as before."""
    return f"kind-{slugify(kind.name)}"
