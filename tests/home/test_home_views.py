import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts import landing
from nmiss.base.accounts.landing import Task
from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.models import AuditEvent
from providers.models import Provider, ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.applying import filled
from tests.factories.contracts import RoundFactory
from tests.factories.providers import ProviderMemberFactory
from tests.seen import seen

pytestmark = pytest.mark.django_db

TASKS = "nmiss-tasks"
ALL_LEGAL = "See all 12 : legal deadlines and round timetables"


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
        assert (
            f"Continue your application: {draft.provider} ({draft.reference})"
            in client.get("/").text
        ) is is_asked


def test_an_auditor_is_told_which_records_an_auditor_may_not_read(client, db):
    client.force_login(UserFactory(role=Role.AUDITOR))

    assert "but not sign-ins or notes of visits and concerns." in client.get("/").text
    for name in ("accounts:sign_in_list", "kpis:note_list"):
        assert client.get(reverse(name)).status_code == 403


@pytest.fixture
def many_tasks(monkeypatch):
    """An officer with 12 deadlines of the law, 2 overdue, and 11 other tasks."""
    today = timezone.localdate()

    def some(user, today):
        legal = [
            Task(f"Notice {n}", "/notice/", today + datetime.timedelta(days=n - 2), is_legal=True)
            for n in range(12)
        ]
        return [*legal, *(Task(f"Chore {n}", "/chore/", is_own=n == 10) for n in range(11))]

    monkeypatch.setattr(landing.tasks, "_brought", [(1, frozenset({Role.OFFICER}), some)])
    return today


class TestToDo:
    def test_counts_all_and_shows_the_first_of_each_list(self, client, many_tasks):
        client.force_login(UserFactory(role=Role.OFFICER))

        page = seen(client.get("/"))

        assert "To do (23, 2 overdue)" in page.headings
        assert "Legal deadlines and round timetables (12)" in page.headings
        assert "Other tasks (11)" in page.headings
        lists = [[item.words for item in each.all("li")] for each in page.main.of_class(TASKS)]
        assert [len(each) for each in lists] == [10, 10]
        assert lists[0][0].startswith("Notice 0")
        assert "overdue 2 days" in lists[0][0]
        assert "overdue 1 day" in lists[0][1]
        assert "overdue" not in lists[0][2]
        assert lists[1][0] == "Chore 10", "one’s own come first"

    def test_shows_all_of_them_a_link_away(self, client, many_tasks):
        client.force_login(UserFactory(role=Role.OFFICER))
        shown = seen(client.get("/"))

        page = seen(client.get("/" + shown.links[ALL_LEGAL]))

        assert [len(each.all("li")) for each in page.main.of_class(TASKS)] == [12, 11]
        assert page.links["Show fewer tasks"] == "/"

    def test_keeps_to_the_teams_where_all_of_these_are_asked_for(self, client, many_tasks):
        client.force_login(UserFactory(role=Role.OFFICER))
        shown = seen(client.get("/?whose=team"))

        page = seen(client.get("/" + shown.links[ALL_LEGAL]))

        assert "To do (22, 2 overdue)" in page.headings
        assert "See all 11" not in shown.links
        assert [len(each.all("li")) for each in page.main.of_class(TASKS)] == [12, 10]
