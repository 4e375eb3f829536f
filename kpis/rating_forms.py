"""Of which period ratings are shown: the choice lives in the address, so a page can be shared."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django import forms

from kpis.models import Term
from kpis.periods import Frequency, NoPeriod, Period, Periods
from nmiss.base.accounts.models import User
from nmiss.base.core.number_fields import WholeNumberField
from placements.forms import ReportForm
from providers.models import Provider, School

NUMBERS = ("required", "invalid", "min_value", "max_value")
NAME_A_SCHOOL = "Enter the URN of a school that you can see"
NAME_A_PROVIDER = "Open this list from the page of a provider that you can see"
OFFERED = {Frequency.QUARTER: 12, Frequency.TERM: 9, Frequency.YEAR: 4}


class RatingsPeriod(ReportForm):
    """A period that has ended: the recent ones are offered, and any other can be named."""

    button = "Show period"

    period = forms.ChoiceField(
        label="Period",
        error_messages={"required": "Choose a period"},
        help_text=(
            "Some indicators have longer or shorter periods: we show the last one ended by then"
        ),
    )

    def __init__(self, query: Mapping[str, str], *, today: datetime.date) -> None:
        self.periods = Term.objects.periods()
        super().__init__(query, today=today)
        choices = {each.name: str(each) for each in _recent(self.periods, today)}
        if asked := self._asked:
            choices.setdefault(asked.name, str(asked))
            self.data["period"] = asked.name
        self.fields["period"].choices = choices.items()

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        """The quarter that ended last."""
        return {"period": Periods().last_ended(Frequency.QUARTER, today).name}

    @property
    def _asked(self) -> Period | None:
        try:
            return self.periods.named(self.data["period"])
        except NoPeriod:
            return None

    @property
    def chosen_period(self) -> Period:
        """What was asked for, once the form is valid."""
        return self.periods.named(self.cleaned_data["period"])


def _recent(periods: Periods, today: datetime.date) -> list[Period]:
    """The last few of each frequency, the newest first."""
    found = []
    for frequency, count in OFFERED.items():
        period = periods.last_ended(frequency, today)
        for _ in range(count):
            if period is None:
                break
            found.append(period)
            period = periods.before(period)
    return found


class RatingsWith(RatingsPeriod):
    """The same, of one indicator where its code is named."""

    code = forms.CharField(max_length=20, required=False)


class RatingsOfSchool(RatingsPeriod):
    """The same, of one school that this person sees."""

    school = WholeNumberField(
        min_value=1, max_value=9_999_999, error_messages=dict.fromkeys(NUMBERS, NAME_A_SCHOOL)
    )

    def __init__(self, query: Mapping[str, str], *, today: datetime.date, by: User) -> None:
        self.by = by
        super().__init__(query, today=today)

    def clean_school(self) -> School:
        seen = School.objects.visible_to(self.by).select_related("provider")
        found = seen.filter(urn=self.cleaned_data["school"]).first()
        if found is None:
            raise forms.ValidationError(NAME_A_SCHOOL)
        return found


class RatingsOfProvider(RatingsPeriod):
    """The same, of all schools of one provider that this person sees."""

    provider = WholeNumberField(
        min_value=1,
        max_value=2_147_483_647,
        error_messages=dict.fromkeys(NUMBERS, NAME_A_PROVIDER),
    )

    def __init__(self, query: Mapping[str, str], *, today: datetime.date, by: User) -> None:
        self.by = by
        super().__init__(query, today=today)

    def clean_provider(self) -> Provider:
        seen = Provider.objects.visible_to(self.by)
        found = seen.filter(pk=self.cleaned_data["provider"]).first()
        if found is None:
            raise forms.ValidationError(NAME_A_PROVIDER)
        return found
