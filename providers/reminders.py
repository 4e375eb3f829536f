"""What providers are reminded of: each month, the vacancies of their schools."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from nmiss.base.core.reminders import AT_ONCE, PROVIDERS, Due, KindOfReminder, register
from providers.models import ProviderRole, School, VacancyReport, VacancyRules
from providers.recipients import by_provider


def _vacancies(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Schools that have not reported in the window that began last; due when its grace ends."""
    rules = VacancyRules.objects.in_force(today)
    window = rules.newest_window(today)
    schools = list(VacancyReport.not_reported_since(window.first, School.objects.all()))
    writers = by_provider({each.provider_id for each in schools}, roles=ProviderRole.writers())
    newest = VacancyReport.newest_of_each(schools)
    for school in schools:
        words = {"window": window, "report": newest.get(school.pk)}
        yield Due(school, rules.end_of_grace(window), writers[school.provider_id], words)


register(
    KindOfReminder(
        "vacancies",
        "providers/vacancies_due",
        _vacancies,
        who="Those who write for the provider",
        to=PROVIDERS,
        before=(AT_ONCE,),
        after=(1,),
        until=14,
    ),
)
