"""Second factors: who must have one, who has, and whether it was shown in this session.

allauth keeps the authenticators and asks for them at sign-in. What a session has shown stands in
the session itself: to ask costs no query.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.db import transaction

from nmiss.base.accounts.models import Happened, KnownSource, SignInEvent
from nmiss.base.core.models import AuditEvent

if TYPE_CHECKING:
    from django.http import HttpRequest

    from nmiss.base.accounts.models import User

# Recovery codes stand in for one of these, and are worth nothing without.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

_must_have: list[Callable[[User], bool]] = []
_waivers: list[Callable[[], bool]] = []


def require_of(whom: Callable[[User], bool]) -> None:
    """Have these people show a second factor, too: applications above say who."""
    _must_have.append(whom)


def waive_while(holds: Callable[[], bool]) -> None:
    """Ask nobody for a second factor while this holds. The demo is the only one to say so."""
    _waivers.append(holds)


# Questions


def must_have(user: User) -> bool:
    """Everybody at the council, and whoever else an application names."""
    return not user.is_provider or any(whom(user) for whom in _must_have)


def is_waived() -> bool:
    """Whether this hub is a demo, with nobody in it but the demo's own people."""
    return any(holds() for holds in _waivers)


def has_one(user: User) -> bool:
    """Whether there is an authenticator app or a passkey to ask for."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def has_another(authenticator: Authenticator) -> bool:
    """Whether its person could do without this authenticator."""
    others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS)
    return others.exclude(pk=authenticator.pk).exists()


def used_recovery_code(request: HttpRequest) -> bool:
    """Whether this session showed a recovery code in the place of its second factor."""
    records = get_authentication_records(request, request.user)
    return any(each.get("type") == Authenticator.Type.RECOVERY_CODES for each in records)


def recovery_codes_left(user: User) -> int:
    """How many of somebody's recovery codes are unused."""
    kept = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES)
    return sum(len(each.wrap().get_unused_codes()) for each in kept)


def shown_at(request: HttpRequest) -> float | None:
    """When this session last showed its second factor, in seconds since 1970."""
    records = get_authentication_records(request, request.user)
    return max((each["at"] for each in records if each["method"] == "mfa"), default=None)


def lacks_one(request: HttpRequest) -> bool:
    """Whether this person must show a second factor before anything else."""
    return shown_at(request) is None and must_have(request.user) and not is_waived()


# Verbs


def note_shown(request: HttpRequest, authenticator: Authenticator) -> None:
    """Remember in the session that its person has just used this authenticator."""
    record_authentication(
        request,
        authenticator.user,
        method="mfa",
        id=authenticator.pk,
        type=str(authenticator.type),
        reauthenticated=True,
    )


@transaction.atomic
def remove_second_factor(user: User, *, by: User) -> None:
    """Take every authenticator from somebody who lost theirs, and end all their sessions.

    They set up a new one at their next sign-in. Whoever calls this has made sure that two people
    agreed.
    """
    Authenticator.objects.filter(user=user).delete()
    KnownSource.objects.filter(user=user).delete()
    user.end_sessions()
    SignInEvent.note(Happened.FACTORS_TAKEN, user, how=f"by {by}"[:60])
    AuditEvent.record("remove_second_factor", user, by=by)
