import datetime

import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from providers.models import KeptFact, Provider, School, Standing
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderMemberFactory
from tests.seen import written

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _three_schools(take_schools, take_members, take_placements):
    take_schools(
        {},
        {"URN": "900002", "EstablishmentName": "Birch School", "SEN2 (name)": ""},
        {"URN": "900003", "EstablishmentName": "Cedar School", "LA (code)": "887"},
    )
    take_members({}, {"school_urn": "900002", "left_on": "2023-08-31"})
    take_placements({}, {"placement_ref": "PLC-2", "pupil_ref": "C2", "ended_on": "2024-01-01"})


@pytest.fixture
def officer(client):
    client.force_login(UserFactory(role=Role.PLACEMENTS))
    return client


def names_on(page):
    return [school.name for school in page.context_data["page"]]


def judge(**facts):
    """Write down how Ash Grove stands."""
    usual = {"period_name": "2024-Q2", "as_at": datetime.date(2024, 6, 30), "coverage": 0}
    Standing.objects.create(school=School.objects.get(urn=900001), **usual | facts)


class TestKpiStanding:
    def test_stands_in_the_list_and_in_its_file(self, officer):
        judge(reason="not_returned")

        page = officer.get(reverse("placements:school_list"))
        assert [school.standing_word for school in page.context_data["page"]] == [
            "not_returned",
            None,
            None,
        ]
        assert "Not returned</strong>" in page.text
        assert "below" in dict(page.context_data["form"].fields["standing"].choices)
        labels = dict(page.context_data["form"].fields["standing"].widget.choices)
        assert labels["below"] == "Below target, or not returned (1)"
        assert labels["none"] == "Not judged yet (2)"
        file = officer.get(reverse("files:listing_csv", args=["schools"]))
        assert "Not returned" in b"".join(file.streaming_content).decode()

    def test_stands_on_the_page_of_the_school_with_its_day(self, officer):
        address = reverse("placements:school_detail", args=[900001])
        assert "have not been judged yet" in officer.get(address).text
        judge(score="0.8", coverage=1, band="good")

        text = officer.get(address).text
        assert "as at 30 June 2024" in text
        assert reverse("kpis:rating_school", args=[900001]) in text


class TestSchoolList:
    def test_shows_lots_and_children_of_today(self, officer):
        page = officer.get(reverse("placements:school_list"))

        ash, birch, _ = page.context_data["page"]
        assert ash.lots_today == [1]
        assert birch.lots_today == []
        assert ash.children_today == 1

    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ({"name": "birch"}, ["Birch School"]),
            ({"need": "SPLD"}, ["Ash Grove School", "Cedar School"]),
            ({"member": "1"}, ["Ash Grove School"]),
            ({"member": "none"}, ["Birch School", "Cedar School"]),
            ({"name": "nothing like it"}, []),
        ],
    )
    def test_is_narrowed(self, officer, query, names):
        page = officer.get(reverse("placements:school_list"), query)

        assert names_on(page) == names

    def test_has_a_button_that_puts_nothing_into_the_address(self, officer):
        for page in ("school_list", "child_list", "dps_status"):
            text = officer.get(reverse(f"placements:{page}")).text

            grey = "govuk-button govuk-button--secondary"
            assert f'<button type="submit" class="{grey}" data-module="govuk-button">' in text
            assert 'name=""' not in text
            assert 'id="id_"' not in text

    def test_shows_a_provider_its_own_schools(self, client):
        provider = Provider.objects.get()
        client.force_login(ProviderMemberFactory(provider=provider).user)

        page = client.get(reverse("placements:school_list"))

        assert names_on(page) == ["Ash Grove School", "Birch School"]

    def test_asks_as_much_of_the_database_for_50_schools_as_for_5(
        self, officer, take_schools, django_assert_max_num_queries
    ):
        address = reverse("placements:school_list")
        officer.get(address)  # what a first look learns is learnt
        with django_assert_max_num_queries(100) as few:
            officer.get(address)
        take_schools(*({"URN": str(910000 + n), "EstablishmentName": f"S{n}"} for n in range(60)))

        with django_assert_max_num_queries(100) as many:
            page = officer.get(address)

        assert len(names_on(page)) == 50
        assert len(many) == len(few)

    def test_goes_on_and_back_by_key(self, officer, take_schools):
        take_schools(*({"URN": str(910000 + n), "EstablishmentName": "Twin"} for n in range(60)))
        first = officer.get(reverse("placements:school_list"), {"name": "twin"})

        second = officer.get(
            f"{reverse('placements:school_list')}?{first.context_data['page'].next}"
        )
        back = officer.get(
            f"{reverse('placements:school_list')}?{second.context_data['page'].previous}"
        )

        urns = [school.urn for page in (first, second) for school in page.context_data["page"]]
        assert sorted(urns) == list(range(910000, 910060))
        assert [s.urn for s in back.context_data["page"]] == urns[:50]
        assert not second.context_data["page"].next
        assert not first.context_data["page"].previous


