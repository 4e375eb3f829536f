"""Authorities that are to be, without a code, and districts that are corrected or removed."""

import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from placements.reorganising import transferring
from providers.models import District, LocalAuthority
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory
from tests.factories.providers import SchoolFactory
from tests.factories.reorganising import a_reorganisation, an_authority, districts_of

pytestmark = pytest.mark.django_db
LIST = reverse("placements:reorganisation_list")


@pytest.fixture
def officer(client):
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)
    return officer


def send(client, page, key=None, **typed):
    address = reverse(f"placements:{page}", args=[key] if key else [])
    return client.post(address, typed, follow=True)


@pytest.mark.usefixtures("officer")
class TestACouncilThatIsToBe:
    def test_needs_no_code_and_there_may_be_several(self, client):
        for name in ("East Council", "West Council"):
            send(client, "authority_add", name=name, code="")

        assert set(LocalAuthority.objects.filter(code="").values_list("name", flat=True)) == {
            *("East Council", "West Council")
        }
        assert "East Council</a>, no code yet" in client.get(LIST).text

    def test_has_a_name_of_its_own(self, client):
        send(client, "authority_add", name="East Council", code="")

        page = send(client, "authority_add", name="east council", code="")

        assert "Another authority has this name" in page.text

    def test_is_given_its_code_by_a_person(self, client):
        east = an_authority("", "East Council")

        send(client, "authority_edit", east.pk, name="East Kent Council", code="889")

        east.refresh_from_db()
        assert (east.name, east.code) == ("East Kent Council", "889")
        assert AuditEvent.objects.get(verb="change_authority").target_id == east.pk

    def test_is_given_its_code_by_the_register(self, take_schools):
        east = an_authority("", "East Council")

        take_schools({"LA (code)": "889", "LA (name)": "East council"})

        east.refresh_from_db()
        assert east.code == "889"
        assert east.schools.count() == LocalAuthority.objects.filter(code="889").count() == 1

    def test_stays_as_the_register_says_once_it_has_schools(self, client, officer):
        authority = SchoolFactory().authority

        page = client.get(reverse("placements:authority_edit", args=[authority.pk]))

        assert page.status_code == 409
        assert "is in the register of schools" in page.text
        with pytest.raises(NotAllowedNow):
            transferring.change_authority(
                authority, by=officer, name="Another", code="", first_on=None
            )


@pytest.mark.usefixtures("officer")
class TestADistrictThatNothingUses:
    @pytest.fixture
    def district(self):
        return districts_of(an_authority("801", "Old County"), Eastdown=["CT20"])[0]

    def test_is_corrected(self, client, district):
        west = an_authority("802", "West Council")
        typed = {"name": "Eastdown", "authority": west.pk, "outward_codes": "CT21, ct20 CT21"}

        page = send(client, "district_edit", district.pk, **typed)

        district.refresh_from_db()
        assert (district.authority, district.outward_codes) == (west, ["CT20", "CT21"])
        assert "The district is changed." in page.text

    def test_is_removed(self, client, district):
        page = send(client, "district_remove", district.pk)

        assert "Eastdown is removed." in page.text
        assert not District.objects.exists()
        assert AuditEvent.objects.get(verb="remove_district").given["authority"] == "Old County"

    @pytest.mark.parametrize("codes", [" , ; ", "CT20, X"])
    def test_has_halves_of_postcodes(self, client, district, codes):
        typed = {"name": "Eastdown", "authority": district.authority_id, "outward_codes": codes}

        page = send(client, "district_edit", district.pk, **typed)

        assert "first hal" in page.context["form"].errors["outward_codes"][0]

    def test_has_a_name_that_no_other_has_in_any_letters(self, client, district):
        typed = {"name": "eastdown", "authority": district.authority_id, "outward_codes": "CT1"}

        assert "Another district has this name" in send(client, "district_add", **typed).text


class TestADistrictInUse:
    def children(self, officer):
        plan = a_reorganisation(by=officer)
        plan.districts.all().delete()
        district = plan.old.districts.first()
        transferring.say_home_district(ChildFactory(), district, by=officer)
        return district

    def a_plan(self, officer):
        return a_reorganisation(by=officer).old.districts.first()

    @pytest.mark.parametrize(("use", "words"), [("children", "Children have"), ("a_plan", "names")])
    @pytest.mark.parametrize("page", ["district_edit", "district_remove"])
    def test_stays_as_it_is(self, client, officer, use, words, page):
        district = getattr(self, use)(officer)

        answer = client.get(reverse(f"placements:{page}", args=[district.pk]))

        assert answer.status_code == 409
        assert words in answer.text
        assert reverse("placements:district_edit", args=[district.pk]) not in client.get(LIST).text
        with pytest.raises(NotAllowedNow):
            transferring.remove_district(district, by=officer)
