"""Sessions as signing in leaves them."""

from __future__ import annotations

from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    record_authentication,
)


def show_second_factor(sender, request, user, **_):
    """Have a session that a test opened by force know of a second factor.

    The request of ``force_login`` has no method: it came from no browser.
    """
    if request.method is None:
        record_authentication(request, user, method="password")
        record_authentication(request, user, method="mfa", type="totp")


def by_password_alone(client, user):
    """Sign somebody in who has shown no second factor."""
    client.force_login(user)
    session = client.session
    records = session[AUTHENTICATION_METHODS_SESSION_KEY]
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        record for record in records if record["method"] != "mfa"
    ]
    session.save()


def let_time_pass(client, *, minutes):
    """Have everything that this session has shown lie so much further back."""
    session = client.session
    records = session[AUTHENTICATION_METHODS_SESSION_KEY]
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        record | {"at": record["at"] - minutes * 60} for record in records
    ]
    session.save()


def shown_at(client):
    """When the session last showed a second factor."""
    records = client.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    return max((each["at"] for each in records if each["method"] == "mfa"), default=None)
