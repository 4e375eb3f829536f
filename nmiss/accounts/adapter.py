"""How allauth behaves here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse

from nmiss.accounts import notices

if TYPE_CHECKING:
    from django.http import HttpRequest

    from nmiss.accounts.models import User


class Doorkeeper(DefaultAccountAdapter):
    """Nobody signs themselves up: people are invited. What is said tells no stranger anything."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Check your email address and password, and enter them again",
        "too_many_login_attempts": "You have tried too many times. Wait 5 minutes, or set a new "
        "password",
        "enter_current_password": "Enter the password that you sign in with now",
    }

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
