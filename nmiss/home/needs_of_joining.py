"""What joining and membership need of somebody: letters, signatures, what members keep up."""

from __future__ import annotations

import datetime

from django.db.models import QuerySet
from django.urls import reverse

from contracts.models import Agreement, DeclarationRenewal, Membership, swept
from contracts.models.assurance import QUARTER
from nmiss.accounts.models import User
from nmiss.home.needs import MOST, SOON, Need
from providers.models import ComplianceDocument, Provider, ProviderRole


def of_commissioning(user: User, today: datetime.date) -> list[Need]:
    """Agreements to sign, and members to look up or to hear from."""
    signed = Agreement.objects.visible_to(user).to_countersign().count()
    return [
        *_counted(
            signed,
            "Sign",
            "agreement that its provider has signed",
            "agreements that their providers have signed",
            "agreement_list",
        ),
        *_debarment(user, today),
        *_late_declarations(user, today),
        *_expired(user, today),
    ]


def of_member(user: User, today: datetime.date) -> list[Need]:
    """Agreements to sign and declarations to renew, for owners; documents, for editors too."""
    return [*_to_sign(user), *_to_renew(user), *_expiring(user, today)]


def _counted(count: int, verb: str, one: str, several: str, page: str) -> list[Need]:
    if not count:
        return []
    words = f"1 {one}" if count == 1 else f"{count} {several}"
    return [Need(f"{verb} {words}", reverse(f"contracts:{page}"))]


def _debarment(user: User, today: datetime.date) -> list[Need]:
    members = swept(Provider.objects.visible_to(user), on=today)
    recent = members.filter(last_checked_on__gte=today - QUARTER)
    return _counted(
        members.count() - recent.count(),
        "Look up",
        "member on the debarment list",
        "members on the debarment list",
        "debarment_list",
    )


def _late_declarations(user: User, today: datetime.date) -> list[Need]:
    late = DeclarationRenewal.objects.visible_to(user).waiting().filter(due_on__lt=today)
    return [
        Need(
            f"Ask {each.provider} for its self-declaration, which has not come",
            reverse("contracts:provider_detail", args=[each.provider_id]),
            each.due_on,
        )
        for each in late.select_related("provider").soonest_first()[:MOST]
    ]


def _expired(user: User, today: datetime.date) -> list[Need]:
    members = Membership.objects.on(today).values("provider")
    expired = ComplianceDocument.objects.visible_to(user).expiring_by(
        today - datetime.timedelta(days=1)
    )
    return [
        Need(
            f"Ask {each.provider} for a new {_small(each.title)}: theirs has expired",
            reverse("contracts:provider_detail", args=[each.provider_id]),
            each.expires_on,
        )
        for each in expired.filter(provider__in=members)
        .select_related("provider")
        .soonest_first()[:MOST]
    ]


def _to_sign(user: User) -> list[Need]:
    waiting = Agreement.objects.visible_to(user).to_sign().filter(provider__in=_owned(user))
    return [
        Need(
            f"Sign the admission agreement of {each.provider}, {each.lot}",
            reverse("contracts:agreement_sign", args=[each.pk]),
        )
        for each in waiting.select_related("provider", "lot").oldest_first()[:MOST]
    ]


def _to_renew(user: User) -> list[Need]:
    waiting = DeclarationRenewal.objects.visible_to(user).waiting()
    return [
        Need(
            f"Renew the self-declaration of {each.provider}",
            reverse("contracts:declaration_renew", args=[each.pk]),
            each.due_on,
        )
        for each in waiting.filter(provider__in=_owned(user))
        .select_related("provider")
        .soonest_first()[:MOST]
    ]


def _expiring(user: User, today: datetime.date) -> list[Need]:
    editors = Provider.objects.filter(
        members__user=user, members__role__in=[ProviderRole.OWNER, ProviderRole.EDITOR]
    )
    members = Membership.objects.not_over(today).values("provider")
    expiring = ComplianceDocument.objects.visible_to(user).expiring_by(today + SOON)
    return [
        Need(
            f"Send a new {_small(each.title)}: it "
            + ("has expired" if each.expires_on < today else "expires soon"),
            reverse("contracts:our_memberships"),
            each.expires_on,
        )
        for each in expiring.filter(provider__in=editors)
        .filter(provider__in=members)
        .soonest_first()[:MOST]
    ]


def _owned(user: User) -> QuerySet:
    return Provider.objects.filter(members__user=user, members__role=ProviderRole.OWNER)


def _small(title: str) -> str:
    """A title within a sentence; an abbreviation stays as it is."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]
