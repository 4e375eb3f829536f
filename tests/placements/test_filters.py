import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contracts.models import Membership, Vehicle
from nmiss.base.accounts.models import Role
from placements.filters.schools import Schools
from placements.reports.today import with_today
from providers.models import LocalAuthority, Postcode, School, Standing
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.inspections import an_inspection
from tests.factories.providers import (
    LocalAuthorityFactory,
    ProviderFactory,
    ProviderMemberFactory,
    SchoolFactory,
)

pytestmark = pytest.mark.django_db

LIST = reverse("placements:school_list")
SILENT = "not_returned"
COUNTED = ("need", "year", "sex", "stay", "member", "inspection", "section_41", "status")
FOLKESTONE = (622345, 135678)


@pytest.fixture
def as_placement_officer(client):
    client.force_login(UserFactory(role=Role.PLACEMENTS))
    return client


def join(school, lot=1, left_on=None):
    Membership.objects.create(
        school=school,
        lot=the_dps().lots.get(number=lot),
        provider=ProviderFactory(),
        admitted_on=datetime.date(2022, 9, 1),
        left_on=left_on,
    )
    return school


def judge(name, **facts):
    """Write down how a school stands."""
    usual = {"period_name": "2024-Q2", "as_at": datetime.date(2024, 6, 30), "coverage": 0}
    Standing.objects.create(school=School.objects.get(name=name), **usual | facts)


@pytest.fixture
def found(as_placement_officer):
    """Ask the list; give the names in order."""

    def found(**query):
        response = as_placement_officer.get(LIST, query)
        assert response.status_code == 200
        return [school.name for school in response.context["page"]]

    return found


@pytest.fixture
def schools():
    """Five that differ in all that is asked of them, from near to far."""
    medway = LocalAuthorityFactory(code="887", name="Medway")
    east, north = FOLKESTONE
    join(
        SchoolFactory(
            name="Ash Grove",
            at=(east + 2000, north),
            needs=["SEMH", "ASD"],
            lowest_age=11,
            highest_age=16,
            sex="boys",
            boarding="Boarding school",
            section_41="approved",
        )
    )
    join(
        SchoolFactory(
            name="Beech & Bramble",
            at=(east + 9000, north),
            needs=["SEMH"],
            lowest_age=5,
            highest_age=19,
            sex="mixed",
            boarding="No boarders",
            section_41="not_approved",
        ),
        lot=2,
    )
    SchoolFactory(
        name="Cedar",
        at=(east, north - 40000),
        needs=["ASD"],
        lowest_age=4,
        highest_age=11,
        sex="girls",
        authority=medway,
        section_41="not_applicable",
    )
    join(
        SchoolFactory(name="Dogwood", at=(east, north + 100000), status="2"),
        left_on=datetime.date(2023, 8, 31),
    )
    SchoolFactory(name="Elm", sex="mixed", lowest_age=16, highest_age=25)
    judge("Ash Grove", period_name="2024-Q1", as_at=datetime.date(2024, 3, 31), reason=SILENT)
    by = UserFactory(role=Role.OFFICER)
    an_inspection(School.objects.get(name="Ash Grove"), by=by)
    an_inspection(School.objects.get(name="Cedar"), by=by, standards="not_met")
    judge("Ash Grove", score=1, coverage=1, band="good")
    judge("Beech & Bramble", reason=SILENT)
    judge("Cedar", coverage=None, reason="nothing_applicable")


