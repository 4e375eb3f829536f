import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from nmiss.across.home import needs
from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportRun, Status
from nmiss.base.accounts.models import Role
from nmiss.base.core import moving_clock
from nmiss.base.core.models import AuditEvent
from providers.models import Provider, ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.applying import filled
from tests.factories.contracts import RoundFactory
from tests.factories.imports import begin
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


class TestHome:
    @pytest.mark.parametrize("role", Role)
    def test_is_there_for_every_role_with_nothing_in_the_hub(self, client, role):
        UserFactory(role=Role.ADMINISTRATOR)
        client.force_login(UserFactory(role=role))

        page = client.get(reverse("home:home"))

        assert page.status_code == 200
        assert "Nothing today." in page.content.decode()

    def test_names_a_providers_schools(self, client, take_schools, take_members):
        take_schools()
        take_members()
        client.force_login(ProviderMemberFactory(provider=Provider.objects.get()).user)

        assert "Ash Grove School" in client.get(reverse("home:home")).content.decode()


class TestNeeds:
    def test_names_a_closed_school_with_a_child(self, officer, take_schools, take_placements):
        take_schools({"EstablishmentStatus (code)": "2", "CloseDate": "31-08-2026"})
        take_placements()

        (need,) = needs.schools_with_children_that_close(officer, TODAY)

        assert need.words.startswith("Find out about 1 child at Ash Grove School, which has closed")
        assert need.is_overdue(TODAY)

    def test_names_imports_that_wait_to_be_confirmed(self, take_schools):
        take_schools()
        officer = UserFactory(role=Role.OFFICER)
        same = begin("schools", by=officer, name="same.csv")
        begin("schools", {"EstablishmentName": "New"}, by=officer, name="new.csv")
        begin("members", {"admitted_on": "never"}, by=officer, name="wrong.csv")
        work_on_what_is_due()

        words = [need.words for need in needs.imports_that_wait(officer)]
        assert words == [
            "Confirm or drop the import of schools from same.csv: it is checked",
            (
                "Confirm or drop the import of schools from new.csv: it is checked, with facts to "
                "accept or keep"
            ),
        ]
        same.refresh_from_db()
        same.drop(by=officer)
        assert len(needs.imports_that_wait(officer)) == 1
        assert needs.imports_that_wait(UserFactory(role=Role.PLACEMENTS)) == []

    def test_is_on_the_home_of_an_officer(self, client):
        officer = UserFactory(role=Role.OFFICER)
        run = begin("members", by=officer)
        ImportRun.objects.update(status=Status.CHECKED)
        client.force_login(officer)

        page = client.get(reverse("home:home")).text

        assert reverse("imports:import_detail", args=[run.pk]) in page

    def test_names_a_call_off_outside_the_dps(self, officer, take_schools, take_placements):
        take_schools()
        take_placements({"route": "call_off"})

        (need,) = needs.call_offs_outside_the_dps(officer, TODAY)

        assert "Check the route of 1 child at Ash Grove School" in need.words

    @pytest.mark.parametrize(
        ("ended_on", "reason", "count"),
        [
            ("2026-11-22", "notice_by_school", 1),
            ("2026-11-22", "moved_away", 0),
            ("2026-09-23", "notice_by_school", 0),
            ("2026-11-23", "notice_by_school", 0),
        ],
    )
    def test_names_a_child_whose_place_has_ended(
        self, officer, take_schools, take_placements, ended_on, reason, count
    ):
        take_schools()
        take_placements({"ended_on": ended_on, "end_reason": reason})

        assert len(needs.children_without_a_place(officer, TODAY)) == count

    def test_is_content_when_another_place_follows(self, officer, take_schools, take_placements):
        take_schools()
        take_placements(
            {"ended_on": "2026-11-30"}, {"placement_ref": "PLC-2", "starts_on": "2027-01-04"}
        )

        assert needs.places_that_end_soon(officer, TODAY) == []

    def test_names_a_place_that_ends_soon(self, officer, take_schools, take_placements):
        take_schools()
        take_placements({"ended_on": "2026-12-23"})

        assert [need.on for need in needs.places_that_end_soon(officer, TODAY)] == [
            datetime.date(2026, 12, 23)
        ]

    def test_names_a_place_without_a_fee(self, officer, take_schools, take_placements):
        take_schools()
        take_placements({"annual_fee": "0"})

        assert "Find the fee of PLC-1" in needs.places_without_a_fee(officer, TODAY)[0].words

    def test_puts_the_oldest_first_and_what_has_no_day_last(self):
        undated, later, earlier = (
            needs.Need("a", "/"),
            needs.Need("b", "/", datetime.date(2026, 2, 1)),
            needs.Need("c", "/", datetime.date(2026, 1, 1)),
        )

        assert needs.in_order([undated, later, earlier]) == [earlier, later, undated]


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
        with moving_clock.at(midnight):  # of the first of July in London
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
