import pytest
from django.db import connection
from django.urls import reverse

from nmiss.base.accounts.models import Role
from placements.models import Child
from providers.models import Need
from providers.need_words import needs_in
from tests.factories.accounts import UserFactory
from tests.factories.contracts import ApplicationFactory, received
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory

pytestmark = pytest.mark.django_db

SEARCH = reverse("placements:search")


@pytest.fixture
def look(client):
    def look(words, role=Role.OFFICER):
        client.force_login(UserFactory(role=role))
        return client.get(SEARCH, {"words": words})

    return look


@pytest.fixture
def _county():
    SchoolFactory(name="Hillcrest School", urn=910500)
    ProviderFactory(name="Hillcrest & Sons Ltd")
    Child.objects.create(reference="C5401", sex="F", cohort=2012)


@pytest.mark.usefixtures("_county")
class TestSearch:
    def test_finds_schools_and_providers_by_name(self, look):
        found = look("hillcrest").context["found"]

        assert [school.name for school in found.schools] == ["Hillcrest School"]
        assert [provider.name for provider in found.providers] == ["Hillcrest & Sons Ltd"]

    def test_finds_them_when_they_are_not_spelt_so(self, look):
        page = look("hilcerst").text

        assert "Schools with a name like this" in page
        assert "Providers with a name like this" in page
        assert "with a name like this" not in look("hillcrest").text

    def test_finds_a_school_by_its_number(self, look):
        assert [school.urn for school in look("910500").context["found"].schools] == [910500]

    @pytest.mark.parametrize("words", ["01234567", "1234567", " 01234567 ", "sc001234", "SC 1234"])
    def test_finds_a_provider_by_its_company_number(self, look, words):
        ProviderFactory(name="Oak Ltd", company_number="01234567")
        ProviderFactory(name="Birch Ltd", company_number="SC001234")

        (found,) = look(words).context["found"].providers

        assert found.name == ("Birch Ltd" if "s" in words.lower() else "Oak Ltd")

    def test_finds_the_schools_of_a_town(self, look):
        SchoolFactory(name="Zebra School", town="Folkestone")
        SchoolFactory(name="Ash School", town="Folkestone")
        SchoolFactory(name="Elm School", town="Dover")

        page = look("folkestone")

        assert [each.name for each in page.context["found"].in_town] == [
            "Ash School",
            "Zebra School",
        ]
        assert "Schools in Folkestone" in page.text
        assert "with a name like this" not in page.text

    @pytest.mark.parametrize("words", ["C5401", "c54", " C5401 "])
    def test_finds_a_child_by_the_beginning_of_its_reference(self, look, words):
        page = look(words).text

        assert reverse("placements:child_detail", args=["C5401"]) in page

    def test_finds_no_child_for_finance(self, look):
        assert not look("C5401", role=Role.FINANCE).context["found"].children

    def test_leads_to_the_rest_of_many_schools(self, look):
        for number in range(11):
            SchoolFactory(name=f"Priory & Lodge {number}")

        page = look("Priory & Lodge").text

        assert page.count("Priory &amp; Lodge ") == 10
        assert (
            f"{reverse('placements:school_list')}?status=any&amp;name=Priory%20%26%20Lodge" in page
        )

    @pytest.mark.parametrize("words", ["", "  ", "\0", "xyzzy", "9" * 99, "%", "'"])
    def test_says_what_to_look_for(self, look, words):
        response = look(words)

        assert response.status_code == 200
        assert response.context["found"] or "a child’s reference, such as C54" in response.text

    def test_is_open_to_whoever_works_with_cases_alone(self, client):
        for user in (UserFactory(role=Role.ADMINISTRATOR), ProviderMemberFactory().user):
            client.force_login(user)

            assert client.get(SEARCH).status_code == 403
            assert SEARCH not in client.get(reverse("home:home")).text

    def test_is_in_the_header_and_keeps_what_was_looked_for(self, look, client):
        assert 'value="&lt;b&gt;"' in look("<b>").text
        assert f'action="{SEARCH}"' in client.get(reverse("home:home")).text


class TestPagesOfTheHub:
    @pytest.mark.parametrize(
        ("words", "page", "role"),
        [
            ("takeover", "placements:takeover_list", Role.FINANCE),
            ("Takeovers", "placements:takeover_list", Role.OFFICER),
            ("reorganisation", "placements:reorganisation_list", Role.PLACEMENTS),
            ("executive decision", "contracts:decision_list", Role.MANAGER),
            ("admission", "contracts:admission", Role.AUDITOR),
        ],
    )
    def test_are_found_by_the_words_of_their_names(self, look, words, page, role):
        assert f'href="{reverse(page)}"' in look(words, role).text.partition("<main")[2]

    @pytest.mark.parametrize(
        ("words", "role"), [("reorganisation", Role.FINANCE), ("takeover of nobody", Role.OFFICER)]
    )
    def test_are_not_found_where_they_are_not_meant(self, look, words, role):
        assert look(words, role).context["found"].pages == []


