"""A school's newest vacancies as its pages show them."""

from __future__ import annotations

import datetime

from providers.models import VacancyReport, VacancyRules
from providers.models.vacancy import UP_TO_DATE
from providers.signals import offers_of


def figures_of(
    report: VacancyReport | None, rules: VacancyRules, today: datetime.date
) -> dict[str, object]:
    """What ``providers/_vacancies.html`` shows of a report, and how far it can be relied on."""
    if report is None:
        return {"report": None, "rows": []}
    standing = report.standing(rules, today)
    rows = list(report.vacancies.in_order())
    offers = offers_of([row.pk for row in rows])
    for row in rows:
        row.offered = offers.get(row.pk, 0)
    return {
        "report": report,
        "rows": rows,
        "standing": standing,
        "is_grey": standing != UP_TO_DATE,
        "counts_until": rules.counts_until(report.on),
    }
