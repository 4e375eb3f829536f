"""What the calendar can be narrowed by; the forms live in the address, which can be shared."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property

from nmiss.base.accounts import key_dates
from nmiss.base.accounts.key_dates import Dated, Source
from nmiss.base.accounts.models import User
from nmiss.base.core.day_fields import EARLIEST, LATEST, DayField
from nmiss.base.core.forms import ByOrder, GovukFilters

MINE, TEAM = "mine", "team"
AHEAD = datetime.timedelta(days=60)
A_YEAR = datetime.timedelta(days=366)


class Dates(GovukFilters):
    """Whose dates, and of which kind."""

    whose = forms.ChoiceField(
        label="Whose",
        required=False,
        choices=[("", "All"), (MINE, "Mine"), (TEAM, "My team’s and mine")],
    )
    kind = forms.ChoiceField(label="Kind of date", required=False)

    def __init__(self, query: Mapping[str, str], *, user: User, today: datetime.date) -> None:
        super().__init__(query)
        self.user, self.today = user, today
        kinds = key_dates.kinds_of(user)
        self.fields["kind"].choices = [("", "All"), *zip(kinds, kinds, strict=True)]

    def window(self) -> tuple[datetime.date, datetime.date]:
        raise NotImplementedError

    def found(self) -> list[Dated]:
        """The dates that are asked for; none where a filter cannot be read."""
        if not self.is_valid():
            return []
        whose, kind = self.cleaned_data["whose"], self.cleaned_data["kind"]

        def is_asked(source: Source) -> bool:
            return not kind or kind in source.kinds

        dates = key_dates.dates_of(self.user, *self.window(), today=self.today, of=is_asked)
        is_whose = {MINE: lambda each: each.is_mine, TEAM: lambda each: each.is_teams}
        fits = is_whose.get(whose, lambda each: True)
        return [each for each in dates if fits(each) and kind in ("", each.kind)]


class DatesBetween(Dates):
    """From a first day to a last one: from today on, two months, where nobody says."""

    first = DayField(asked="the first day", label="From", required=False)
    last = DayField(asked="the last day", label="To", required=False)

    def add_prefix(self, field_name: str) -> str:
        """Give fields the names that the address uses; ``from`` cannot be a name in Python."""
        return {"first": "from", "last": "to"}.get(field_name, field_name)

    def clean(self) -> None:
        first, last = self.window()
        if last < first:
            self.add_error("last", "Enter a last day that is not before the first")
        elif last > first + A_YEAR:
            self.add_error("last", "Enter a last day within a year of the first")

    def window(self) -> tuple[datetime.date, datetime.date]:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        first = first or min(self.today, last or self.today)
        return first, last or min(LATEST, first + AHEAD)


class DatesOfMonth(Dates):
    """A month of them: this one, where nobody says."""

    month = forms.DateField(
        required=False,
        input_formats=["%Y-%m"],
        widget=forms.HiddenInput,
        error_messages={"invalid": "Choose a month, such as 2026-11"},
    )

    def clean_month(self) -> datetime.date:
        month = self.cleaned_data["month"] or self.today.replace(day=1)
        if not EARLIEST <= month <= LATEST:
            raise forms.ValidationError("Choose a month of 1990 to 2099")
        return month

    def window(self) -> tuple[datetime.date, datetime.date]:
        first = self.cleaned_data["month"]
        after = (first + datetime.timedelta(days=32)).replace(day=1)
        return first, after - datetime.timedelta(days=1)


class Narrowed:
    """The filters of the list, as lists know filters: a form, and the rows that it leaves."""

    def __init__(
        self,
        query: Mapping[str, str],
        rows: Sequence[Any],
        *,
        by: User,
        orders: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.form = DatesBetween(query, user=by, today=timezone.localdate())
        if orders:
            self.form.fields["sort"] = ByOrder(orders).field

    @cached_property
    def qs(self) -> list[Dated]:
        return self.form.found()
