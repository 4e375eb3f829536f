"""Forms about the draft of an evaluation scheme, and what-if questions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Div, Layout
from django import forms

from contracts.arrangements.models import EvaluationScheme, Lot, Question
from nmiss.base.core.forms import GovukForm, GovukModelForm
from nmiss.base.core.number_fields import (
    NumberField,
    NumberInput,
    WholeNumberField,
)

NARROW = {"class": "govuk-input--width-4"}


def _count(label: str, *, most: int) -> WholeNumberField:
    words = f"Enter a whole number from 1 to {most}"
    names = ("required", "invalid", "min_value", "max_value")
    return WholeNumberField(
        label=label,
        min_value=1,
        max_value=most,
        widget=NumberInput("numeric", NARROW),
        error_messages=dict.fromkeys(names, words),
    )


def _points(label: str, *, most: int, required: bool = True) -> NumberField:
    words = f"Enter a number from 0 to {most}"
    names = ("required", "invalid", "min_value", "max_value", "max_digits", "max_decimal_places")
    return NumberField(
        label=label,
        min_value=0,
        max_value=most,
        decimal_places=2,
        required=required,
        widget=NumberInput("decimal", NARROW),
        error_messages=dict.fromkeys(names, words),
    )


def _plain(value: Decimal | None) -> str:
    """20 and not 20.00, as people write it."""
    return "" if value is None else f"{value.normalize():f}"


class SchemeWeights(GovukForm):
    """Scale, weights and thresholds of a draft, all on one page.

    Weights that do not add up to 100 are saved as they are, and said: nothing is lost.
    """

    button = "Save the draft"

    scale = _count("Scores run from 0 to", most=100)
    shortest_rationale = _count("A rationale has at least so many characters", most=2000)

    def __init__(self, *args: Any, scheme: EvaluationScheme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions: list[Question] = sorted(scheme.questions.all(), key=lambda q: q.number)
        self.lots: list[Lot] = list(scheme.vehicle.lots.order_by("number"))
        for question in self.questions:
            field = _points(f"{question}: weight of 100", most=100)
            field.min_value = Decimal("0.01")
            self.fields[f"weight_{question.pk}"] = field
        for lot in self.lots:
            label = f"{lot}: total of 100, at least"
            self.fields[f"total_{lot.pk}"] = _points(label, most=100)
            for question in self.questions:
                label = f"{lot}, question {question.number}: at least (optional)"
                self.fields[f"least_{lot.pk}_{question.pk}"] = _points(
                    label, most=100, required=False
                )

    @property
    def helper(self) -> FormHelper:
        """A row for each question: its weight, and the least score in each lot."""
        helper = super().helper
        rows = [
            ("scale", "shortest_rationale"),
            [f"total_{lot.pk}" for lot in self.lots],
            *(
                (f"weight_{each.pk}", *(f"least_{lot.pk}_{each.pk}" for lot in self.lots))
                for each in self.questions
            ),
        ]
        helper.layout = Layout(
            *(Div(*row, css_class="nmiss-row") for row in rows),
            self.submit(),
        )
        return helper

    @staticmethod
    def of(scheme: EvaluationScheme) -> dict[str, Any]:
        """What stands in the form at first."""
        found: dict[str, Any] = {
            "scale": scheme.scale,
            "shortest_rationale": scheme.shortest_rationale,
        }
        for question in scheme.questions.all():
            found[f"weight_{question.pk}"] = _plain(question.weight)
        for threshold in scheme.thresholds.all():
            found[f"total_{threshold.lot_id}"] = _plain(threshold.total_minimum)
            for question in scheme.questions.all():
                found[f"least_{threshold.lot_id}_{question.pk}"] = _plain(
                    threshold.minimum_of(question)
                )
        return found

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        scale = given.get("scale")
        for name, value in list(given.items()):
            if name.startswith("least_") and value is not None and scale and value > scale:
                self.add_error(name, f"Enter at most {scale}: scores go no higher")
            if name.startswith("weight_") and value == 0:
                self.add_error(name, "Enter more than 0, or take the question out")
        return given

    def parts(self) -> dict[str, Any]:
        """What was entered, as ``drafting.change`` takes it."""
        given = self.cleaned_data
        lots, questions = [lot.pk for lot in self.lots], [each.pk for each in self.questions]
        return {
            "scale": given["scale"],
            "shortest_rationale": given["shortest_rationale"],
            "weights": {question: given[f"weight_{question}"] for question in questions},
            "totals": {lot: given[f"total_{lot}"] for lot in lots},
            "minimums": {
                (lot, question): given[f"least_{lot}_{question}"]
                for lot in lots
                for question in questions
            },
        }


def _number(words: str) -> dict[str, str]:
    """The same words for whatever keeps a number from being one."""
    names = ("required", "invalid", "min_value", "max_value", "max_digits", "max_decimal_places")
    return dict.fromkeys(names, words)


class WriteQuestion(GovukModelForm):
    """An award question of a draft."""

    button = "Save the question"

    class Meta:
        model = Question
        fields = ("number", "section", "title", "text", "weight", "word_limit")
        labels = {
            "number": "Number",
            "text": "The question, as applicants read it",
            "weight": "Weight of 100",
            "word_limit": "Word limit of an answer",
        }
        field_classes = {
            "number": WholeNumberField,
            "weight": NumberField,
            "word_limit": WholeNumberField,
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 6})}
        error_messages = {
            "number": _number("Enter the number of the question, such as 11"),
            "section": {"required": "Enter the section that the question belongs to"},
            "title": {"required": "Enter a title of a few words"},
            "text": {"required": "Enter the question, as applicants are to read it"},
            "weight": _number("Enter the weight, from 0.01 to 100"),
            "word_limit": _number("Enter how many words an answer may have, such as 500"),
        }

    def clean_number(self) -> int:
        number = self.cleaned_data["number"]
        same = Question.objects.filter(scheme=self.instance.scheme, number=number)
        if same.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(f"There is a question {number} already: enter another")
        return number
