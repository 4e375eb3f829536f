"""What providers bring to the landing pages: their people, vacancies, and the register."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.landing import (
    Shortcut,
    Task,
    Waiting,
    activity,
    each_of,
    shortcuts,
    tasks,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu
from providers.models import Provider, ProviderInvitation, School, VacancyReport, VacancyRules

menu("providers:our_people", "Our people", Role.PROVIDER, weight=70)
activity(Role.OFFICER, Role.MANAGER, of=Q(verb="import_schools"))
activity(Role.ADMINISTRATOR, of=Q(verb__in=("take_on", "let_go")))


@tasks(Role.PROVIDER, weight=10)
def invitations_to_answer(user: User, today: datetime.date) -> list[Waiting]:
    """Providers that ask this person to act for them."""
    waiting = ProviderInvitation.objects.waiting(timezone.now()).for_person(user)
    return [
        each_of(
            waiting.by_name(),
            "provider__name",
            task=lambda each: Task(
                f"Answer the invitation to act for {each.provider}",
                reverse("providers:our_invitation", args=[each.pk]),
            ),
        )
    ]


@tasks(Role.PROVIDER, weight=30)
def vacancies_to_report(user: User, today: datetime.date) -> list[Waiting]:
    """Schools that this person reports for and that have not reported in the newest window."""
    window = VacancyRules.objects.in_force(today).newest_window(today)
    ours = School.objects.filter(provider__in=Provider.objects.written_for_by(user))
    return [
        each_of(
            VacancyReport.not_reported_since(window.first, ours),
            *School.LABEL,
            task=lambda school: Task(
                f"Report vacancies: {school}",
                reverse("providers:vacancy_detail", args=[school.urn]),
                window.last,
            ),
            many="schools with vacancies to report",
            all_at=reverse("providers:vacancy_list"),
        )
    ]


@shortcuts(*Role.with_cases(), Role.PROVIDER, weight=15)
def vacancies(user: User, today: datetime.date) -> list[Shortcut]:
    return [
        Shortcut("Vacancies", reverse("providers:vacancy_list")),
        Shortcut("Inspections", reverse("providers:inspection_list")),
    ]
