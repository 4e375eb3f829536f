"""Forms of opening, checking, scoring and deciding: their words and their errors."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from contracts.applications.models import Application
from contracts.arrangements.models import EvaluationScheme
from contracts.evaluation.kinds import SHORTEST_REASON
from contracts.evaluation.opening import Declared
from nmiss.base.accounts.models import User
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import AsRead, GovukFilters, GovukForm
from nmiss.base.core.number_fields import NumberField, NumberInput, numbers_between

YES_OR_NO = (("no", "No, I have none"), ("yes", "Yes, I have one"))
PASSED = (("yes", "Passed"), ("no", "Not passed"))
TELL = "Say what the interest is, so that others can judge it"
NONE_BUT_TOLD = "You say that you have none, but describe one. Select yes, or empty this"

NO_CONCERNS = "No concerns found."


def reason_field(
    label: str, missing: str, *, hint: str = "", rows: int = 4, required: bool = True
) -> forms.CharField:
    """Some words that are kept."""
    return forms.CharField(
        required=required,
        label=label,
        help_text=hint,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": missing,
            "max_length": "Say it in at most 5,000 characters",
        },
    )


def _long_enough(words: str, least: int) -> str:
    """The words, where they have so many characters."""
    if len(words) < least:
        raise forms.ValidationError(_too_short(words, least))
    return words


def _too_short(words: str, least: int) -> str:
    return f"Enter at least {least} characters: there are {len(words)}"


def _interest(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=YES_OR_NO,
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether you have a conflict of interest"},
    )


def _details() -> forms.CharField:
    return forms.CharField(
        label="Describe the conflict",
        help_text="Only if you answered yes.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _see_that_they_agree(form: GovukForm, conflict: str, details: str) -> None:
    """Have what a conflict is told of where there is one, and only there."""
    answer, told = form.cleaned_data.get(conflict), form.cleaned_data.get(details)
    if answer == "yes" and not told:
        form.add_error(details, TELL)
    if answer == "no" and told:
        form.add_error(details, NONE_BUT_TOLD)


class DeclareInterest(GovukForm):
    """Whether one has an interest in an applicant."""

    button = "Declare"
    conflict = _interest("Do you have a conflict of interest with this applicant?")
    details = _details()

    def clean(self) -> dict[str, Any]:
        """A conflict is told of, and nothing that is told of is dropped."""
        _see_that_they_agree(self, "conflict", "details")
        return self.cleaned_data

    @property
    def has_conflict(self) -> bool:
        return self.cleaned_data["conflict"] == "yes"


class OpenRound(GovukForm):
    """For each applicant of a round, whether one has an interest, unless one said so before."""

    button = "Declare, and open those without a conflict"

    def __init__(
        self,
        *args: Any,
        applications: Sequence[Application],
        cleared: Sequence[Application],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cleared = cleared
        self.applications = [each for each in applications if each not in cleared]
        for application in self.applications:
            name = f"{application.provider}, {application.reference}"
            self.fields[f"conflict_{application.pk}"] = _interest(
                f"Do you have a conflict of interest with {name}?"
            )
            details = _details()
            details.label = f"Describe the conflict with {name}"
            self.fields[f"details_{application.pk}"] = details

    def clean(self) -> dict[str, Any]:
        """A conflict is told of, and nothing that is told of is dropped."""
        for each in self.applications:
            _see_that_they_agree(self, f"conflict_{each.pk}", f"details_{each.pk}")
        return self.cleaned_data

    def declared(self) -> list[Declared]:
        """What is said of each, now or before."""
        before = [Declared(each, has_conflict=False) for each in self.cleared]
        return before + [
            Declared(
                each,
                has_conflict=self.cleaned_data[f"conflict_{each.pk}"] == "yes",
                details=self.cleaned_data[f"details_{each.pk}"],
            )
            for each in self.applications
        ]


class RecordFinding(GovukForm):
    """A check: passed or not, and why. Of one that is passed nobody need say more."""

    button = "Save check"
    passed = forms.ChoiceField(
        label="Is this passed?",
        choices=PASSED,
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether this is passed"},
    )
    reason = reason_field(
        "Why? (optional if passed)",
        "Enter the reason",
        hint="We send it to the applicant if this is not passed. If it is passed and you leave "
        f"this empty, we record “{NO_CONCERNS}”",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if "reason" in self.errors or "passed" in self.errors:
            return given
        if not given["reason"] and given["passed"] == "yes":
            given["reason"] = NO_CONCERNS
        elif not given["reason"]:
            self.add_error("reason", "Enter the reason")
        elif len(given["reason"]) < SHORTEST_REASON:
            self.add_error("reason", _too_short(given["reason"], SHORTEST_REASON))
        return given

    def said(self) -> str:
        """The reason, as it is kept."""
        return self.cleaned_data["reason"]


class RecordDebarment(RecordFinding):
    """A look at the debarment list, of which the day is kept with the reason."""

    list_on = DayField(asked="the date of the list", label="Date of the list that you used")
    field_order = ("list_on", "passed", "reason")

    def clean_list_on(self) -> datetime.date:
        list_on = self.cleaned_data["list_on"]
        if list_on > timezone.localdate():
            raise forms.ValidationError("Enter today or an earlier day")
        return list_on

    def said(self) -> str:
        list_on = self.cleaned_data["list_on"]
        return f"List of {list_on:%-d %B %Y}: {self.cleaned_data['reason']}"


class Choose(GovukFilters):
    """Who is to score, and how many to a question."""

    button = "Preview assignments"
    is_next_step = True
    people = forms.MultipleChoiceField(
        label="Evaluators",
        help_text="We leave out anyone who declared a conflict with an applicant. A manager who "
        "scores an application cannot approve its outcome.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least two evaluators"},
    )
    each = forms.TypedChoiceField(
        label="Evaluators for each question",
        choices=((2, "Two"), (3, "Three")),
        coerce=int,
        initial=2,
        widget=forms.RadioSelect,
        error_messages={"required": "Select how many evaluators score a question"},
    )

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_number = {str(person.pk): person for person in people}
        self.fields["people"].choices = [
            (number, f"{person.name}, {person.get_role_display().lower()}")
            for number, person in self.by_number.items()
        ]

    def clean_people(self) -> list[User]:
        """Two at least."""
        chosen = [self.by_number[number] for number in self.cleaned_data["people"]]
        if len(chosen) < 2:
            raise forms.ValidationError("Select at least two evaluators")
        return chosen


class Replace(GovukForm):
    """Who takes over a question, and why."""

    button = "Replace this evaluator"
    evaluator = forms.ChoiceField(
        label="Who takes over?", error_messages={"required": "Select who takes over"}
    )
    reason = reason_field("Why?", "Enter why this evaluator is replaced")

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_number = {str(person.pk): person for person in people}
        self.fields["evaluator"].choices = [
            ("", "Select a person"),
            *((number, person.name) for number, person in self.by_number.items()),
        ]

    def clean_evaluator(self) -> User:
        return self.by_number[self.cleaned_data["evaluator"]]


def _score_field(label: str, scale: int) -> NumberField:
    words = f"Enter a score from 0 to {scale}, such as 7 or 7.5"
    return NumberField(
        label=label,
        min_value=0,
        max_value=scale,
        max_digits=4,
        decimal_places=2,
        widget=NumberInput("decimal", {"class": "govuk-input--width-4"}),
        error_messages=dict.fromkeys(
            (
                "required",
                "invalid",
                "min_value",
                "max_value",
                "max_digits",
                "max_decimal_places",
                "max_whole_digits",
            ),
            words,
        ),
    )


class GiveScore(GovukForm):
    """A score and its reasons."""

    button = "Save score"

    def __init__(self, *args: Any, scheme: EvaluationScheme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.least = scheme.shortest_rationale
        self.fields["score"] = _score_field(f"Score, from 0 to {scheme.scale}", scheme.scale)
        self.fields["rationale"] = reason_field(
            "Rationale",
            "Enter the reasons for this score",
            hint=f"At least {self.least} characters. Say what in the answer earns this score.",
            rows=8,
        )

    def clean_rationale(self) -> str:
        return _long_enough(self.cleaned_data["rationale"], self.least)


class Agree(GovukForm):
    """What was agreed, why, and who was there. Nothing is filled in ahead: it is no average."""

    button = "Save agreed score"

    def __init__(
        self, *args: Any, scheme: EvaluationScheme, names: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.able, self.least = len(names), scheme.shortest_rationale
        self.fields["score"] = _score_field(f"Agreed score, from 0 to {scheme.scale}", scheme.scale)
        self.fields["reason"] = reason_field(
            "Why this score?",
            "Enter why this score was agreed",
            hint="The applicant will read this. Explain the score, even if everyone agreed: at "
            f"least {scheme.shortest_rationale} characters.",
        )
        self.fields["present"] = forms.MultipleChoiceField(
            label="Which evaluators were there?",
            choices=[(name, name) for name in names],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Select who was there"},
        )
        self.fields["others"] = forms.CharField(
            label="Who else was there? (optional)",
            help_text="Names, with commas between them.",
            required=False,
            max_length=500,
        )

    def clean_reason(self) -> str:
        return _long_enough(self.cleaned_data["reason"], self.least)

    def clean(self) -> dict[str, Any]:
        """Consensus is between two at least."""
        others = [name.strip() for name in self.cleaned_data.get("others", "").split(",")]
        present = [*self.cleaned_data.get("present", []), *(name for name in others if name)]
        chosen = self.cleaned_data.get("present", [])
        if chosen and (len(chosen) < min(2, self.able) or len(present) < 2):
            self.add_error("present", "Select two evaluators at least: they agree it together")
        return self.cleaned_data | {"present": present}


class Recommend(AsRead):
    """The words that go with what findings and scores come to."""

    button = "Recommend this outcome"
    recommendation = reason_field(
        "Summary for the manager",
        "Enter the text of the recommendation",
        hint="The result follows from the checks and scores. Give the evidence.",
        rows=6,
    )


class Approve(AsRead):
    """The decision on what was read; what lies near a line is looked at twice."""

    button = "Approve this outcome"

    def __init__(self, *args: Any, is_near: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_near:
            self.fields["looked_again"] = forms.BooleanField(
                label="I have looked a second time at what is marked above",
                error_messages={"required": "Look a second time at what is marked above"},
            )


class SendBack(GovukForm):
    """Why a recommendation is to be thought over."""

    button = "Send the recommendation back"
    reason = reason_field("Why?", "Enter why you send the recommendation back")


class OtherMinimums(GovukFilters):
    """Totals to try beside the usual ones."""

    button = "Show"

    minimums = forms.CharField(
        label="Other total minimums to try (optional)",
        help_text="Numbers from 0 to 100 with commas between, such as 45, 62.5.",
        max_length=100,
        required=False,
    )

    def clean_minimums(self) -> tuple[Decimal, ...]:
        found = numbers_between(self.cleaned_data["minimums"], Decimal(0), Decimal(100))
        if found is None:
            raise forms.ValidationError(
                "Enter numbers from 0 to 100 with commas between, such as 45, 62.5"
            )
        return tuple(found[:10])
