"""Returns of past terms in the demo: good schools, one that slips, one that never answers, one with
three children. They come in by the imports, as a council's own spreadsheets would.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from django.conf import settings
from django.utils import timezone

from kpis import making
from kpis.actions import write_standings
from kpis.filling import Filling
from kpis.imports import import_indicators, import_returns, import_terms
from kpis.models import KpiReturn, ReturnRules, Term
from kpis.periods import Frequency, Period
from kpis.reports.results import members_in
from nmiss.base.accounts.models import User
from nmiss.base.core.days import academic_year_of
from nmiss.base.core.working_days import working_days_between
from providers.models import School

TERMS, QUARTERS, YEARS = 8, 9, 3
STANDINGS = 3  # quarters back
DUE_IN = 4  # working days from today, of the last term’s returns
MOST_SCHOOLS = 300
_SEED = "returns of the demo"
_MONDAY, _FRIDAY = 0, 4


def take_in_returns(*, manager: User, owner: User) -> None:
    """Have the framework, the county's terms, and what schools returned of the terms so far.

    The owner’s schools are asked for their last returns here.
    """
    today = timezone.localdate()
    catalogue = Path(settings.BASE_DIR) / "kpis" / "data" / "indicators.csv"
    import_indicators(catalogue, by=None)
    with tempfile.TemporaryDirectory() as folder:
        terms = Path(folder) / "terms.csv"
        _write(terms, ("name", "first_day", "last_day"), terms_around(today))
        import_terms(terms, by=None)
        returns = Path(folder) / "returns.csv"
        _write(
            returns,
            ("school_urn", "period", "input", "value"),
            _rows(today, School.objects.visible_to(owner)),
        )
        import_returns(returns, by=None)
    _ask_by_rules(today, by=manager)
    for period in _past(Frequency.QUARTER, STANDINGS, today):
        write_standings(period, by=None)


def _ask_by_rules(today: date, *, by: User) -> None:
    """Ask, by the tick, those who have not answered; the last term's returns are due soon."""
    last = _past(Frequency.TERM, 1, today)[0]
    due = working_days_between(last.last_day, today) + DUE_IN
    dates = {"due_days": due, "first_days": due + 20, "correct_days": due + 50}
    ReturnRules.set_from(last.last_day, by=by, **dates)
    ReturnRules.set_from(last.last_day + timedelta(days=1), by=by)
    making.reconcile(today)


