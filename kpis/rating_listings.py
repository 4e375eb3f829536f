"""Ratings to take away: every cell of a period, standings, one school over time, who is missing."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from contracts.models import Membership
from kpis import permissions
from kpis.models import ReturnStatus
from kpis.periods import Period
from kpis.public_words import sentence_of, word_of
from kpis.rating import Rating
from kpis.rating_cells import ARROWS, in_words, sign_of, target_of
from kpis.rating_forms import RatingsOfSchool, RatingsPeriod, RatingsWith
from kpis.reports import kept
from kpis.reports.history import trends_of
from kpis.reports.matrix import MatrixRow, RatedCell, matrix_of
from kpis.reports.not_returned import NotReturned, not_returned
from kpis.reports.published import COLUMNS, NOT_RATED, PublishedRow, publishable
from kpis.reports.results import Framework
from kpis.units import in_files
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import status_tag
from providers.models import School

WHO = tuple(Role.with_cases())


def members_seen(user: User, period: Period) -> QuerySet[School]:
    """The schools that were members on any day of a period, as far as this person sees them."""
    touching = Membership.objects.touching(period.first_day, period.last_day)
    return School.objects.visible_to(user).filter(pk__in=touching.values("school"))


def _matrix(user: User, period: Period, *, is_of_its_day: bool = False) -> list[MatrixRow]:
    schools = list(members_seen(user, period).by_name())
    return matrix_of(schools, period, framework=Framework(), is_of_its_day=is_of_its_day)


def _ratings(user: User, query: Mapping[str, str]) -> list[RatedCell]:
    form = RatingsWith(query, today=timezone.localdate()).read()
    code = form.cleaned_data["code"]
    rows = _matrix(user, form.chosen_period)
    return [cell for row in rows for cell in row.cells if code in ("", cell.indicator.code)]


def _standings(user: User, query: Mapping[str, str]) -> list[MatrixRow]:
    return _matrix(user, RatingsPeriod(query, today=timezone.localdate()).read().chosen_period)


def _of_school(user: User, query: Mapping[str, str]) -> list[RatedCell]:
    form = RatingsOfSchool(query, today=timezone.localdate(), by=user).read()
    school, period = form.cleaned_data["school"], form.chosen_period
    trends = trends_of(school, period, framework=Framework())
    return [cell for one in trends for each in one.trends for cell in each.cells]


def _not_returned(user: User, query: Mapping[str, str]) -> list[NotReturned]:
    period = RatingsPeriod(query, today=timezone.localdate()).read().chosen_period
    seen = set(School.objects.visible_to(user).values_list("pk", flat=True))
    return [each for each in not_returned(period, framework=Framework()) if each.school.pk in seen]


def _rating(cell: RatedCell) -> SafeString:
    tag = status_tag(cell.result.rating or cell.result.state)
    return mark_safe(f'<span aria-hidden="true">{escape(sign_of(cell))}</span> {tag}')


def _direction(cell: RatedCell) -> str:
    return f"{ARROWS[cell.direction]} {cell.direction.label}" if cell.direction else ""


_URN = Column("URN", "The school's number in the register", lambda r: r.school.urn, on_page=False)
_SCHOOL = Column(
    "School",
    "Its name in the register",
    lambda r: r.school.name,
    lambda r: link("kpis:rating_school", r.school.urn, str(r.school)),
)
_CELLS = (
    Column("Code", "The code of the indicator", lambda r: r.indicator.code, on_page=False),
    Column("Indicator", "Its name", lambda r: r.indicator.name, on_page=False),
    Column(
        "Period",
        "The last period of the indicator's own frequency",
        lambda r: r.period.name if r.period else "",
        on_page=False,
    ),
    Column(
        "First day",
        "Of that period",
        lambda r: r.period.first_day if r.period else "",
        on_page=False,
    ),
    Column(
        "Last day", "Of that period", lambda r: r.period.last_day if r.period else "", on_page=False
    ),
    Column(
        "Value",
        "To four decimals; empty where there is none",
        lambda r: "" if r.shown is None else r.shown,
        lambda r: in_words(r.result.value),
        css=NUMERIC,
    ),
    Column(
        "Unit",
        "Of value and target",
        lambda r: in_files(r.indicator.unit),
        lambda r: r.indicator.unit,
    ),
    Column("Target", "In words", lambda r: target_of(r.indicator), on_page=False),
    Column(
        "State",
        "Rated, monitored only, or why there is no value",
        lambda r: r.result.state.label,
        on_page=False,
    ),
    Column(
        "Rating",
        "Green meets the target, amber the floor, red neither",
        lambda r: r.result.rating.label if r.result.rating else "",
        _rating,
    ),
    Column(
        "Direction",
        "By regression over at least four values so far",
        lambda r: r.direction.label if r.direction else "",
        _direction,
    ),
)
_NOTICE = (
    Column(
        "Assessment for a notice",
        "Good, Approaching target, Requires improvement, Inadequate or Other",
        lambda r: word_of(r.indicator, r.result).label,
        on_page=False,
    ),
    Column(
        "Text for a notice",
        "As it can stand in a contract performance notice",
        lambda r: sentence_of(r.indicator, r.result, r.period),
        on_page=False,
    ),
)
RATINGS = List(
    name="kpi-ratings",
    title="KPI ratings",
    roles=WHO,
    rows=_ratings,
    columns=(_URN, _SCHOOL, *_CELLS, *_NOTICE),
)
SCHOOL_RATINGS = List(
    name="kpi-school",
    title="KPI ratings of one school",
    roles=permissions.READERS,
    rows=_of_school,
    columns=(_URN, _SCHOOL, *_CELLS),
)
_CHILDREN = Column(
    "Children",
    "Our children placed there on the last day of the period",
    lambda r: r.children,
    css=NUMERIC,
)
STANDINGS = List(
    name="kpi-standings",
    title="KPI standings",
    roles=WHO,
    rows=_standings,
    columns=(
        _URN,
        _SCHOOL,
        Column("Score", "From 0 to 1", lambda r: "" if r.judged.score is None else r.judged.shown),
        Column("Standing", "The band, or why there is none", lambda r: _word(r.judged.word)),
        _CHILDREN,
    ),
)
NOT_RETURNED = List(
    name="kpi-not-returned",
    title="KPI returns not sent",
    roles=WHO,
    rows=_not_returned,
    columns=(
        _URN,
        _SCHOOL,
        Column("Period", "Of the return", lambda r: r.period.name, lambda r: str(r.period)),
        Column(
            "Status",
            "Of the return, which was not sent",
            lambda r: ReturnStatus(r.status).label,
            lambda r: status_tag(ReturnStatus(r.status)),
        ),
        Column("Due", "The deadline", lambda r: r.due_on),
        Column(
            "Days late",
            "Since the deadline, today",
            lambda r: r.days_late(timezone.localdate()),
            css=NUMERIC,
        ),
        _CHILDREN,
    ),
)


def _published(user: User, query: Mapping[str, str]) -> list[PublishedRow]:
    period = RatingsPeriod(query, today=timezone.localdate()).read().chosen_period
    return kept.worked_out(
        "published", lambda: publishable(_matrix(user, period, is_of_its_day=True)), period
    )


def _counts(of: str, means: str) -> list[Column]:
    words = {**dict(Rating.choices), NOT_RATED: "Not rated"}
    return [
        Column(
            f"{of.capitalize()}: {words[key].lower()}",
            means,
            lambda r, key=key: getattr(r, of)[key],
            css=NUMERIC,
        )
        for key in COLUMNS
    ]


PUBLISHED = List(
    name="kpi-published",
    title="KPI ratings for publication",
    roles=WHO,
    rows=_published,
    columns=(
        Column("Code", "The code of the indicator", lambda r: r.indicator.code, on_page=False),
        Column("Indicator", "Its name", lambda r: r.indicator.name, lambda r: str(r.indicator)),
        *_counts("schools", "Schools that were in the DPS in the period"),
        *_counts("children", "Our children there on its last day, without small schools"),
        Column("Children counted", "The same of every indicator", lambda r: r.counted, css=NUMERIC),
    ),
)


def _word(word: str) -> str:
    return word.replace("_", " ").capitalize()
