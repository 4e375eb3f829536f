"""Who must have a second factor, what is open to them until then, and how it is set up."""

import os
import re

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as hub
from django.test import Client
from django.urls import get_resolver, reverse

from nmiss.base.accounts import second_factor
from nmiss.base.accounts.models import Role
from providers.models import ProviderRole
from tests.accounts.factors import HOME, of_a_provider, set_up_app, sign_in
from tests.factories.accounts import PASSWORD, SecondFactor, UserFactory
from tests.factories.providers import ProviderMemberFactory
from tests.signed_in import by_password_alone, let_time_pass


@pytest.mark.django_db
class TestWhoMust:
    @pytest.mark.parametrize("role", Role.of_the_council())
    def test_everybody_at_the_council(self, client, role):
        by_password_alone(client, UserFactory(role=role))

        assert client.get(HOME).url == reverse("mfa_index")

    def test_owners_of_a_provider(self, client):
        by_password_alone(client, of_a_provider(ProviderRole.OWNER))

        assert client.get(HOME).url == reverse("mfa_index")

    @pytest.mark.parametrize("role", [ProviderRole.EDITOR, ProviderRole.VIEWER])
    def test_others_of_a_provider_may(self, client, role):
        person = of_a_provider(role)
        by_password_alone(client, person)

        assert client.get(HOME).status_code == 200
        _, answer = set_up_app(client)
        assert answer.url == reverse("mfa_view_recovery_codes")
        assert second_factor.has_one(person)

    def test_who_becomes_an_owner_is_asked_from_the_next_page_on(self, client):
        member = ProviderMemberFactory(role=ProviderRole.EDITOR)
        by_password_alone(client, member.user)
        assert client.get(HOME).status_code == 200

        member.role = ProviderRole.OWNER
        member.save()

        assert client.get(HOME).url == reverse("mfa_index")


OPEN = {
    *("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_logout"),
    *("account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"),
    *("mfa_deactivate_totp", "mfa_remove_webauthn", "mfa_generate_recovery_codes"),
}


@pytest.mark.django_db
class TestUntilThen:
    def test_nothing_is_open_but_setting_it_up_leaving_and_help(self):
        """By the marks that the views carry: any new view is closed."""
        views = dict(_views())
        marked = {
            name for name, view in views.items() if getattr(view, "before_second_factor", False)
        }

        assert marked <= OPEN | {"account_change_password"}
        assert "account_change_password" not in marked

    @pytest.mark.parametrize(
        "name", ["home:home", "accounts:own_account", "account_change_password"]
    )
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_other_pages_lead_there(self, client, name, method):
        by_password_alone(client, UserFactory(role=Role.ADMINISTRATOR))

        assert getattr(client, method)(reverse(name)).url == reverse("mfa_index")

    def test_one_can_read_the_public_pages_and_leave(self, client):
        by_password_alone(client, UserFactory())

        assert client.get("/privacy/").status_code == 200
        assert client.post(reverse("account_logout")).url == reverse("account_login")

    def test_no_page_offers_what_is_closed(self, client):
        by_password_alone(client, UserFactory())

        page = client.get(reverse("mfa_index"))

        assert "Set up a second factor" in page.text
        assert 'aria-label="Menu"' not in page.text
        assert 'role="search"' not in page.text

    def test_who_has_one_is_asked_for_it_and_not_for_another(self, client):
        person = UserFactory()
        SecondFactor.of(person)
        by_password_alone(client, person)

        assert client.get("/?a=1").url == f"{reverse('mfa_reauthenticate')}?next=%2F%3Fa%3D1"
        page = client.get(reverse("mfa_add_webauthn"))
        assert page.url.startswith(reverse("mfa_reauthenticate"))


def _views(patterns=None):
    for entry in patterns or get_resolver().url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from _views(entry.url_patterns)
        else:
            yield entry.name, entry.callback


