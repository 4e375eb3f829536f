"""What accounts bring to the landing pages: people and proposals."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts import handing_over, permissions
from nmiss.base.accounts.handing_over import Worked
from nmiss.base.accounts.landing import (
    HomeFigure,
    Shortcut,
    Task,
    Waiting,
    activity,
    each_of,
    figures,
    lead,
    shortcuts,
    tasks,
)
from nmiss.base.accounts.listings import PROPOSALS_READ_BY
from nmiss.base.accounts.models import Invitation, Proposal, Role, User
from nmiss.base.accounts.navigation import menu
from nmiss.base.core.templatetags.components import whole
from nmiss.base.core.together import Found, Wanted

handing_over.register(
    Worked(
        "proposal",
        Proposal,
        team=lambda proposal: proposal.type.agreers,
        page=lambda proposal: reverse("accounts:proposal_detail", args=[proposal.pk]),
        why_not=permissions.why_not_hand_over,
        unfit=lambda proposal: [proposal.proposed_by_id, proposal.about_id or 0],
    )
)
menu("accounts:person_list", "People", Role.ADMINISTRATOR, weight=70)
lead(Role.ADMINISTRATOR, words="The people who can sign in.")
_VERBS = ("invite", "accept_invitation", "close", "reopen", "propose", "agree_to")
activity(Role.ADMINISTRATOR, of=Q(verb__in=_VERBS, target_type__startswith="accounts."))


@tasks(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.ADMINISTRATOR, weight=10)
def proposals_to_decide(user: User, today: datetime.date) -> list[Waiting]:
    """What somebody else proposed, and this person may agree to."""
    return [
        each_of(
            Proposal.objects.waiting_for(user).oldest_first(),
            *("kind", "subject", "subject_name", "given", "proposed_by__name", "about__name"),
            task=lambda each: Task(
                f"Decide on a proposal by {each.proposed_by}: {each.asks}",
                reverse("accounts:proposal_detail", args=[each.pk]),
                about=each,
            ),
            many="proposals to decide",
            all_at=reverse("accounts:proposal_list"),
        )
    ]


@tasks(Role.MANAGER, weight=11)
def administrator_to_find(user: User, today: datetime.date) -> list[Waiting]:
    """Where there is none, a manager stands in (``permissions.can_stand_in``)."""

    def tell(found: Found) -> list[Task]:
        words = "Propose a system administrator: none can sign in"
        return [] if found.count else [Task(words, reverse("accounts:person_invite"))]

    return [Waiting([Wanted(User.objects.administrators().order_by("pk"), most=1)], tell)]


@tasks(Role.ADMINISTRATOR, weight=90)
def people_who_have_not_joined(user: User, today: datetime.date) -> list[Waiting]:
    """People whose invitation has run out before they used it."""
    now = timezone.now()
    waiting = User.objects.filter(joined_at=None).exclude(
        invitations__in=Invitation.objects.open_at(now)
    )
    return [
        each_of(
            waiting.order_by("name", "pk"),
            "name",
            task=lambda person: Task(
                f"Invite {person.name} again: the invitation expired",
                reverse("accounts:person_detail", args=[person.pk]),
            ),
            many="people whose invitation expired",
            all_at=reverse("accounts:person_list"),
        )
    ]


@figures(Role.ADMINISTRATOR, weight=10)
def accounts(user: User, today: datetime.date) -> list[HomeFigure]:
    link = reverse("accounts:person_list")
    active, invited = User.objects.filter(is_active=True), User.objects.filter(joined_at=None)
    return [
        HomeFigure("people may sign in", whole(active.count()), link),
        HomeFigure("are invited", whole(invited.count()), link),
    ]


@shortcuts(Role.AUDITOR, weight=30)
def people(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("People who may sign in", reverse("accounts:person_list"))]


@shortcuts(*PROPOSALS_READ_BY, weight=40)
def proposals(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Proposals", reverse("accounts:proposal_list"))]


@shortcuts(Role.MANAGER, weight=41)
def recovery_of_the_last_administrator(user: User, today: datetime.date) -> list[Shortcut]:
    """Help for the last administrator, whom no other can help."""
    return [
        Shortcut(
            f"Help {person} sign in without their second factor",
            reverse("accounts:person_second_factor", args=[person.pk]),
        )
        for person in User.objects.visible_to(user)
    ]
