"""The figures of a provider over all of its schools, on a page and to take away."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kpis import permissions
from kpis.filling import label_of
from kpis.models import Indicator
from kpis.rating_cells import SIGNS, in_words
from kpis.rating_forms import RatingsOfProvider
from kpis.rating_listings import members_seen
from kpis.reports.cell import plain
from kpis.reports.groups import GroupFigure, group_figures
from kpis.reports.results import Framework
from kpis.units import in_unit
from nmiss.base.accounts.models import User
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import NUMERIC
from nmiss.base.core.templatetags.components import status_tag


def _figures(user: User, query: Mapping[str, str]) -> list[GroupFigure]:
    asked = RatingsOfProvider(query, today=timezone.localdate(), by=user).read()
    period, provider = asked.chosen_period, asked.cleaned_data["provider"]
    schools = list(members_seen(user, period).filter(provider=provider).by_name())
    return group_figures(schools, period, framework=Framework())


def _word(figure: GroupFigure) -> str:
    return (figure.result.rating or figure.result.state).label


def _tag(figure: GroupFigure) -> SafeString:
    sign = SIGNS[figure.result.rating or figure.result.state]
    return format_html('<span aria-hidden="true">{}</span> {}', sign, status_tag(_word(figure)))


def _sums(figure: GroupFigure) -> str:
    """The inputs, added up over the schools."""
    return "; ".join(
        f"{label_of(name)}: {plain(Decimal(value.numerator) / Decimal(value.denominator))}"
        for name, value in figure.sums.items()
    )


def _indicator(figure: GroupFigure) -> SafeString:
    """With its formula beneath: the figure is worked out from the sums."""
    asked: Indicator = figure.indicator
    return format_html("{}<br><code>{}</code>", asked, asked.formula)


KPI_GROUP = List(
    name="kpi-provider",
    title="KPI figures of a provider over all schools",
    roles=permissions.READERS,
    rows=_figures,
    columns=(
        Column("Code", "The code of the indicator", lambda r: r.indicator.code, on_page=False),
        Column("Indicator", "Its name", lambda r: r.indicator.name, _indicator),
        Column("Period", "The last of its own frequency", lambda r: r.period.name),
        Column(
            "Value",
            "From the summed inputs, to four decimals",
            lambda r: "" if r.shown is None else r.shown,
            lambda r: in_unit(in_words(r.result.value), r.indicator.unit) if r.result.value else "",
            css=NUMERIC,
        ),
        Column("Rating", "By the target and the floor", _word, _tag),
        Column("Schools", "Counted in the sums", lambda r: r.counted, css=NUMERIC),
        Column(
            "Not submitted by",
            "Schools without this figure",
            lambda r: ", ".join(str(each) for each in r.missing),
        ),
        Column("Sums", "The inputs, added up over these schools", _sums),
    ),
)
