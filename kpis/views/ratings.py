"""Ratings: the matrix, one school over time, one indicator over schools, a figure opened."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kpis import group_listings, permissions, pictures, rating_cells, rating_listings
from kpis.periods import Period
from kpis.public_words import sentence_of
from kpis.rating_forms import RatingsPeriod
from kpis.reports.cell import inputs_of, trend_of
from kpis.reports.groups import group_figures
from kpis.reports.history import trends_of
from kpis.reports.matrix import affected_by, last_periods, matrix_of
from kpis.reports.peers import medians_for
from kpis.reports.results import Framework
from nmiss.base.accounts.models import User
from nmiss.base.core.access import only
from nmiss.base.core.pages import Order, page_of, tally
from providers.models import Provider, School, Standing

WHO = rating_listings.WHO
SCHOOLS = 30  # on a page of the matrix
INSPECTIONS = 5
BY_NAME = Order("name")


@only(*WHO)
@require_safe
def rating_matrix(request: HttpRequest) -> HttpResponse:
    """Schools by indicators for a period; every cell leads to its inputs and formula."""
    form = RatingsPeriod(request.GET, today=timezone.localdate())
    context = {"form": form}
    if form.is_valid():
        period, framework = form.chosen_period, Framework()
        members = rating_listings.members_seen(request.user, period)
        page = page_of(members, BY_NAME, query=request.GET.dict(), rows=SCHOOLS)
        indicators = list(framework.indicators(period.last_day).values())
        rows = matrix_of(page.rows, period, framework=framework)
        context |= {
            "period": period,
            "version": framework.in_force(period.last_day),
            "indicators": indicators,
            "count": tally(members),
            "page": page,
            "body": rating_cells.matrix_as_html(rows, indicators, period),
            "signs": [(key.label, sign) for key, sign in rating_cells.SIGNS.items()],
        }
    return TemplateResponse(request, "kpis/rating_matrix.html", context)


@only(*WHO)
@require_safe
def rating_missing(request: HttpRequest) -> HttpResponse:
    """Who has not returned, and how many children we have placed there."""
    form = RatingsPeriod(request.GET, today=timezone.localdate())
    context = {"form": form}
    if form.is_valid():
        found = rating_listings.NOT_RETURNED.on(request)
        rows = found.page.rows
        children = sum({row.school.pk: row.children for row in rows}.values())
        context |= found.context(period=form.chosen_period, children=children, form=form)
    return TemplateResponse(request, "kpis/rating_missing.html", context)


@only(*WHO)
@require_safe
def rating_published(request: HttpRequest) -> HttpResponse:
    """Schools and children by rating, without small numbers, for publication."""
    form = RatingsPeriod(request.GET, today=timezone.localdate())
    context = {"form": form}
    if form.is_valid():
        found = rating_listings.PUBLISHED.on(request)
        context |= found.context(form=form, period=form.chosen_period)
    return TemplateResponse(request, "kpis/rating_published.html", context)


@only(*WHO)
@require_safe
def rating_indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator over schools."""
    form = RatingsPeriod(request.GET, today=timezone.localdate())
    context = {"form": form, "code": code}
    if form.is_valid():
        period, framework = form.chosen_period, Framework()
        indicator = _indicator(framework, code, period)
        schools = list(rating_listings.members_seen(request.user, period).by_name())
        rows = matrix_of(schools, period, framework=framework)
        cells = [each for row in rows for each in row.cells if each.indicator.code == code]
        listed = rating_listings.RATINGS.on(request, rows=cells)
        context |= listed.context(
            form=form,
            period=period,
            indicator=indicator,
            target=rating_cells.target_of(indicator),
            affected=affected_by(rows, code),
            picture=pictures.of_schools(rows, code),
        )
    return TemplateResponse(request, "kpis/rating_indicator.html", context)


