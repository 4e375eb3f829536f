"""The link of a reminder with which a school says, in one press, that its vacancies are the same.

It is signed, names one report and one person, and opens a page with a button: a mail scanner that
follows it changes nothing. It says nothing any more once the school has reported again, or the
person no longer writes for the provider.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.core import signing

from nmiss.base.accounts.models import User
from providers import permissions
from providers.models import VacancyReport

SALT = "providers.vacancies-unchanged"
GOOD_FOR = datetime.timedelta(days=45)


class VacancyLink(NamedTuple):
    """Of which report, and to whom it was sent."""

    report: VacancyReport
    person: User


def token_for(report: VacancyReport, person: User) -> str:
    return signing.dumps(f"{report.pk} {person.pk}", salt=SALT)


def read(token: str) -> VacancyLink | None:
    """The link of this token; None where it is not ours, too old, or its person may not report."""
    try:
        report, person = signing.loads(token, salt=SALT, max_age=GOOD_FOR).split()
    except signing.BadSignature:
        return None
    reports = VacancyReport.objects.select_related("school__provider")
    found = reports.filter(pk=report).first()
    who = User.objects.filter(pk=person, is_active=True).first()
    if not found or not who or not permissions.can_report_vacancies(who, found.school):
        return None
    return VacancyLink(found, who)
