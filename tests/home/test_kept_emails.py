"""Emails about a record are read by whoever of the council sees the record, and by nobody else."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.template import engines
from django.urls import reverse
from django.utils import timezone

from contracts.models import Application
from nmiss.base.accounts.models import Role
from nmiss.base.core.email_keys import is_kept, keys_of
from nmiss.base.core.kept_emails import PAGES
from nmiss.base.core.letterbox import tell, template_of
from nmiss.base.core.models import OutboxMessage
from nmiss.base.core.outbox import deliver_due
from tests.factories.accounts import UserFactory
from tests.factories.contracts import received
from tests.factories.joining import in_force, offered

pytestmark = pytest.mark.django_db


def page_of(client, record, role=Role.OFFICER):
    client.force_login(UserFactory(role=role))
    address = reverse("home:email_about", args=[record._meta.label_lower, record.pk])
    return client.get(address)


class TestAnEmailAboutARecord:
    def test_is_read_beside_it_after_it_has_left(self, client, settings):
        settings.OUTBOX_EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        agreement = in_force()
        deliver_due(now=timezone.now())

        page = page_of(client, agreement)

        (email,) = [each for each in page.context["emails"] if "in force" in each.kept["subject"]]
        assert email.delivered_at
        assert "body" not in email.payload
        assert email.payload["to"][0] in page.text
        assert f'href="{reverse("contracts:agreement_detail", args=[agreement.pk])}"' in page.text
        first_line = email.kept["body"].strip().splitlines()[0]
        assert first_line in page.text

    def test_is_read_with_what_it_belongs_to(self, client):
        agreement = in_force()

        found = page_of(client, agreement.provider).context["emails"]

        assert {each.about[0] for each in found} >= {f"contracts.agreement:{agreement.pk}"}

    def test_is_a_link_away_from_its_record(self, client):
        agreement = in_force()
        client.force_login(UserFactory(role=Role.OFFICER))
        there = reverse("home:email_about", args=["contracts.agreement", agreement.pk])

        assert there in client.get(reverse("contracts:agreement_detail", args=[agreement.pk])).text
        client.force_login(agreement.provider.owners().get().user)
        its = client.get(reverse("contracts:agreement_detail", args=[agreement.pk]))
        assert its.status_code == 200
        assert there not in its.text

    def test_is_not_there_for_who_does_not_see_the_record(self, client, monkeypatch):
        agreement = in_force()
        hidden = type(agreement).objects.none()
        monkeypatch.setattr(
            "contracts.membership.models.agreement.AgreementQuerySet.visible_to",
            lambda rows, user: hidden,
        )

        assert page_of(client, agreement).status_code == 404
        others = page_of(client, agreement.provider).context["emails"]
        assert f"contracts.agreement:{agreement.pk}" not in {each.about[0] for each in others}

    @pytest.mark.parametrize("role", [Role.ADMINISTRATOR])
    def test_is_for_the_case_workers_alone(self, client, role):
        agreement = offered()

        assert page_of(client, agreement, role).status_code == 403
        client.force_login(agreement.provider.owners().get().user)
        own = reverse("home:email_about", args=["contracts.agreement", agreement.pk])
        assert client.get(own).status_code == 403

    @pytest.mark.parametrize(
        "label", ["accounts.user", "core.outboxmessage", "contracts.nothing", "nothing", "a.b.c"]
    )
    def test_is_about_nothing_of_the_hub_itself(self, client, label):
        client.force_login(UserFactory(role=Role.OFFICER))

        page = client.get(reverse("home:email_about", args=[label, 1]))

        assert page.status_code == 404


def test_each_link_to_emails_has_its_way_back():
    linked = {
        label
        for folder in engines["django"].engine.dirs
        for path in Path(folder).glob("**/*.html")
        for label in re.findall(r'"home:email_about" "([a-z.]+)"', path.read_text())
    }

    assert len(linked) > 8
    assert linked == set(PAGES)
    for label, page in PAGES.items():
        assert apps.get_model(label)
        assert reverse(page, args=[1])


class TestWhatIsKept:
    def test_is_no_text_with_a_secret_link(self):
        every = {
            f"{room}/{path.stem}"
            for folder in engines["django"].engine.dirs
            for path in Path(folder).glob("**/emails/*.txt")
            for room in [str(path.parent.parent.relative_to(folder))]
            if not room.startswith("cy")
        }
        kept = {
            each for each in every if is_kept(each, template_of(each)[0].source, Application(pk=1))
        }

        assert {"contracts/membership/signed_by_both", "kpis/return_queried"} <= kept
        gone = {"placements/consultation_link", "providers/vacancies_due", "accounts/invited"}
        assert gone <= every - kept
        assert not [each for each in kept if "token" in template_of(each)[0].source]

    def test_is_none_of_an_account(self):
        person = UserFactory()
        OutboxMessage.objects.all().delete()

        tell([person], "accounts/security_changed", about=person, what="your password")

        message = OutboxMessage.objects.get()
        assert (message.about, message.kept) == ([], None)

    def test_stands_with_the_record_and_its_own(self):
        application = received()

        assert keys_of(application)[0] == f"contracts.application:{application.pk}"
        assert f"providers.provider:{application.provider_id}" in keys_of(application)
        assert not [key for key in keys_of(application) if key.startswith("accounts.")]
