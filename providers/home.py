"""What providers bring to the landing pages: their people, and the register."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.landing import MOST, Task, activity, tasks
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu
from providers.models import ProviderInvitation

menu("providers:our_people", "Our people", Role.PROVIDER, weight=70)
activity(Role.OFFICER, Role.MANAGER, of=Q(verb="import_schools"))
activity(Role.ADMINISTRATOR, of=Q(verb__in=("take_on", "let_go")))


@tasks(Role.PROVIDER, weight=10)
def invitations_to_answer(user: User, today: datetime.date) -> list[Task]:
    """Providers that ask this person to act for them."""
    waiting = ProviderInvitation.objects.waiting(timezone.now()).for_person(user)
    return [
        Task(
            f"Answer the invitation to act for {each.provider}",
            reverse("providers:our_invitation", args=[each.pk]),
        )
        for each in waiting.with_people().by_name()[:MOST]
    ]
