"""How people of these tests come in and set up their app."""

from django.urls import reverse

from tests.factories.accounts import PASSWORD, code_of
from tests.factories.providers import ProviderMemberFactory

HOME = "/"


def sign_in(client, person, password=PASSWORD):
    return client.post("/accounts/sign-in/", {"login": person.email, "password": password})


def set_up_app(client):
    """Do what somebody does who scans the picture; the secret that the app then has."""
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    return secret, answer


def of_a_provider(role):
    return ProviderMemberFactory(role=role).user
