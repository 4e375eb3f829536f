"""Signing in by a code, by a passkey, or by what was kept for the day on which both are lost."""

import pytest
from django.test import Client
from django.urls import reverse

from nmiss.base.accounts import second_factor
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import OutboxMessage
from tests.accounts.factors import HOME, set_up_app, sign_in
from tests.factories.accounts import SecondFactor, UserFactory, code_of
from tests.signed_in import by_password_alone, shown_at


@pytest.mark.django_db
class TestSigningIn:
    def test_is_done_in_two_steps(self, client):
        person = UserFactory()
        factor = SecondFactor.of(person)

        asked = sign_in(client, person)
        assert asked.url == reverse("mfa_authenticate")
        assert "_auth_user_id" not in client.session
        answer = client.post(asked.url, {"code": factor.code})

        assert answer.url == HOME
        assert client.session["_auth_user_id"] == str(person.pk)
        assert shown_at(client) is not None

    def test_takes_a_code_once(self, client):
        person = UserFactory()
        code = SecondFactor.of(person).code
        for visitor in (client, Client()):
            sign_in(visitor, person)
            answer = visitor.post(reverse("mfa_authenticate"), {"code": code})

        assert answer.status_code == 200
        assert "Each code works once" in answer.text

    def test_takes_the_code_of_the_setting_up_no_second_time(self, client):
        person = UserFactory(role=Role.PROVIDER)
        client.force_login(person)
        secret, _ = set_up_app(client)
        other = Client()
        sign_in(other, person)

        assert other.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).status_code == 200

    def test_says_how_many_recovery_codes_are_left_on_the_page_and_by_email(self, client):
        person = UserFactory()
        code = SecondFactor.of(person).recovery_codes[0]
        sign_in(client, person)

        client.post(reverse("mfa_authenticate"), {"code": code})

        assert "Unused codes: 9." in client.get(HOME).text
        assert "A recovery code of your account was used" in str(
            [message.payload for message in OutboxMessage.objects.all()]
        )

    def test_leads_on_to_the_page_that_was_asked_for_first(self, client):
        person = UserFactory()
        by_password_alone(client, person)
        wanted = f"{reverse('placements:school_list')}?name=a"

        client.get(wanted)
        set_up_app(client)

        assert f'href="{wanted}">Continue' in client.get(reverse("mfa_view_recovery_codes")).text

    def test_takes_codes_as_people_type_them(self, client):
        person = UserFactory()
        code = SecondFactor.of(person).code
        sign_in(client, person)

        answer = client.post(reverse("mfa_authenticate"), {"code": f" {code[:3]}-{code[3:]} "})

        assert answer.status_code == 302

    @pytest.mark.parametrize(
        "code", ["", "abc", "1" * 400, "\x00", "１２３４５６", "٠١٢٣٤٥", "-", "1 " * 20, "%s", "'"]
    )
    def test_says_what_to_do_with_anything_else(self, client, code):
        person = UserFactory()
        SecondFactor.of(person)
        sign_in(client, person)

        answer = client.post(reverse("mfa_authenticate"), {"code": code})

        assert answer.status_code == 200
        assert "Error:" in answer.text

    WHOLE = '{{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}}'
    BROKEN = (
        *("", "{}", "[]", "nothing", '{"id": 1}', "null", "1", '{"id": "AA", "rawId": "AA"}'),
        WHOLE.format("{}"),
        WHOLE.format('{"clientDataJSON": "AA", "attestationObject": "AA"}'),
        WHOLE.format('{"clientDataJSON": "AA", "authenticatorData": "AA", "signature": "AA"}'),
        # What is not true, what nests or counts without end, and what no database takes.
        *("0", "false", "0.0", "-0", '""', "NaN", "[" * 100_000, '{"id":' * 100_000, "1" * 5000),
        *('"\\ud800"', '{"id": "\\ud800"}', '{"id": "\\u0000"}', '{"id": "é"}'),
    )

    @pytest.mark.parametrize("sent", BROKEN)
    def test_adds_no_broken_passkey(self, client, sent):
        person = UserFactory()
        sign_in(client, person)
        client.get(reverse("mfa_add_webauthn"))

        answer = client.post(reverse("mfa_add_webauthn"), {"name": "Key", "credential": sent})

        assert answer.status_code == 200
        assert not second_factor.has_one(person)

    @pytest.mark.parametrize("sent", BROKEN)
    def test_says_what_to_do_with_a_broken_passkey(self, client, sent):
        person = UserFactory()
        SecondFactor.of(person)
        sign_in(client, person)

        answer = client.post(reverse("mfa_authenticate"), {"credential": sent})

        assert answer.status_code == 200
        assert "_auth_user_id" not in client.session

    def test_does_not_end_without_the_second_step(self, client):
        person = UserFactory()
        SecondFactor.of(person)
        sign_in(client, person)

        for path in (HOME, reverse("accounts:own_account"), reverse("mfa_index")):
            assert client.get(path).url.startswith(reverse("account_login"))

    def test_asks_after_a_new_password_too(self, client):
        person = UserFactory()
        SecondFactor.of(person)
        person.set_password("three pleasant words")
        person.save()

        assert sign_in(client, person, "three pleasant words").url == reverse("mfa_authenticate")
