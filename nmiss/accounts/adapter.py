"""How allauth behaves here: at the door (``Doorkeeper``) and with second factors (``Keyring``)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.urls import reverse

from nmiss.accounts import notices, second_factor, stepping_up
from nmiss.core.fields import cipher

if TYPE_CHECKING:
    from django.http import HttpRequest

    from nmiss.accounts.models import User


class Doorkeeper(DefaultAccountAdapter):
    """Nobody signs themselves up: people are invited. What is said tells no stranger anything."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Check your email address and password, and enter them again",
        "too_many_login_attempts": "You have tried too many times. Wait 5 minutes, or set a new "
        "password",
        "incorrect_password": "Enter the password that you sign in with",
        "enter_current_password": "Enter the password that you sign in with now",
    }

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """Whoever has just shown the strongest that they have is not asked for it again."""
        return not self._is_certain(context.request)

    def _is_certain(self, request: HttpRequest) -> bool:
        if second_factor.has_one(request.user):
            return stepping_up.is_fresh(request)
        records = get_authentication_records(request, request.user)
        return any(time.time() - each["at"] < settings.STEP_UP_MINUTES * 60 for each in records)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """Never the password alone of somebody who has a second factor."""
        methods = super().get_reauthentication_methods(user)
        return [each for each in methods if each["id"] != "reauthenticate"] or methods

    def reauthenticate(self, user: User, password: str) -> bool:
        """The person is known by the session: only the password is in question."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home:home")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link's host comes from the settings: a request's host may be made up."""
        person, _, secret = key.partition("-")
        path = reverse("account_reset_password_from_key", args=[person, secret])
        return settings.SITE_URL + path

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        notices.new_password_asked_for(user, link=context["password_reset_url"])


class Keyring(DefaultMFAAdapter):
    """How second factors behave here: their secrets are encrypted, and some must keep one."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "You must keep a second factor. Add another one first, "
        "then remove this one",
        "cannot_generate_recovery_codes": "Set up an authenticator app or a passkey first",
        "incorrect_code": "Enter the code that your authenticator app shows now, or a recovery "
        "code that you have not used",
    }

    def encrypt(self, text: str) -> str:
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whoever must have a second factor keeps the last."""
        user = authenticator.user
        return not second_factor.must_have(user) or second_factor.has_another(authenticator)

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - allauth's name
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return f"Passkey {number}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to the hub's own address: a request's host may be made up."""
        return {"id": urlsplit(settings.SITE_URL).hostname, "name": settings.PRODUCT_NAME}
