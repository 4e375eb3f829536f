import pytest
from django.urls import reverse

from contracts.models import Membership
from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportRun, ImportStatus
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from placements.home import schools_with_children_that_close
from placements.models import EarlierSchool, Placement
from providers.models import School, Succession
from tests.factories import imports
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderMemberFactory
from tests.imports.pages import confirm
from tests.placements.changes import CALL_OFF, CHANGE, CLOSED, NEW, OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture(autouse=True)
def _changed(take_schools, take_members, take_placements):
    take_schools(OLD)
    take_members({"admitted_on": "2023-11-01", "lot": "2"})
    take_placements(CALL_OFF)
    take_schools(CLOSED, NEW)


def school(urn):
    return reverse("placements:school_detail", args=[urn])


class TestPages:
    def test_of_schools_say_what_they_were_and_what_they_became(self, as_officer, take_links):
        take_links()

        old, new = as_officer.get(school(900001)).text, as_officer.get(school(900002)).text

        before = f'Before 1 September 2025: <a class="govuk-link" href="{school(900001)}">'
        assert f"{before}Ash Grove School</a>, URN 900001" in new
        after = f'From 1 September 2025: <a class="govuk-link" href="{school(900002)}">'
        assert f"{after}Ash Grove Academy</a>, URN 900002" in old
        assert "Until 31 August 2025 under URN 900001" in new
        assert "We have placed no child here today" in old

    def test_of_schools_lead_no_provider_to_one_that_is_not_its_own(self, client, take_links):
        take_links()
        person = ProviderMemberFactory()
        School.objects.filter(urn=900002).update(provider=person.provider)
        client.force_login(person.user)

        assert "900001" not in client.get(school(900002)).text.split("Children on")[0]

    def test_of_children_have_both_schools(self, as_officer, take_links):
        take_links()

        text = as_officer.get(reverse("placements:child_detail", args=["C1"])).text

        assert "Ash Grove School, URN 900001</a> until 31 August 2025, then" in text
        assert "Ash Grove Academy, URN 900002" in text

    def test_of_memberships_lead_to_each_other(self, as_officer, take_links):
        take_links()
        old, new = Membership.objects.order_by("admitted_on")

        text = as_officer.get(reverse("contracts:membership_detail", args=[old.pk])).text
        assert "Ash Grove Academy, URN 900002" in text
        assert "Last day under this URN" in text
        assert "Left on" not in text
        text = as_officer.get(reverse("contracts:membership_detail", args=[new.pk])).text
        assert "Ash Grove School, URN 900001" in text

    def test_of_home_ask_for_nothing_once_the_children_go_on(self, officer, take_links):
        assert len(read(schools_with_children_that_close(officer, CHANGE))) == 1

        take_links()

        assert read(schools_with_children_that_close(officer, CHANGE)) == []


class TestAnImportOfLinks:
    def test_is_looked_at_written_and_undone(self, as_officer, officer):
        run = imports.begin("links", by=officer)
        work_on_what_is_due()
        page = reverse("imports:import_detail", args=[run.pk])

        text = as_officer.get(page).text
        assert "School 900001 continues as 900002" in text
        assert "900001 until 31 August 2025, then 900002" in text
        assert not Succession.objects.exists()

        confirm(as_officer, run)
        work_on_what_is_due()
        assert Placement.objects.get().school.urn == 900002
        assert EarlierSchool.objects.get().school.urn == 900001

        as_officer.post(reverse("imports:import_undo", args=[run.pk]))
        work_on_what_is_due()
        assert ImportRun.objects.get().status == ImportStatus.UNDONE
        assert Placement.objects.get().school.urn == 900001
        assert Membership.objects.get().left_on is None
        assert not EarlierSchool.objects.exists()
        assert not Succession.objects.exists()

    def test_has_a_page_that_says_what_it_takes(self, as_officer):
        text = as_officer.get(reverse("imports:import_upload", args=["links"])).text

        assert "Columns that cannot be empty: URN, LinkURN" in text
