"""Writes on the record of sign-ins what happens in a request, and what signals tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account import signals as account
from allauth.account.authentication import get_authentication_records
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator

from nmiss.base.accounts import limits, whence
from nmiss.base.accounts.models import Happened, SignInEvent
from nmiss.base.core.letterbox import tell

if TYPE_CHECKING:
    from django.http import HttpRequest

    from nmiss.base.accounts.models import User

IN_WORDS = {
    "password": "password",
    "password_reset": "new password",
    "invitation": "invitation",
    Authenticator.Type.TOTP: "authenticator app",
    Authenticator.Type.WEBAUTHN: "passkey",
    Authenticator.Type.RECOVERY_CODES: "recovery code",
}


def note(happened: Happened, request: HttpRequest, user: User | None, *, how: str = "") -> None:
    """Write down what happened, to whom and from where. Nothing that was typed comes here."""
    SignInEvent.note(
        happened,
        user,
        how=how,
        address=whence.address_of(request),
        browser=whence.browser_of(request),
    )


def note_sign_in(request: HttpRequest, user: User) -> None:
    """Write down that somebody is in, and by which means."""
    records = get_authentication_records(request, user)
    used = [IN_WORDS.get(each.get("type") or each["method"], "") for each in records]
    how = " and ".join(dict.fromkeys(word for word in used if word))
    note(Happened.SIGNED_IN, request, user, how=how)


def listen() -> None:
    """Have allauth's signals written down."""
    account.password_reset.connect(_password_reset)
    account.password_changed.connect(_password_changed)
    mfa.authenticator_added.connect(_added)
    mfa.authenticator_removed.connect(_removed)
    mfa.authenticator_reset.connect(_codes_made)
    mfa.authenticator_used.connect(_used)


def _password_reset(request: HttpRequest, user: User, **_: object) -> None:
    """Whoever reads the person's email may come in from here, whatever others try."""
    note(Happened.NEW_PASSWORD, request, user, how="by a link in an email")
    limits.remember(request, user)


def _password_changed(request: HttpRequest, user: User, **_: object) -> None:
    note(Happened.NEW_PASSWORD, request, user, how="with the current password")


def _added(request: HttpRequest, user: User, authenticator: Authenticator, **_: object) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        note(Happened.FACTOR_ADDED, request, user, how=IN_WORDS[authenticator.type])


def _removed(request: HttpRequest, user: User, authenticator: Authenticator, **_: object) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        note(Happened.FACTOR_REMOVED, request, user, how=IN_WORDS[authenticator.type])


def _codes_made(request: HttpRequest, user: User, **_: object) -> None:
    note(Happened.RECOVERY_CODES, request, user)


def _used(
    request: HttpRequest,
    user: User,
    authenticator: Authenticator,
    reauthenticated: bool,
    **_: object,
) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        note(Happened.RECOVERY_CODE, request, user)
        what = "A recovery code of your account was used"
        tell([user], "accounts/security_changed", what=what)
    if reauthenticated:
        note(Happened.STEPPED_UP, request, user, how=IN_WORDS[authenticator.type])
