"""What the demo's members keep up: their documents, and the looks at the debarment list."""

from __future__ import annotations

import datetime

from django.utils import timezone

from contracts.forms.joining import KINDS
from contracts.models import DebarmentCheck, Debarred, Membership
from nmiss.accounts.models import User
from nmiss.core.working_days import working_day_from
from nmiss.demo.applying import PAPER
from nmiss.files.models import StoredFile
from providers.models import ComplianceDocument, Provider, ProviderRole

# Days until each runs out, by kind: one has run out, some are near each reminder.
DOCUMENTS = (
    {"insurance_certificate": 24, "registration_certificate": None, "safeguarding_policy": 281},
    {"insurance_certificate": 131, "data_protection": 5},
    {"insurance_certificate": -9, "registration_certificate": None},
    {"insurance_certificate": 203, "safeguarding_policy": 52},
    {"insurance_certificate": 290, "data_protection": 172},
)
# How many days ago each member was looked up; None: never yet. A check is due each quarter.
LOOKED_UP = (12, 12, 40, None, 12, 118, 40, 12)
SAME_NAME = "A company of a like name is on the list. The company numbers differ."


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


def _documents(provider: Provider, documents: dict, today: datetime.date) -> None:
    titles = dict(KINDS)
    member = provider.members.filter(role=ProviderRole.OWNER).select_related("user").first()
    for kind, days in documents.items():
        words = f"{titles[kind]} {provider}".encode()
        file = StoredFile.keep_made(
            PAPER.replace(b"TITLE", words),
            name=f"{kind.replace('_', '-')}.pdf",
            content_type="application/pdf",
            by=member.user if member else None,
        )
        ComplianceDocument.put(
            provider,
            kind=kind,
            title=titles[kind],
            file=file,
            expires_on=None if days is None else today + datetime.timedelta(days=days),
            by=member.user if member else None,
        )


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
