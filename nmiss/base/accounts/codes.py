"""Codes of authenticator apps and recovery codes: each is good once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.db import transaction

from nmiss.base.core.acting import acting_for

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User

LAST_USED = "last_used_counter"


def accept(user: User, code: str) -> Authenticator | None:
    """The authenticator whose code this is; the code is used up by it. None for any other."""
    return _accept_of_app(user, code) or _accept_recovery_code(user, code)


@transaction.atomic
def _accept_of_app(user: User, code: str) -> Authenticator | None:
    """allauth remembers used codes in the cache, from which they may be pushed out; here the
    number of the last half-minute that was used stands with the secret, and never goes back.
    """
    rows = Authenticator.objects.select_for_update().filter(user_id=user.pk)
    app = rows.filter(type=Authenticator.Type.TOTP).first()
    counter = _counter_of(decrypt(app.data["secret"]), code) if app else None
    if counter is None or counter <= app.data.get(LAST_USED, -1):
        return None
    app.data[LAST_USED] = counter
    with acting_for(user):
        app.save(update_fields=["data"])
    return app


def _counter_of(secret: str, code: str) -> int | None:
    """Which of the half-minutes around now shows this code."""
    for counter in totp.yield_hotp_counters_from_time():
        shown = totp.format_hotp_value(totp.hotp_value(secret, counter))
        if compare_user_code(actual=code, expected=shown):
            return counter
    return None


def note_first_use(app: Authenticator, secret: str, code: str) -> None:
    """Use up the code by which an app was set up."""
    app.data[LAST_USED] = _counter_of(secret, code)
    app.save(update_fields=["data"])


def _accept_recovery_code(user: User, code: str) -> Authenticator | None:
    codes = Authenticator.objects.filter(
        user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES
    ).first()
    if codes is None:
        return None
    with acting_for(user):  # all that this does is to use up the code that is right
        return codes if codes.wrap().validate_code(code) else None
