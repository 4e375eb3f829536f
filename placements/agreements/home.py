"""What placement agreements bring to the landing pages: what to make, sign and countersign."""

from __future__ import annotations

import datetime

from django.db.models import QuerySet
from django.urls import reverse

from nmiss.base.accounts.landing import Shortcut, Task, Waiting, each_of, shortcuts, tasks
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.kept_emails import lead_back
from placements.agreements.models import PlacementAgreement, choices_without_agreement
from providers.models import School
from providers.permissions import owns_a_provider

lead_back(
    {
        "placements.placementagreement": "placements:placement_agreement_detail",
    }
)

_SCHOOL = tuple(f"school__{name}" for name in School.LABEL)
COMMISSIONING = (Role.OFFICER, Role.MANAGER)


@shortcuts(*COMMISSIONING, Role.PLACEMENTS, Role.AUDITOR, Role.PROVIDER, weight=14)
def placement_agreements(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Placement agreements", reverse("placements:placement_agreement_list"))]


@tasks(Role.PLACEMENTS, weight=4)
def agreements_to_make(user: User, today: datetime.date) -> list[Waiting]:
    """Chosen schools without an agreement, those that were chosen first."""
    return [
        each_of(
            choices_without_agreement(user),
            *("consultation_id", "case__wanted_on", "case__child__reference"),
            *(f"consultation__{name}" for name in _SCHOOL),
            task=lambda each: Task(
                f"Make the placement agreement: {each.case.child} ({each.consultation.school})",
                reverse("placements:placement_agreement_make", args=[each.consultation_id]),
                each.case.wanted_on,
            ),
        )
    ]


@tasks(*COMMISSIONING, weight=4)
def agreements_to_countersign(user: User, today: datetime.date) -> list[Waiting]:
    """Agreements that a school has signed."""
    signed = PlacementAgreement.objects.visible_to(user).to_countersign()
    return [_each(signed, "Countersign", "countersign")]


@tasks(Role.PROVIDER, weight=4)
def agreements_to_sign(user: User, today: datetime.date) -> list[Waiting]:
    """Agreements that are offered to one's schools; owners sign them."""
    if not owns_a_provider(user):
        return []
    return [_each(PlacementAgreement.objects.visible_to(user).to_sign(), "Sign", "sign")]


def _each(agreements: QuerySet, verb: str, page: str) -> Waiting:
    return each_of(
        agreements.oldest_first(),
        *("choice_id", "version", "starts_on", *_SCHOOL),
        task=lambda each: Task(
            f"{verb} placement agreement {each.reference}: {each.school}",
            reverse(f"placements:placement_agreement_{page}", args=[each.pk]),
            each.starts_on,
        ),
        many=f"placement agreements to {verb.lower()}",
        all_at=reverse("placements:placement_agreement_list"),
    )
