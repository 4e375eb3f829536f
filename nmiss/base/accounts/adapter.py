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
from django.contrib import messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme

from nmiss.base.accounts import limits, second_factor, stepping_up
from nmiss.base.accounts.models import Happened, User
from nmiss.base.accounts.sign_in_record import note, note_sign_in
from nmiss.base.accounts.stages import AskForSecondFactor
from nmiss.base.core.acting import acting_for
from nmiss.base.core.fields import cipher
from nmiss.base.core.letterbox import tell

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


# What people are told by email, in case it was not they who did it.
CHANGED = {
    "mfa/email/totp_activated": "An authenticator app was added to your account",
    "mfa/email/totp_deactivated": "The authenticator app was removed from your account",
    "mfa/email/webauthn_added": "A passkey was added to your account",
    "mfa/email/webauthn_removed": "A passkey was removed from your account",
    "mfa/email/recovery_codes_generated": "New recovery codes were made for your account",
    "account/email/password_changed": "The password of your account was changed",
    "account/email/password_reset": "The password of your account was changed",
}


LEFT = (
    "You signed in with a recovery code. Unused codes: {}. "
    '<a class="govuk-notification-banner__link" href="{}">Make new ones</a>'
)


class Doorkeeper(DefaultAccountAdapter):
    """Nobody signs themselves up: people are invited. What is said tells no stranger anything."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Check your email address and password, and enter them again",
        "incorrect_password": "Enter the password that you sign in with",
        "enter_current_password": "Enter the password that you sign in with now",
    }

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Raises MustWait where this account or this address is tried too often."""
        email = credentials["email"].lower()
        self._tried = User.objects.filter(email=email).first()
        self._attempt = limits.admit("sign_in", request, account=email, user=self._tried)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        person = super().authenticate(request, **credentials)
        if person:
            self._attempt.forgive()
        return person

    def _rollback_login_failed_rl_usage(self) -> None:
        """allauth counts in the cache; we do not (``nmiss.base.accounts.limits``)."""

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        note(Happened.REFUSED, request, self._tried)
        if self._attempt.begins_a_wait:
            note(Happened.SLOWED, request, self._tried)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        note(Happened.CLOSED, request, user)
        return super().respond_user_inactive(request, user)

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        note_sign_in(request, user)
        limits.remember(request, user)
        if second_factor.used_recovery_code(request):
            left = second_factor.recovery_codes_left(user)
            messages.info(request, format_html(LEFT, left or "No", reverse("mfa_index")))

    def logout(self, request: HttpRequest) -> None:
        note(Happened.SIGNED_OUT, request, request.user)
        super().logout(request)

    def get_login_stages(self) -> list[str]:
        asks = f"{AskForSecondFactor.__module__}.{AskForSecondFactor.__name__}"
        stages = super().get_login_stages()
        return [asks if stage.endswith(".AuthenticateStage") else stage for stage in stages]

    def send_notification_mail(self, template_prefix: str, user: User, *_: Any, **__: Any) -> None:
        tell([user], "accounts/security_changed", what=CHANGED[template_prefix])

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

    def set_password(self, user: User, password: str) -> None:
        """In person: by the password of before, or by a link that went to the address."""
        with acting_for(user):
            super().set_password(user, password)

    def is_safe_url(self, url: str | None) -> bool:
        """Only this host: allauth's own trusts every allowed one, and fails where it is broken."""
        return url_has_allowed_host_and_scheme(url, {context.request.get_host()})

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home:home")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link's host comes from the settings: a request's host may be made up."""
        person, _, secret = key.partition("-")
        path = reverse("account_reset_password_from_key", args=[person, secret])
        return settings.SITE_URL + path

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        note(Happened.RESET_ASKED, context["request"], user)
        days = settings.PASSWORD_RESET_TIMEOUT // (24 * 3600)
        link = context["password_reset_url"]
        tell([user], "accounts/new_password_asked_for", link=link, days=days)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing of allauth's own leaves: each of its emails is one of ours, or is not sent."""
        raise NotImplementedError(f"The letterbox has no notice for {template_prefix}.")


class Keyring(DefaultMFAAdapter):
    """How second factors behave here: their secrets are encrypted, and some must keep one."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "You must keep a second factor. Add another one first, "
        "then remove this one",
        "cannot_generate_recovery_codes": "Set up an authenticator app or a passkey first",
        "incorrect_code": "Enter the 6 digits that your authenticator app shows now. If they are "
        "refused again, check that the time of your phone is right",
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
