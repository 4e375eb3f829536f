"""Forms of annual reviews."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms

from contracts.arrangements.law import FIRST_PLANS
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import AsRead, GovukForm
from nmiss.base.core.templatetags.components import day
from placements.consultation_forms import document_field
from placements.reviews.dates import AHEAD
from placements.reviews.models import AnnualReview
from placements.reviews.status import ReviewOutcome, WhyReviewClosed

LONGEST = 4000


class OpenReview(GovukForm):
    """From which day the next review counts."""

    button = "Open review"

    last_on = DayField(
        asked="the date of the final plan or of the last review",
        label="Date of the final plan, or of the last review",
        help_text="The next review is held within 12 months of this day.",
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_last_on(self) -> datetime.date:
        last_on = self.cleaned_data["last_on"]
        if not FIRST_PLANS <= last_on <= self.today:
            raise forms.ValidationError(f"Enter a day from {day(FIRST_PLANS)} to today")
        return last_on


class ArrangeReview(GovukForm):
    """When the meeting is, and when people were invited."""

    button = "Save meeting"

    invited_on = DayField(
        asked="the day on which people were invited",
        label="Invitations sent",
        help_text="At least 2 weeks before the meeting.",
    )
    meeting_on = DayField(asked="the day of the meeting", label="Meeting")

    def __init__(
        self, *args: Any, since: datetime.date, today: datetime.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.since, self.last = since, today + AHEAD

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        invited, meeting = given.get("invited_on"), given.get("meeting_on")
        for name, entered in (("invited_on", invited), ("meeting_on", meeting)):
            if entered and not self.since <= entered <= self.last:
                within = f"Enter a day from {day(self.since)} to {day(self.last)}"
                self.add_error(name, within)
        if not self.errors and meeting < invited:
            self.add_error("meeting_on", "Enter the day of the invitations or a later day")
        return given


class ReportReview(GovukForm):
    """What the meeting recommends."""

    button = "Send report"

    recommendation = forms.ChoiceField(
        label="Recommendation of the meeting",
        choices=ReviewOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select what the meeting recommends"},
    )
    words = forms.CharField(
        label="Summary",
        help_text="It is kept encrypted.",
        error_messages={"required": "Enter a summary"},
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    file = document_field(label="Report (optional)", required=False)


class ReplaceFile(GovukForm):
    """The report again, where our check refused its file."""

    button = "Send file"

    file = document_field(label="Report")


class _OnADay(GovukForm):
    """A form with the day on which something was done: since a day, and not after today."""

    dated: str

    def __init__(
        self, *args: Any, since: datetime.date, today: datetime.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.since, self.today = since, today

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        done_on = given.get(self.dated)
        if done_on and not self.since <= done_on <= self.today:
            self.add_error(self.dated, f"Enter a day from {day(self.since)} to today")
        return given


class DecideReview(_OnADay, AsRead):
    """What the council decides, and when it told the parents."""

    button, dated = "Save decision", "on"

    outcome = forms.ChoiceField(
        label="Decision",
        choices=ReviewOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select what you decide"},
    )
    on = DayField(asked="the day of the decision", label="Parents told of the decision")


class IssuePlan(_OnADay):
    """When the final plan was issued."""

    button, dated = "Save final plan", "on"

    on = DayField(asked="the day of the final plan", label="Final plan issued")


class CloseReview(AsRead):
    """Why a review will not be completed."""

    button = "Close review"

    reason = forms.ChoiceField(
        label="Why do you close this review?",
        choices=WhyReviewClosed.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select why you close the review"},
    )


def recommended(review: AnnualReview) -> dict[str, Any]:
    """What the decision begins with."""
    return {"outcome": review.recommendation}