class TestSchoolDetail:
    def test_shows_facts_memberships_and_children(self, officer):
        page = officer.get(reverse("placements:school_detail", args=[900001]))

        text = written(page.text)
        for words in ("8860601", "Member since 1 September 2022", "C1", "£36,500"):
            assert words in text
        assert "C2" not in text

    def test_says_what_it_caters_for_and_where_it_is(self, officer, take_schools):
        take_schools({"Postcode": "CT20 3QA"})

        page = officer.get(reverse("placements:school_detail", args=[900001])).text

        assert "<li>Autistic spectrum disorder (ASD)</li>" in page
        assert "TR 000 400" in page
        assert '/schools/?near=CT20%203QA"' in page

    def test_does_not_send_a_provider_to_schools_that_it_cannot_see(self, client, take_schools):
        take_schools({"Postcode": "CT20 3QA"})
        client.force_login(ProviderMemberFactory(provider=Provider.objects.get()).user)

        page = client.get(reverse("placements:school_detail", args=[900001])).text

        assert "Grid reference" in page
        assert "near=" not in page

    def test_does_not_link_finance_to_children(self, client):
        client.force_login(UserFactory(role=Role.FINANCE))

        page = client.get(reverse("placements:school_detail", args=[900001]))

        assert "/children/C1/" not in page.content.decode()

    def test_says_what_the_council_keeps_against_the_register(self, officer, client):
        school = School.objects.get(urn=900001)
        kept_by = UserFactory(name="Ada Lovelace")
        for column, said in (("status", "2"), ("head name", "")):
            KeptFact.objects.create(
                school=school, column=column, register_says=said, kept_by=kept_by
            )
        address = reverse("placements:school_detail", args=[900001])

        text = officer.get(address).text
        assert "Head name: ours is kept; the register says nothing" in text
        assert "Status: ours is kept; the register says “Closed”" in text
        assert "Ada Lovelace" in text

        client.force_login(ProviderMemberFactory(provider=Provider.objects.get()).user)
        assert "Ada Lovelace" not in client.get(address).text

    def test_shows_ten_children_at_a_time(self, officer, take_placements):
        take_placements(
            *(
                {"placement_ref": f"P{n}", "pupil_ref": f"K{n}", "starts_on": "2024-01-08"}
                for n in range(15)
            )
        )
        address = reverse("placements:school_detail", args=[900001])

        first = officer.get(address)
        second = officer.get(f"{address}?{first.context_data['page'].next}")

        assert "<strong>16</strong> children" in first.text
        assert "/children/?school=900001" in first.text
        seen = [place.reference for one in (first, second) for place in one.context_data["page"]]
        assert len(first.context_data["page"]) == 10
        assert sorted(seen) == sorted(["PLC-1", *(f"P{n}" for n in range(15))])

    def test_does_not_exist_for_another_provider(self, client):
        client.force_login(ProviderMemberFactory().user)

        assert client.get(reverse("placements:school_detail", args=[900001])).status_code == 404
