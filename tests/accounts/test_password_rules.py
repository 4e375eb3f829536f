"""Whatever a validator of passwords says, there are words for it."""

import inspect

import pytest
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.module_loading import import_string

from nmiss.base.accounts import forms
from nmiss.base.accounts.models import Invitation, Role
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

SHIPPED = [
    f"{kind.__module__}.{name}"
    for name, kind in inspect.getmembers(password_validation, inspect.isclass)
    if name.endswith("Validator")
]
REFUSED = {
    "short": "Enter a password of at least 12 characters",
    "918273645546": "Enter a password that is not only digits",
    "1qaz2wsx3edc": "Choose a password that is harder to guess",
    "KentCounty-NMISS-26": "Choose a password with more in it than names known here",
    "ada.lovelace@council": "Choose a password that is less like your name or email address",
}


class ALetterShort:
    """A validator of somebody else, which names no code."""

    def validate(self, password, user=None):
        raise ValidationError("Use %(count)s letters more.", params={"count": 2})

    def get_help_text(self):
        return ""


@pytest.fixture
def person():
    return UserFactory(
        email="ada.lovelace@council.example", name="Ada Lovelace", role=Role.PROVIDER
    )


def change(client, person, password):
    client.force_login(person)
    new = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    return client.post(reverse("account_change_password"), new)


@pytest.mark.parametrize(("password", "words"), REFUSED.items())
def test_each_rule_of_ours_has_its_words(client, person, password, words):
    assert words in change(client, person, password).text


@pytest.mark.parametrize(("password", "words"), REFUSED.items())
def test_so_has_an_invitation(client, password, words):
    invited = UserFactory(
        invited=True, email="ada.lovelace@council.example", name="Ada", role=Role.PROVIDER
    )
    token = Invitation.send(invited, by=None)
    address = reverse("accounts:invitation_accept", args=[token])

    page = client.post(address, {"password1": password, "password2": password})

    assert (page.status_code, words in page.text) == (200, True)


def test_two_that_are_broken_are_both_named(client, person):
    page = change(client, person, "12345")

    assert REFUSED["short"] in page.text
    assert REFUSED["918273645546"] in page.text


@pytest.mark.parametrize("name", SHIPPED)
def test_every_validator_that_django_ships_is_understood(client, person, settings, name):
    settings.AUTH_PASSWORD_VALIDATORS = [{"NAME": name}]
    password_validation.get_default_password_validators.cache_clear()

    for password in ("1", "12345678", "password", "ada.lovelace@council.example", "١٢٣٤"):
        assert change(client, person, password).status_code in {200, 302}
        person.refresh_from_db()
        person.set_password(PASSWORD)
        person.save()


def test_another_validator_speaks_for_itself(client, person, settings):
    settings.AUTH_PASSWORD_VALIDATORS = [{"NAME": f"{__name__}.ALetterShort"}]

    assert "Use 2 letters more." in change(client, person, "three pleasant words").text


def test_every_rule_in_force_has_our_words(settings):
    """By what the validators raise: the codes in their source."""
    for rule in settings.AUTH_PASSWORD_VALIDATORS:
        source = inspect.getsource(import_string(rule["NAME"]))
        assert any(f'"{code}"' in source for code in forms.IN_OUR_WORDS)