class TestReferredTo:
    def test_is_answered_by_an_index(self):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")

        # Which of the two that can: that depends on what the server believes of an empty table.
        assert "Index Cond" in Child.objects.referred_to("c54").explain()


class TestApplications:
    @pytest.fixture
    def application(self):
        return received()

    @pytest.mark.parametrize(
        "form", ["A{:05}", "a{}", "a{:05}", "A {:05}", " a {} ", "A-{:05}", "Application A{:05}"]
    )
    @pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.AUDITOR])
    def test_are_found_by_their_number(self, look, application, form, role):
        page = look(form.format(application.pk), role=role)

        assert page.context["found"].application == application
        assert reverse("contracts:application_detail", args=[application.pk]) in page.text
        assert application.reference in page.text
        assert application.provider.name in page.text

    @pytest.mark.parametrize("role", [Role.PLACEMENTS, Role.FINANCE])
    def test_are_found_by_nobody_else(self, look, application, role):
        page = look(application.reference, role=role)

        assert page.context["found"].application is None
        assert application.provider.name not in page.text
        assert "such as A00021" not in page.text

    def test_that_are_drafts_are_not_found(self, look):
        draft = ApplicationFactory()

        assert look(draft.reference).context["found"].application is None

    @pytest.mark.parametrize("words", ["A999999999999", "A" + "9" * 90, "A", "A²", "A0", "AA1"])
    def test_that_are_none_are_not_found(self, look, application, words):
        page = look(words)

        assert (page.status_code, page.context["found"].application) == (200, None)

    def test_bring_no_school_with_a_name_a_little_like_it(self, look, application):
        SchoolFactory(name=f"A{application.pk:05} Lane School")
        SchoolFactory(name="A0001 School")

        found = look(application.reference).context["found"]

        assert found.application == application
        assert all(application.reference in school.name for school in found.schools)


class TestNeedsAndPostcodes:
    @pytest.fixture(autouse=True)
    def _schools(self):
        for name, metres, needs in (
            ("Ash", 20_000, ["ASD"]),
            ("Birch", 1_000, ["SEMH"]),
            ("Cedar", 5_000, ["ASD", "SLCN"]),
        ):
            SchoolFactory(name=name, at=(622_700, 136_000 + metres), needs=needs)
        SchoolFactory(name="Dogwood", needs=["ASD"], status="2")

    def schools(self, page):
        suited = page.context["found"].suited
        return suited and [school.name for school in suited.schools]

    @pytest.mark.parametrize(
        "words",
        [
            "autism",
            "ASC",
            "asd",
            "Autistic",
            "Asperger’s",
            "autism spectrum",
            "autistic spectrum disorder",
            "schools for autism",
        ],
    )
    def test_a_need_has_many_names(self, look, words):
        assert self.schools(look(words)) == ["Ash", "Cedar"]

    @pytest.mark.parametrize(
        ("words", "names"),
        [
            ("speech and language", ["Cedar"]),
            ("Speech, language & communication needs", ["Cedar"]),
            ("social, emotional and mental health", ["Birch"]),
            ("social emotional", ["Birch"]),
            ("autism or SEMH", ["Ash", "Birch", "Cedar"]),
            ("dyslexia", []),
        ],
    )
    def test_so_have_others(self, look, words, names):
        assert self.schools(look(words)) == names

    @pytest.mark.parametrize("words", ["CT20", "ct20 3qa", "CT203QA", "schools near CT20"])
    def test_a_postcode_is_understood(self, look, words):
        page = look(words)

        assert self.schools(page) == ["Birch", "Cedar", "Ash"]
        assert "near=CT20" in page.text

    def test_a_need_near_a_postcode(self, look):
        page = look("autism CT20 3QA")

        assert self.schools(page) == ["Cedar", "Ash"]
        assert "?need=ASD&amp;near=CT20" in page.text

    @pytest.mark.parametrize("words", ["Ash", "C54", "autism unit Ash", "ZZ99", "a21"])
    def test_other_words_ask_for_neither(self, look, words):
        assert self.schools(look(words)) is None

    def test_an_application_goes_first(self, look):
        application = received()

        assert look(application.reference).context["found"].suited is None

    def test_a_name_that_holds_such_a_word_is_still_found(self, look):
        SchoolFactory(name="The Autism Academy")

        found = look("autism").context["found"]

        assert [school.name for school in found.schools] == ["The Autism Academy"]
        assert found.suited


class TestWordsOfNeeds:
    def test_every_need_is_found_by_its_code_and_its_label(self):
        for need in Need:
            for words in (need.value, need.label, need.label.upper()):
                assert needs_in(words) == ([need], []), words
