"""What the demo's members keep up: their documents, and the looks at the debarment list."""

from __future__ import annotations

import datetime

from django.utils import timezone

from contracts.models import DebarmentCheck, Debarred, DeclarationRenewal, Membership, Vehicle
from nmiss.base.accounts.models import User
from nmiss.base.core.working_days import working_day_from
from nmiss.base.files.models import StoredFile
from nmiss.demo.applying import PAPER
from providers.models import KIND_OF, ComplianceDocument, Provider, ProviderRole

# Days until each runs out, by kind: one has run out, some are near each reminder.
DOCUMENTS = (
    {"insurance_certificate": 24, "registration": None, "safeguarding_policy": 281},
    {"insurance_certificate": 131, "ico_certificate": 5},
    {"insurance_certificate": -9, "registration": None},
    {"insurance_certificate": 203, "safeguarding_policy": 52},
    {"insurance_certificate": 290, "ico_certificate": 172},
)
# How many days ago each member was looked up; None: never yet. A check is due each quarter.
LOOKED_UP = (12, 12, 40, None, 12, 118, 40, 12)
CHANGED = "Our finance director left in October. A successor has been named and starts in January."
SAME_NAME = "A company with a similar name is on the list. The company numbers differ."


def keep_up(*, officer: User, owner: User) -> None:
    """Give members documents that are in force, expire soon or have expired, and checks."""
    today = timezone.localdate()
    members = Membership.objects.on(today).values("provider")
    providers = Provider.objects.filter(pk__in=members).by_name()
    own = Provider.objects.visible_to(owner).first()
    first_own = sorted(providers, key=lambda each: each != own)
    for provider, documents in zip(first_own, DOCUMENTS, strict=False):
        _documents(provider, documents, today)
    for turn, provider in enumerate(first_own):
        days = LOOKED_UP[turn % len(LOOKED_UP)]
        if days is not None:
            _look_up(provider, today - datetime.timedelta(days=days), by=officer, turn=turn)
    _something_changed([each for each in first_own if each != own], by=officer)


def _something_changed(providers: list[Provider], *, by: User) -> None:
    """One of them renews its self-declaration and says what has changed; nobody has read it."""
    for provider in providers:
        if owner := _owner_of(provider):
            dps = Vehicle.objects.get(name=Vehicle.DPS)
            renewal = DeclarationRenewal.ask(provider, dps, by=by)
            renewal.renew(by=owner, has_changed=True, changes=CHANGED)
            return


def _documents(provider: Provider, documents: dict, today: datetime.date) -> None:
    owner = _owner_of(provider)
    for key, days in documents.items():
        kind = KIND_OF[key]
        words = f"{kind.title} {provider}".encode()
        file = StoredFile.keep_made(
            PAPER.replace(b"TITLE", words),
            name=f"{key.replace('_', '-')}.pdf",
            content_type="application/pdf",
            by=owner,
        )
        ComplianceDocument.put(
            provider,
            kind=key,
            title=kind.title,
            school=provider.schools.by_name().first() if kind.of_school else None,
            file=file,
            expires_on=None if days is None else today + datetime.timedelta(days=days),
            by=owner,
        )


def _owner_of(provider: Provider) -> User | None:
    member = provider.members.filter(role=ProviderRole.OWNER).select_related("user").first()
    return member.user if member else None


def _look_up(provider: Provider, day: datetime.date, *, by: User, turn: int) -> None:
    """A check that was made on a day, against the list of the first of that month."""
    day = working_day_from(day)
    check = DebarmentCheck.record(
        provider,
        by=by,
        list_on=day.replace(day=1),
        result=Debarred.CLEAR,
        details=SAME_NAME if turn == 2 else "",
    )
    DebarmentCheck.objects.filter(pk=check.pk).update(checked_on=day)
