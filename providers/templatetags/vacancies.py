"""What letters about vacancies need."""

from __future__ import annotations

from django import template

from nmiss.base.accounts.models import User
from providers import vacancy_links
from providers.models import VacancyReport

register = template.Library()


@register.filter
def token_for(report: VacancyReport, person: User) -> str:
    """What the link of one person to one report ends in."""
    return vacancy_links.token_for(report, person)
