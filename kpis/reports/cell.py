"""A figure opened: the inputs and the formula that it comes from, and who told them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from kpis.filed import is_from_file
from kpis.models import Figure, Indicator
from kpis.periods import Period
from kpis.reports.history import Trend, TrendsOf
from providers.models import School


def plain(value: Decimal) -> str:
    """A number as it was typed, without noughts at its end."""
    return f"{value.normalize():,f}"


@dataclass(frozen=True)
class InputGiven:
    """An input of an indicator, with the figure that counts; None where nobody told one."""

    name: str
    figure: Figure | None

    @property
    def returned(self) -> str:
        """What the school, or a file, told."""
        if self.is_filed:
            return "Not asked"
        if self.figure is None or (self.figure.value is None and not self.figure.is_na):
            return "Not submitted"
        return "Not applicable" if self.figure.is_na else plain(self.figure.value)

    @property
    def is_filed(self) -> bool:
        """Whether a file tells it, and the school is not asked."""
        own = self.figure
        return own is not None and is_from_file(own.value, own.ours, own.source)

    @property
    def ours(self) -> str:
        """What our records say, where they say something."""
        return "" if self.figure is None or self.figure.ours is None else plain(self.figure.ours)

    @property
    def said(self) -> str:
        """Where our figure is from, and why theirs differs."""
        told = (self.figure.source, self.figure.reason) if self.figure else ()
        return ". ".join(filter(None, told))


def inputs_of(school: School, indicator: Indicator, period: Period) -> Sequence[InputGiven]:
    """The inputs in the order of the formula, each with what was returned for the period."""
    rows: QuerySet[Figure] = Figure.objects.counting().filter(
        version__kpi_return__school=school,
        version__kpi_return__frequency=period.frequency,
        version__kpi_return__period_name=period.name,
        input__in=indicator.inputs,
    )
    told = {figure.input: figure for figure in rows.select_related("version")}
    return [InputGiven(name, told.get(name)) for name in indicator.inputs]


def trend_of(trends: Sequence[TrendsOf], code: str) -> Trend | None:
    """The indicator of this code among those of a school."""
    return next(
        (each for one in trends for each in one.trends if each.indicator.code == code), None
    )