@pytest.mark.django_db
class TestSettingUp:
    def test_an_app_by_picture_and_key_without_a_script(self, client):
        person = UserFactory()
        sign_in(client, person)

        page = client.get(reverse("mfa_activate_totp"))
        secret, answer = set_up_app(client)

        assert 'src="data:image/svg+xml;base64,' in page.text
        assert page.context["form"].secret in page.text
        assert answer.url == reverse("mfa_view_recovery_codes")
        assert client.get(HOME).status_code == 200
        assert secret not in str(Authenticator.objects.values_list("data"))

    def test_needs_the_first_code(self, client):
        person = UserFactory()
        sign_in(client, person)
        client.get(reverse("mfa_activate_totp"))

        answer = client.post(reverse("mfa_activate_totp"), {"code": "000000"})

        assert "Enter the 6 digits that your authenticator app shows now" in answer.text
        assert not second_factor.has_one(person)

    def test_needs_a_password_that_was_given_just_now(self, client, settings):
        person = UserFactory()
        sign_in(client, person)
        let_time_pass(client, minutes=settings.STEP_UP_MINUTES + 1)

        asked = client.get(reverse("mfa_activate_totp"))
        back = client.post(asked.url, {"password": PASSWORD})

        assert asked.url.startswith(reverse("account_reauthenticate"))
        assert back.url == reverse("mfa_activate_totp")
        assert client.get(back.url).status_code == 200

    def test_recovery_codes_are_shown_once_and_can_be_downloaded_then(self, client):
        sign_in(client, UserFactory())
        set_up_app(client)
        address, file = (reverse(f"mfa_{name}_recovery_codes") for name in ("view", "download"))

        first, text, again = client.get(address), client.get(file), client.get(address)

        shown = re.findall(r"<code>(\d{10})</code>", first.text)
        assert len(shown) == 10
        assert re.findall(r"^\d{10}$", text.text, re.M) == shown
        assert text["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
        assert "no-store" in text["Cache-Control"]
        assert not any(code in again.text for code in shown)
        assert "You have 10 unused recovery codes" in again.text

    def test_recovery_codes_are_downloaded_in_no_other_session(self, client):
        person = UserFactory()
        sign_in(client, person)
        set_up_app(client)
        client.get(reverse("mfa_view_recovery_codes"))
        elsewhere = Client()
        elsewhere.force_login(person)

        response = elsewhere.get(reverse("mfa_download_recovery_codes"))

        assert response.status_code == 404

    def test_new_recovery_codes_end_the_old(self, client):
        person = UserFactory()
        factor = SecondFactor.of(person)
        before = factor.recovery_codes
        client.force_login(person)

        client.post(reverse("mfa_generate_recovery_codes"))

        assert not set(before) & set(SecondFactor.of(person).recovery_codes)


@pytest.mark.django_db
class TestNoSettingWaivesIt:
    """The demo's people alone come in without (tests/demo/test_waiver.py)."""

    def test_no_variable_of_the_environment(self, client, monkeypatch, settings):
        source = (hub.BASE_DIR / "nmiss" / "settings.py").read_text()
        for name in {*re.findall(r"\"([A-Z][A-Z_]+)\"", source), "NMISS_DEMO", "CI", "TESTING"}:
            if not name.endswith(("URL", "KEY", "PASSWORD")):
                monkeypatch.setitem(os.environ, name, "1")
        settings.DEBUG = True
        by_password_alone(client, UserFactory())

        assert client.get(HOME).url == reverse("mfa_index")

    def test_the_rule_reads_no_setting(self):
        """What decides whether it is asked for names neither settings nor the environment."""
        rule = (hub.BASE_DIR / "nmiss" / "base" / "accounts" / "second_factor.py").read_text()
        waiver = (hub.BASE_DIR / "nmiss" / "demo" / "waiver.py").read_text()

        for source in (rule, waiver):
            assert not re.search(r"\b(settings|environ|getenv|Env)\b", source.split('"""', 2)[2])

    def test_only_the_demo_waives_it(self):
        asking = {
            path.relative_to(hub.BASE_DIR).as_posix()
            for folder in ("nmiss", "contracts", "providers", "placements", "kpis")
            for path in (hub.BASE_DIR / folder).rglob("*.py")
            if "waive_while(" in path.read_text()
        }

        assert asking == {"nmiss/base/accounts/second_factor.py", "nmiss/demo/apps.py"}