def _write(path: Path, heading: Sequence[str], rows: Iterator[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)


def terms_around(today: date) -> Iterator[tuple[str, date, date]]:
    """The county's terms: of the years behind, of this one and of the next."""
    this_year = academic_year_of(today)
    for year in range(this_year - 4, this_year + 2):
        name = f"{year}-{(year + 1) % 100:02}"
        yield f"{name} autumn", _from(year, 9, 2), _until(year, 12, 20)
        yield f"{name} spring", _from(year + 1, 1, 4), _until(year + 1, 3, 31)
        yield f"{name} summer", _from(year + 1, 4, 15), _until(year + 1, 7, 23)


def _from(year: int, month: int, day: int) -> date:
    """The first working day of a week from a day on."""
    first = date(year, month, day)
    return first if first.weekday() <= _FRIDAY else first + timedelta(days=7 - first.weekday())


def _until(year: int, month: int, day: int) -> date:
    """The last Friday up to a day."""
    last = date(year, month, day)
    return last - timedelta(days=(last.weekday() - _FRIDAY) % 7)


def _past(frequency: str, count: int, today: date) -> list[Period]:
    """The last periods that have ended, the oldest first."""
    periods = Term.objects.periods()
    found = []
    period = periods.last_ended(frequency, today)
    while period is not None and len(found) < count:
        found.append(period)
        period = periods.before(period)
    return found[::-1]


def _rows(today: date, asked_here: Iterable[School]) -> Iterator[tuple[object, ...]]:
    asked = {school.urn for school in asked_here}
    counts = {Frequency.TERM: TERMS, Frequency.QUARTER: QUARTERS, Frequency.YEAR: YEARS}
    for frequency, count in counts.items():
        periods = _past(frequency, count, today)
        for number, period in enumerate(periods):
            for place, school in enumerate(members_in(period)[:MOST_SCHOOLS]):
                is_here = school.urn in asked and place > _HAS_THREE
                is_last = number == len(periods) - 1 and frequency != Frequency.QUARTER
                if place == _NEVER_ANSWERS or (is_here and is_last):
                    continue
                told = _School(school.urn, place, number / max(count - 1, 1))
                for name, value in _TELL[frequency](told):
                    yield school.urn, period.name, name, value


_SLIPS, _NEVER_ANSWERS, _HAS_THREE = 0, 1, 2  # by their place among the members


class _School:
    """How a school does in a period: ``far`` is how much of the time has passed, from 0 to 1."""

    def __init__(self, urn: int, place: int, far: float) -> None:
        self.rng = Random(f"{_SEED}: {urn} {far}")
        character = Random(f"{_SEED}: {urn}")
        # From 0, which is poor, to 1.
        self.good = 0.55 + 0.45 * character.random()
        if place == _SLIPS:
            self.good = 0.95 - 0.7 * far
        self.pupils = 3 if place == _HAS_THREE else character.randint(18, 70)
        self.staff = self.pupils + 10

    def share(self, low: float, high: float, whole: int) -> int:
        """So many of a whole: near ``low`` at a poor school, near ``high`` at a good one."""
        part = low + (high - low) * self.good + self.rng.uniform(-0.03, 0.03)
        return round(whole * min(max(part, 0), 1))


def _of_a_term(school: _School) -> Iterator[tuple[str, int]]:
    pupils, share = school.pupils, school.share
    possible, outcomes, reviews = pupils * 124, pupils * 3, max(pupils // 3, 1)
    hours, complaints, incidents = pupils * 12, school.rng.randint(0, 4), school.rng.randint(0, 5)
    yield "placements_at_end", pupils
    yield "sessions_possible", possible
    yield "sessions_attended", share(0.80, 0.96, possible)
    yield "pupils_persistently_absent", share(0.45, 0.08, pupils)
    yield "pupils_severely_absent", share(0.12, 0.0, pupils)
    yield "suspension_days", share(0.20, 0.0, pupils)
    yield "exclusions_and_notices", int(school.good < 0.5) + int(school.good < 0.3)
    yield "outcomes_reviewed", outcomes
    yield "outcomes_on_track", share(0.50, 0.95, outcomes)
    yield "reviews_due", reviews
    yield "reviews_held", reviews
    yield "reviews_held_in_time", share(0.70, 1.06, reviews)
    yield "review_papers_in_time", share(0.60, 1.05, reviews)
    yield "therapy_hours_commissioned", hours
    yield "therapy_hours_delivered", share(0.70, 1.04, hours)
    yield "staff", school.staff
    yield "staff_trained_in_safeguarding", share(0.90, 1.06, school.staff)
    yield "incidents_notifiable", incidents
    yield "incidents_reported_in_time", share(0.75, 1.1, incidents)
    yield "restrictive_interventions", share(0.60, 0.05, pupils)
    yield "complaints", complaints
    yield "complaints_resolved_in_time", share(0.60, 1.1, complaints)
    yield "invoices", 6
    yield "invoices_correct_in_time", share(0.70, 1.1, 6)


def _of_a_quarter(school: _School) -> Iterator[tuple[str, int]]:
    consultations = school.rng.randint(4, 30)
    yield "consultations", consultations
    yield "consultations_answered_in_time", school.share(0.60, 1.04, consultations)
    yield "average_placements", school.pupils
    yield "ended_unplanned_by_school", school.share(0.08, 0.0, school.pupils)
    yield "ended_unplanned_by_others", school.share(0.04, 0.0, school.pupils)


def _of_a_year(school: _School) -> Iterator[tuple[str, int]]:
    share, leavers, teachers = school.share, max(school.pupils // 6, 1), max(school.pupils // 4, 2)
    yield "leavers_known", leavers
    yield "leavers_in_eet", share(0.60, 1.0, leavers)
    yield "step_downs", school.rng.randint(0, 3)
    yield "teachers", teachers
    yield "teachers_qualified", share(0.50, 1.0, teachers)
    yield "average_staff", school.staff
    yield "staff_leavers", share(0.35, 0.06, school.staff)
    yield "staff_days", school.staff * 190
    yield "agency_days", share(0.28, 0.03, school.staff * 190)
    yield "responses", school.pupils
    yield "responses_positive", share(0.60, 0.97, school.pupils)


_TELL = {
    Frequency.TERM: _of_a_term,
    Frequency.QUARTER: _of_a_quarter,
    Frequency.YEAR: _of_a_year,
}


def figures_of(kpi_return: KpiReturn, filling: Filling) -> dict[str, int]:
    """What a school of the demo would tell, of as many pupils as we know there."""
    told = _School(kpi_return.school.urn, _HAS_THREE + 1, 1.0)
    if known := filling.known.figures.get("placements_at_end"):
        told.pupils = int(known.value)
        told.staff = told.pupils + 10
    return dict(_TELL[kpi_return.frequency](told))
