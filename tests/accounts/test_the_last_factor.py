"""Who must have a second factor cannot take the last one away."""

import threading

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.urls import reverse

from nmiss.base.accounts import second_factor
from nmiss.base.accounts.models import Role
from nmiss.base.accounts.second_factor import remove_second_factor
from providers.models import ProviderRole
from tests.accounts.factors import HOME, of_a_provider, sign_in
from tests.factories.accounts import SecondFactor, UserFactory


@pytest.mark.django_db
class TestTheLast:
    def test_stays_with_whoever_must_have_one(self, client):
        person = UserFactory()
        SecondFactor.of(person)
        client.force_login(person)

        answer = client.post(reverse("mfa_deactivate_totp"))

        assert "You must keep a second factor" in answer.text
        assert second_factor.has_one(person)

    @pytest.mark.parametrize("kind", ["totp", "webauthn"])
    def test_can_be_the_other(self, client, kind):
        person = UserFactory()
        SecondFactor.of(person)
        passkey = passkey_of(person)
        client.force_login(person)

        remove(client, kind, passkey)
        left = Authenticator.objects.filter(user=person).exclude(type="recovery_codes")
        assert {each.type for each in left} == {"totp", "webauthn"} - {kind}
        remove(client, *({"totp", "webauthn"} - {kind}), passkey)
        assert left.count() == 1

    def test_may_go_where_none_is_needed(self, client):
        person = of_a_provider(ProviderRole.VIEWER)
        SecondFactor.of(person)
        client.force_login(person)

        client.post(reverse("mfa_deactivate_totp"))

        assert not Authenticator.objects.filter(user=person).exists()

    def test_is_taken_by_others_and_ends_all_sessions(self, client):
        person, administrator = UserFactory(), UserFactory(role=Role.ADMINISTRATOR)
        SecondFactor.of(person)
        client.force_login(person)

        remove_second_factor(person, by=administrator)

        assert client.get(HOME).url.startswith(reverse("account_login"))
        sign_in(client, person)
        assert client.get(HOME).url == reverse("mfa_index")


def passkey_of(person):
    """A passkey as it lies in the database; nothing here reads what it signed."""
    data = {"name": "Work laptop", "credential": {}}
    return Authenticator.objects.create(user=person, type="webauthn", data=data)


def remove(client, kind, passkey):
    if kind == "totp":
        return client.post(reverse("mfa_deactivate_totp"))
    return client.post(reverse("mfa_remove_webauthn", args=[passkey.pk]))


@pytest.mark.django_db(transaction=True)
def test_two_at_once_do_not_take_both():
    person = UserFactory()
    SecondFactor.of(person)
    passkey = passkey_of(person)
    clients = {kind: Client() for kind in ("totp", "webauthn")}
    for client in clients.values():
        client.force_login(person)
    start = threading.Barrier(2)

    def take(kind):
        start.wait()
        try:
            remove(clients[kind], kind, passkey)
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=[kind]) for kind in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert second_factor.has_one(person)
