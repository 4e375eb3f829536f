"""Forms of annual reviews."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
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
NAMED_ANEW = (
    "We rename the file by the number of the review, because file names often say who a child is."
)


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
    file = document_field(label="Report (optional)", hint=NAMED_ANEW, required=False)


class ReplaceFile(GovukForm):
    """The report again, where our check refused its file."""

    button = "Send file"

    file = document_field(label="Report", hint=NAMED_ANEW)


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


class ArrangeSeveral(GovukForm):
    """One day for the meetings of several reviews, and when people were invited."""

    button = "Save meetings"

    reviews = forms.TypedMultipleChoiceField(
        label="Reviews",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Select at least one review",
            "invalid_choice": "Select reviews from this list: others changed it meanwhile",
        },
    )
    invited_on = DayField(
        asked="the day on which people were invited",
        label="Invitations sent",
        help_text="At least 2 weeks before the meetings.",
    )
    meeting_on = DayField(asked="the day of the meetings", label="Meetings")

    def __init__(
        self, *args: Any, rows: Sequence[AnnualReview], today: datetime.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._rows, self.last = {each.pk: each for each in rows}, today + AHEAD
        self.fields["reviews"].choices = [(each.pk, _in_words(each)) for each in rows]

    @property
    def chosen(self) -> list[AnnualReview]:
        return [self._rows[number] for number in self.cleaned_data["reviews"]]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        invited, meeting = given.get("invited_on"), given.get("meeting_on")
        chosen = self.chosen if "reviews" in given else []
        since = max((each.last_on for each in chosen), default=FIRST_PLANS)
        for name, entered in (("invited_on", invited), ("meeting_on", meeting)):
            if entered and not since <= entered <= self.last:
                self.add_error(name, f"Enter a day from {day(since)} to {day(self.last)}")
        if not self.errors and meeting < invited:
            self.add_error("meeting_on", "Enter the day of the invitations or a later day")
        return given


def _in_words(review: AnnualReview) -> str:
    """The child by reference, the school, and by when."""
    where = f" at {review.school}" if review.school else ""
    meeting = f", meeting on {day(review.meeting_on)}" if review.meeting_on else ""
    return f"{review.child}{where}: due {day(review.due_on)}{meeting}"


def recommended(review: AnnualReview) -> dict[str, Any]:
    """What the decision begins with."""
    return {"outcome": review.recommendation}
