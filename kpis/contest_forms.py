"""Forms of contested ratings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kpis import contesting
from kpis.filling import Part
from kpis.rating import Result
from kpis.return_forms import LONGEST
from nmiss.base.core.forms import GovukForm

UPHELD, STAYS = "upheld", "stays"


class ContestRating(GovukForm):
    """Which rating is wrong, and why."""

    button = "Contest rating"

    rating = forms.ChoiceField(
        label="Which rating do you contest?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a rating"},
    )
    reason = forms.CharField(
        label="Reason",
        help_text="You can contest each rating of a return once. The council reads this.",
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": "Enter why the rating is wrong"},
    )

    def __init__(self, *args: Any, ratings: Sequence[tuple[Part, Result]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = {str(part.place): part for part, _ in ratings}
        self.fields["rating"].choices = [
            (str(part.place), f"{part.title} ({contesting.in_words(part, result)})")
            for part, result in ratings
        ]

    @property
    def part(self) -> Part:
        return self.parts[self.cleaned_data["rating"]]


class AnswerContest(GovukForm):
    """Whether the council agrees, and why."""

    button = "Send answer"

    decision = forms.ChoiceField(
        label="Decision",
        choices=[
            (UPHELD, "The school is right and can correct its return"),
            (STAYS, "The rating stays"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a decision"},
    )
    words = forms.CharField(
        label="Reasons",
        help_text="The school reads this.",
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": "Enter the reasons"},
    )
