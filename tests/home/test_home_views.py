import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.models import AuditEvent
from providers.models import Provider, ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.applying import filled
from tests.factories.contracts import RoundFactory
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db


class TestHome:
    @pytest.mark.parametrize("role", Role)
    def test_is_there_for_every_role_with_nothing_in_the_hub(self, client, role):
        UserFactory(role=Role.ADMINISTRATOR)
        client.force_login(UserFactory(role=role))

        page = client.get(reverse("home:home"))

        assert page.status_code == 200
        assert "You have no tasks today." in page.content.decode()

    def test_names_a_providers_schools(self, client, take_schools, take_members):
        take_schools()
        take_members()
        client.force_login(ProviderMemberFactory(provider=Provider.objects.get()).user)

        assert "Ash Grove School" in client.get(reverse("home:home")).content.decode()


class TestAuditList:
    def test_says_what_was_done_newest_first(self, client):
        auditor = UserFactory(role=Role.AUDITOR, name="Ada Lovelace")
        AuditEvent.record("close", UserFactory(name="Charles Babbage"), by=auditor)
        AuditEvent.record("import_schools", "schools.csv", by=None, new=3)
        client.force_login(auditor)

        page = client.get(reverse("home:audit_list"))

        assert [event.sentence for event in page.context_data["page"]] == [
            "The system imported schools from schools.csv",
            "Ada Lovelace closed the account of Charles Babbage",
        ]

    def test_is_narrowed_by_who_what_and_when(self, client):
        ada, charles = UserFactory(name="Ada Lovelace"), UserFactory(name="Charles Babbage")
        AuditEvent.record("close", charles, by=ada)
        AuditEvent.record("close", RoundFactory(), by=None)
        midnight = datetime.datetime(2026, 6, 30, 23, tzinfo=datetime.UTC)
        with clock.at(midnight):  # of the first of July in London
            AuditEvent.objects.create(
                verb="close",
                actor_name="Ada Lovelace",
                target_type="accounts.User",
                target_name="x",
            )
        client.force_login(UserFactory(role=Role.AUDITOR))

        def found(**query):
            page = client.get(reverse("home:audit_list"), query).context_data["page"]
            return [event.target_name for event in page]

        assert found(who="lovelace") == ["Charles Babbage", "x"]
        assert found(done="accounts.User.close") == ["Charles Babbage", "x"]
        assert len(found(done="contracts.Round.close")) == 1
        assert found(done="People and accounts") == ["Charles Babbage", "x"]
        assert found(record="babbage") == ["Charles Babbage"]
        assert found(until="2026-07-01") == found(since="2026-07-01", until="2026-07-01") == ["x"]
        assert found(until="2026-06-30") == []
        taken = client.get(reverse("files:listing_csv", args=["audit"]), {"who": "babb"})
        assert b"lovelace" not in taken.getvalue().lower()

    def test_goes_on_to_what_is_older(self, client):
        now = timezone.now()
        AuditEvent.objects.bulk_create(
            AuditEvent(verb="close", target_name=str(n), actor_name="A", at=now) for n in range(60)
        )
        client.force_login(UserFactory(role=Role.AUDITOR))
        first = client.get(reverse("home:audit_list"))

        second = client.get(f"{reverse('home:audit_list')}?{first.context_data['page'].next}")

        names = [e.target_name for page in (first, second) for e in page.context_data["page"]]
        assert names == [str(n) for n in reversed(range(60))]


def test_a_viewer_is_asked_for_nothing_that_a_viewer_may_not_do(client, db):
    draft = filled()
    viewer = ProviderMemberFactory(provider=draft.provider, role=ProviderRole.VIEWER).user

    for person, is_asked in ((draft.started_by, True), (viewer, False)):
        client.force_login(person)
        assert (f"Go on with draft {draft.reference}" in client.get("/").text) is is_asked
