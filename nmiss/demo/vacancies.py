"""What the schools of the demo report of their places: most this month, some late, a few never."""

from __future__ import annotations

import datetime
from random import Random

from django.utils import timezone

from nmiss.demo.dated import at, moved_to
from providers.models import (
    Need,
    Provision,
    School,
    Vacancy,
    VacancyReport,
    VacancyRules,
    is_boarding,
)

# The years that schools count together: primary, key stages 3 and 4, after 16.
BANDS = ((0, 6), (7, 9), (10, 11), (12, 14))
USUAL_PLACES = 8
# Of ten schools: how many windows ago each last reported; None for never. Below 0: days ago.
LAST_REPORTED = (-1, -1, -2, -4, 0, 0, 0, 1, 3, None)
MONTHS = 4


def report_vacancies() -> None:
    """Reports of the last months, made in bulk on a day of each window."""
    rng, rules = Random("vacancies"), VacancyRules.objects.in_force(timezone.localdate())
    windows = [rules.newest_window(timezone.localdate())]
    while len(windows) < MONTHS:
        before = windows[-1].first - datetime.timedelta(days=1)
        windows.append(rules.newest_window(before))
    run = School.objects.exclude(provider=None).not_closed().prefetch_related("needs")
    schools = [(school, rng.choice(LAST_REPORTED)) for school in run.by_name()]
    for age in range(MONTHS - 1, -1, -1):
        reporting = [each for each, last in schools if last is not None and last <= age]
        _report(rng, reporting, windows[age].first + datetime.timedelta(days=1))
    for days in sorted({last for _, last in schools if last is not None and last < 0}):
        lately = [each for each, last in schools if last == days]
        _report(rng, lately, timezone.localdate() + datetime.timedelta(days=days))


def _report(rng: Random, schools: list[School], day: datetime.date) -> None:
    with moved_to(at(day, 10, 40)):
        reports = VacancyReport.objects.bulk_create(VacancyReport(school=each) for each in schools)
        Vacancy.objects.bulk_create(row for report in reports for row in _rows(rng, report))


def _rows(rng: Random, report: VacancyReport) -> list[Vacancy]:
    """Each band that the school's ages reach, for one or two of its needs."""
    school, rows = report.school, []
    needs = [each.need for each in school.needs.all()] or [Need.ASD]
    low, high = (school.lowest_age or 5) - 4, (school.highest_age or 19) - 5
    boards = is_boarding(school.boarding)
    for first, last in BANDS:
        if first > high or last < low:
            continue
        years = {"first_year": max(first, low), "last_year": min(last, high)}
        for number, need in enumerate(needs[:2]):
            provision = Provision.RESIDENTIAL_38 if boards and number else Provision.DAY
            planned = USUAL_PLACES + rng.randrange(-3, 9)
            free = rng.choice((0, 0, 0, 1, 1, 2, 3))
            reserved = rng.choice((0, 0, 1))
            occupied = planned - free - reserved
            numbers = {"planned": planned, "occupied": occupied, "reserved": reserved, "free": free}
            rows.append(Vacancy(report=report, **years, need=need, provision=provision, **numbers))
    return rows