class TestSchools:
    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ({"name": "beech and brambel"}, "B"),
            ({"need": "SEMH"}, "AB"),
            ({"year": "9"}, "AB"),
            ({"year": "0"}, "C"),
            ({"year": "12"}, "BE"),
            ({"age": "11"}, "ABC"),
            ({"sex": "girls"}, "BCE"),
            ({"sex": "boys"}, "ABE"),
            ({"stay": "residential"}, "A"),
            ({"stay": "day"}, "BCE"),
            ({"stay": "day", "status": "any"}, "BCDE"),
            ({"section_41": "approved"}, "A"),
            ({"member": "any"}, "AB"),
            ({"member": "1"}, "A"),
            ({"member": "2"}, "B"),
            ({"member": "none"}, "CE"),
            ({"status": "2"}, "D"),
            ({"standing": "good"}, "A"),
            ({"standing": "below"}, "B"),
            ({"standing": "not_returned"}, "B"),
            ({"standing": "nothing_applicable"}, "C"),
            ({"standing": "none"}, "E"),
            ({"near": "CT20", "within": "20"}, "AB"),
            ({"need": "SEMH", "year": "12", "member": "2"}, "B"),
            ({"need": "SEMH", "year": "0"}, ""),
        ],
    )
    def test_is_narrowed(self, schools, found, query, names):
        assert "".join(name[0] for name in found(**query)) == names

    def test_is_narrowed_to_a_local_authority(self, schools, found):
        assert found(authority=LocalAuthority.objects.get(code="887").pk) == ["Cedar"]

    def test_offers_no_authority_without_a_school(self, schools, client):
        LocalAuthority.objects.create(code="", name="East Council")
        client.force_login(UserFactory(role=Role.OFFICER))

        page = client.get(reverse("placements:school_list"))

        assert "Medway (1)" in page.text
        assert "East Council" not in page.text

    def test_is_by_name(self, schools, found):
        assert "".join(name[0] for name in found()) == "ABCE"  # D is closed
        assert "".join(name[0] for name in found(status="any")) == "ABCDE"

    def test_says_when_names_are_only_like_what_was_typed(self, schools, as_placement_officer):
        said = "No school is called that. This one has a name like it."

        assert said in as_placement_officer.get(LIST, {"name": "beach brambel"}).text
        assert said not in as_placement_officer.get(LIST, {"name": "bramble"}).text

    def test_is_nearest_first_from_a_postcode_and_the_unknown_last(self, schools, found):
        assert "".join(name[0] for name in found(near="CT20")) == "ABCE"
        assert "".join(name[0] for name in found(near="BN27")) == "CABE"

    def test_is_by_name_where_that_is_asked_for(self, schools, found):
        assert found(near="BN27", sort="name")[0] == "Ash Grove"

    def test_needs_a_postcode_to_be_by_distance(self, schools, found):
        assert found(sort="distance")[0] == "Ash Grove"

    def test_keeps_filters_in_the_address_each_with_a_way_out(self, schools, as_placement_officer):
        query = {"need": "SEMH", "near": "CT20", "within": "20"}

        page = as_placement_officer.get(LIST, query).text

        assert 'href="?near=CT20&amp;within=20"' in page
        assert 'href="?need=SEMH&amp;near=CT20"' in page
        assert "Within: 20 miles" in page
        # A distance is from somewhere: the postcode takes it along.
        assert 'href="?need=SEMH"' in page

    def test_says_what_the_distance_is_measured_from(self, schools, as_placement_officer):
        def said(postcode):
            return as_placement_officer.get(LIST, {"near": postcode}).text

        assert "from the centre of CT20." in said("ct20")
        assert "does not know where CT20 3QA itself is" in said("ct20 3qa")

        Postcode.objects.create(code="CT203QA", easting=FOLKESTONE[0], northing=FOLKESTONE[1])

        page = said("ct20 3qa")
        assert "in a straight line from CT20 3QA." in page
        assert "1.2</td>" in page  # 2,000 metres
        assert "Not known</td>" in page

    @pytest.mark.parametrize(
        ("query", "error"),
        [
            ({"near": "Folkestone"}, "Enter a postcode such as CT20 3QA, or its first half"),
            ({"near": "ZZ9 9ZZ"}, "The hub does not know where ZZ9 is. Enter a postcode nearby"),
            ({"within": "10"}, "Enter a postcode to measure from, or choose any distance"),
            ({"age": "x"}, "Enter an age in whole years from 2 to 25"),
            ({"age": "99"}, "Enter an age in whole years from 2 to 25"),
        ],
    )
    def test_says_what_to_enter(self, schools, as_placement_officer, query, error):
        response = as_placement_officer.get(LIST, query | {"need": "SEMH"})

        assert response.status_code == 200
        assert error in response.text
        assert "<title>Error: " in response.text
        assert len(response.context["page"]) == 0  # nobody asked for all the others

    def test_asks_for_the_first_half_of_a_childs_postcode(self, as_placement_officer):
        assert "enter only the first half, such as CT20" in as_placement_officer.get(LIST).text

    def test_shows_a_provider_its_own_and_no_filters_it_has_no_use_for(self, client, schools):
        member = ProviderMemberFactory()
        School.objects.filter(name="Cedar").update(provider=member.provider)
        client.force_login(member.user)

        response = client.get(LIST, {"near": "CT20"})

        assert [school.name for school in response.context["page"]] == ["Cedar"]
        fields = response.context["form"].visible_fields()
        assert [field.name for field in fields] == ["name", "need"]

    @pytest.mark.parametrize("query", [{}, {"near": "CT20"}, {"near": "CT20", "within": "30"}])
    def test_asks_as_few_questions_of_fifty_as_of_five(self, as_placement_officer, query):
        def count(number):
            for _ in range(number):
                school = SchoolFactory(at=FOLKESTONE, needs=["ASD", "SEMH"])
                join(school)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                as_placement_officer.get(LIST, query)
            return len(queries)

        as_placement_officer.get(LIST, query)

        assert count(5) == count(45)


