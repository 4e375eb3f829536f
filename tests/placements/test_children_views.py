import datetime
import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.db.utils import InternalError
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from placements import revealing
from placements.models import Child, Look
from providers.models import Provider, School
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_children(take_schools, take_members, take_placements):
    """C1 moved from Ash Grove to Birch School, which another provider runs; C2 is at Birch."""
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})
    take_members({})
    School.objects.filter(urn=900002).update(provider=ProviderFactory(name="Birch Ltd"))
    take_placements(
        {"ended_on": "2024-07-19"},
        {"placement_ref": "PLC-2", "starts_on": "2024-09-02", "school_urn": "900002"},
        {"placement_ref": "PLC-3", "pupil_ref": "C2", "school_urn": "900002"},
    )


def revealed(client, reference):
    """The child's page once somebody has said why they need the identity."""
    client.post(reverse("placements:child_identity", args=[reference]), {"reason": "check"})
    return client.get(record(reference))


@pytest.fixture
def as_role(client):
    def sign_in(role):
        client.force_login(UserFactory(role=role))
        return client

    return sign_in


@pytest.fixture
def as_ash(client):
    provider = Provider.objects.get(name="Ash Education Ltd")
    client.force_login(ProviderMemberFactory(provider=provider).user)
    return client


def record(reference):
    return reverse("placements:child_detail", args=[reference])


class TestChildList:
    def test_shows_where_each_is_today(self, as_role):
        page = as_role(Role.PLACEMENTS).get(reverse("placements:child_list"))

        found = {child.reference: child.places_today for child in page.context_data["page"]}
        assert [place.school.name for place in found["C1"]] == ["Birch School"]

    def test_is_narrowed_by_reference(self, as_role):
        page = as_role(Role.PLACEMENTS).get(reverse("placements:child_list"), {"reference": "c2"})

        assert [child.reference for child in page.context_data["page"]] == ["C2"]

    def test_is_narrowed_by_the_school_of_today(self, as_role):
        client, address = as_role(Role.PLACEMENTS), reverse("placements:child_list")

        for urn, references in (("900001", []), ("900002", ["C1", "C2"])):
            page = client.get(address, {"school": urn})
            assert [child.reference for child in page.context_data["page"]] == references
        assert "Enter the URN of a school" in client.get(address, {"school": "Ash"}).text

    def test_does_not_tell_a_provider_where_a_child_went(self, as_ash):
        page = as_ash.get(reverse("placements:child_list"), {"school": "900002"})

        assert len(page.context_data["page"]) == 0

    def test_shows_a_provider_the_children_of_its_schools(self, as_ash):
        page = as_ash.get(reverse("placements:child_list"))

        (child,) = page.context_data["page"]
        assert child.reference == "C1"
        assert child.places_today == []


class TestChildDetail:
    def test_shows_the_identity_to_the_placement_team_alone(self, as_role):
        seen = {
            role: "4 March 2012" in revealed(as_role(role), "C1").text
            for role in (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR)
        }

        assert [role for role, sees in seen.items() if sees] == [Role.PLACEMENTS]

    def test_shows_it_to_who_said_why_for_some_minutes(self, as_role, monkeypatch):
        client = as_role(Role.PLACEMENTS)
        assert "4 March 2012" not in client.get(record("C1")).text
        wrong = client.post(reverse("placements:child_identity", args=["C1"]), {})
        assert "Select why you need" in wrong.text

        assert "4 March 2012" in revealed(client, "C1").text
        assert "4 March 2012" in client.get(record("C1")).text
        assert "4 March 2012" not in client.get(record("C2")).text

        (kept,) = AuditEvent.objects.filter(verb="reveal_identity")
        assert kept.given == {"reason": "To check that this is the right child"}
        later = timezone.now() + datetime.timedelta(minutes=16)
        monkeypatch.setattr(revealing.timezone, "now", lambda: later)
        assert not revealing.is_revealed(Child.objects.get(reference="C1"), client.session)

    def test_names_the_child_by_reference_alone_in_the_title(self, as_role):
        page = as_role(Role.PLACEMENTS).get(record("C1")).content.decode()

        title = page.partition("<title>")[2].partition("</title>")[0]
        assert title.startswith("Child C1 – ")
        assert "CT20" not in title

    def test_puts_the_home_postcode_into_no_address(self, as_role):
        page = revealed(as_role(Role.PLACEMENTS), "C1").text

        assert "CT20 3QA" in page
        assert "near=" not in page

    def test_writes_down_who_looked_and_at_what(self, as_role):
        revealed(as_role(Role.PLACEMENTS), "C1")
        as_role(Role.OFFICER).get(record("C1"))

        looks = Look.objects.order_by("pk").values_list("child__reference", "with_identity")
        assert list(looks) == [("C1", True), ("C1", False)]

    def test_shows_a_manager_who_looked(self, as_role):
        as_role(Role.PLACEMENTS).get(record("C1"))

        page = as_role(Role.MANAGER).get(record("C1"))

        views = [each for each in page.context_data["timeline"] if each.kind == "View"]
        assert len(views) == 2

    def test_shows_a_provider_its_own_places_alone(self, as_ash):
        page = as_ash.get(record("C1"))

        assert [place.reference for place in page.context_data["placements"]] == ["PLC-1"]

    def test_does_not_exist_for_a_provider_that_never_taught_the_child(self, as_ash):
        assert as_ash.get(record("C2")).status_code == 404
        assert not Look.objects.exists()


class TestLook:
    def test_cannot_be_changed_or_deleted(self, as_role):
        as_role(Role.OFFICER).get(record("C1"))

        with pytest.raises(InternalError, match="Cannot update or delete"):
            Look.objects.all().delete()


class TestChild:
    def test_is_in_a_year_by_its_cohort(self):
        child = Child(reference="C9", sex="F", cohort=2012)

        assert child.nc_year(on=datetime.date(2024, 8, 31)) == 7
        assert child.nc_year(on=datetime.date(2024, 9, 1)) == 8


class TestFindASchool:
    def test_is_asked_with_need_year_and_sex_and_never_with_the_home(self, as_role):
        text = as_role(Role.PLACEMENTS).get(reverse("placements:child_detail", args=["C1"])).text

        (address,) = re.findall(r'href="(/schools/\?need[^"]*)"', text)
        asked = dict(parse_qsl(urlsplit(unescape(address)).query))
        assert asked.keys() <= {"need", "year", "sex"}
        assert (asked["need"], asked["sex"]) == ("ASD", "boys")
        assert "type the first half" in text

    def test_is_not_for_who_places_nobody(self, as_role):
        text = as_role(Role.AUDITOR).get(reverse("placements:child_detail", args=["C1"])).text

        assert "Find a school for this child" not in text