@only(*permissions.READERS)
@require_safe
def rating_school(request: HttpRequest, urn: int) -> HttpResponse:
    """One school over time, beside its targets and the median of other schools."""
    school = _school(request, urn)
    form = RatingsPeriod(request.GET, today=timezone.localdate())
    may_propose = permissions.can_propose(request.user)
    context = {"form": form, "school": school, "may_propose": may_propose}
    context["inspections"] = school.inspections.that_count().newest_first()[:INSPECTIONS]
    if form.is_valid():
        period, framework = form.chosen_period, Framework()
        trends = trends_of(school, period, framework=framework)
        last = last_periods(framework, period.last_day)
        indicators = list(framework.indicators(period.last_day).values())
        medians = medians_for(school, indicators, last, framework=framework, on=period.last_day)
        context |= {
            "period": period,
            "parts": [_part(each, medians) for each in trends],
            "medians": medians,
            "standing": _standing(school, period),
            "has_others": _has_others(school, period, request.user),
        }
    return TemplateResponse(request, "kpis/rating_school.html", context)


@only(*permissions.READERS)
@require_safe
def rating_cell(request: HttpRequest, urn: int, code: str) -> HttpResponse:
    """A figure opened: its inputs, its formula, and what it was before."""
    school = _school(request, urn)
    form = RatingsPeriod(request.GET, today=timezone.localdate()).read()
    period, framework = form.chosen_period, Framework()
    _indicator(framework, code, period)
    trend = trend_of(trends_of(school, period, framework=framework), code)
    if trend is None:
        raise Http404
    cell = trend.newest
    last = last_periods(framework, period.last_day)
    medians = medians_for(school, [trend.indicator], last, framework=framework, on=period.last_day)
    median = medians.get(code)
    context = {
        "school": school,
        "period": period,
        "cell": cell,
        "indicator": cell.indicator,
        "sign": rating_cells.sign_of(cell),
        "value": rating_cells.in_words(cell.result.value),
        "target": rating_cells.target_of(cell.indicator),
        "notice": ""
        if request.user.is_provider
        else sentence_of(cell.indicator, cell.result, cell.period),
        "inputs": inputs_of(school, cell.indicator, cell.period),
        "median": median,
        "picture": pictures.of_trend(trend, median, height=240),
        "cells": trend.cells[::-1],
    }
    return TemplateResponse(request, "kpis/rating_cell.html", context)


@only(*permissions.READERS)
@require_safe
def rating_provider(request: HttpRequest, provider: int) -> HttpResponse:
    """A provider over all of its schools, from summed inputs."""
    found = get_object_or_404(Provider.objects.visible_to(request.user), pk=provider)
    form = RatingsPeriod(request.GET, today=timezone.localdate())
    context = {"form": form, "provider": found}
    if form.is_valid():
        period = form.chosen_period
        members = rating_listings.members_seen(request.user, period)
        schools = list(members.filter(provider=found).by_name())
        rows = group_figures(schools, period, framework=Framework())
        listed = group_listings.KPI_GROUP.on(request, rows=rows)
        context |= listed.context(form=form, period=period, schools=schools)
    return TemplateResponse(request, "kpis/rating_provider.html", context)


def _has_others(school: School, period: Period, user: User) -> bool:
    """Whether its provider has other schools in the DPS, for which there are figures together."""
    members = rating_listings.members_seen(user, period).exclude(pk=school.pk)
    return members.filter(provider=school.provider_id).exists()


def _standing(school: School, period: Period) -> Standing | None:
    """The newest that was written of the period shown, or of the last one before it."""
    written = school.standings.filter(as_at__lte=period.last_day)
    return written.newest_first().first()


def _school(request: HttpRequest, urn: int) -> School:
    seen = School.objects.visible_to(request.user).select_related("provider")
    return get_object_or_404(seen, urn=urn)


def _indicator(framework: Framework, code: str, period: object) -> object:
    found = framework.indicators(period.last_day).get(code)
    if found is None:
        raise Http404
    return found


def _part(trends: object, medians: dict) -> dict[str, object]:
    """The indicators of one frequency: their pictures, and the table beneath."""
    rows = []
    for each in trends.trends:
        median = medians.get(each.indicator.code)
        rows.append(
            {
                "trend": each,
                "picture": pictures.of_trend(each, median),
                "median": median,
                "target": rating_cells.target_of(each.indicator),
                "value": rating_cells.in_words(each.newest.result.value),
                "sign": rating_cells.sign_of(each.newest),
                "cells": rating_cells.cells_as_html(each.cells[::-1]),
            }
        )
    return {
        "id": trends.frequency.value,
        "name": trends.frequency.label,
        "periods": trends.periods[::-1],
        "rows": rows,
    }