class TestPagesByDistance:
    @pytest.fixture(autouse=True)
    def _schools(self):
        for number in range(120):
            at = (FOLKESTONE[0] + number // 3, FOLKESTONE[1]) if number < 110 else (None, None)
            SchoolFactory(name=f"{number:03}", at=at)

    def test_go_on_and_back_by_key(self, as_placement_officer):
        Postcode.objects.create(code="CT203QA", easting=FOLKESTONE[0], northing=FOLKESTONE[1])
        pages, query = [], "near=CT20+3QA"
        while query:
            page = as_placement_officer.get(f"{LIST}?{query}").context["page"]
            pages.append([school.name for school in page])
            query, previous = page.next, page.previous

        assert [name for names in pages for name in names] == [f"{n:03}" for n in range(120)]
        assert [len(names) for names in pages] == [50, 50, 20]
        back = as_placement_officer.get(f"{LIST}?{previous}").context["page"]
        assert [school.name for school in back] == pages[1]

    @pytest.mark.parametrize("key", ["near", "", "9" * 40, "-1", "1.5"])
    def test_begin_anew_where_the_key_is_no_distance(self, as_placement_officer, key):
        query = {"near": "CT20", "go": "after", "key": key, "row": "1"}

        assert as_placement_officer.get(LIST, query).status_code == 200


class TestCounts:
    def test_agree_with_what_each_option_leaves(self, schools, as_placement_officer):
        """The rules of counting and of filtering are written twice: here they meet."""
        for chosen in ({}, {"need": "SEMH"}, {"member": "any", "sex": "boys"}, {"near": "CT20"}):
            form = as_placement_officer.get(LIST, chosen).context["form"]
            for name in COUNTED:
                for value, words in form.fields[name].widget.choices:
                    if value == "":
                        continue
                    left = as_placement_officer.get(LIST, chosen | {name: value})
                    number = len(left.context["page"])
                    assert words.endswith(f"({number})"), (chosen, name, words, number)

    def test_are_beside_authorities_too(self, schools, as_placement_officer):
        assert "Medway (1)</option>" in as_placement_officer.get(LIST).text

    def test_are_left_out_of_the_tags(self, schools, as_placement_officer):
        page = as_placement_officer.get(LIST, {"member": "any"}).text

        assert "DPS: On the DPS today <span" in page

    def test_are_not_made_beyond_five_hundred(self, schools, as_placement_officer, monkeypatch):
        monkeypatch.setattr("nmiss.base.core.pages.MOST_COUNTED", 3)
        monkeypatch.setattr("placements.reports.MOST_WITH_COUNTS", 3)
        monkeypatch.setattr("placements.reports.options.MOST_WITH_COUNTS", 3)

        page = as_placement_officer.get(LIST).text

        assert "<strong>more than 1,000</strong>" in page
        assert "Medway</option>" in page
        # Two are left, but among more than can be counted.
        assert "Medway</option>" in as_placement_officer.get(LIST, {"need": "SEMH"}).text


def test_a_lot_of_another_vehicle_is_no_lot_of_the_dps():
    ours, theirs = SchoolFactory(), SchoolFactory()
    day = datetime.date(2025, 9, 1)
    other = Vehicle.establish(
        by=None, lots=1, name="Open framework", kind="open_framework",
        established_on=day, starts_on=day,
    )  # fmt: skip
    for school, lot in ((ours, the_dps().lots.get(number=1)), (theirs, other.lots.get())):
        Membership.objects.create(
            school=school, lot=lot, provider=ProviderFactory(), admitted_on=day
        )
    by_membership = Schools.by_membership

    for value in ("any", "open", "1"):
        assert set(by_membership(None, School.objects.all(), "", value)) == {ours}
    assert theirs in by_membership(None, School.objects.all(), "", "none")
    named = with_today(School.objects.all(), on=timezone.localdate(), by=UserFactory())
    assert {school: school.lots_today for school in named} == {ours: [1], theirs: []}
