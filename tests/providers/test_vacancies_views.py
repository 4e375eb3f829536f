"""The pages on which schools report vacancies and the council reads them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.clock import noon
from providers.models import ProviderRole, VacancyReport, VacancyRules
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.files.taken import rows_of
from tests.providers.test_vacancies import DAY, ROW

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return SchoolFactory(name="Ash Grove School", provider=ProviderFactory())


@pytest.fixture
def owner(school):
    return ProviderMemberFactory(provider=school.provider).user


@pytest.fixture
def as_owner(client, owner):
    client.force_login(owner)
    return client


def row(number, **changes):
    """One row of the form as a browser sends it."""
    return {f"{name}_{number}": str(value) for name, value in (ROW | changes).items()}


def empty(number):
    return {f"{name}_{number}": "" for name in ROW}


def change(school):
    return reverse("providers:vacancy_change", args=[school.urn])


def detail(school):
    return reverse("providers:vacancy_detail", args=[school.urn])


class TestVacancyChange:
    def test_reports_rows_and_leaves_out_empty_ones(self, as_owner, school, owner):
        response = as_owner.post(change(school), row(0) | empty(1) | row(2, need="SEMH", free="0"))

        assert response.headers["Location"] == detail(school)
        report = VacancyReport.newest_of(school)
        found = [(each.need, each.free) for each in report.vacancies.order_by("need")]
        assert found == [("ASD", 2), ("SEMH", 0)]
        assert report.given_by == owner

    def test_begins_with_the_figures_of_before(self, as_owner, school, owner):
        VacancyReport.give(school, [ROW | {"free": 1}], by=owner)

        form = as_owner.get(change(school)).context_data["form"]

        assert [form[f"{name}_0"].value() for name in ("first_year", "need", "free")] == [
            7,
            "ASD",
            1,
        ]
        assert len(form.rows) == 3

    @pytest.mark.parametrize(
        ("sent", "field", "words"),
        [
            (row(0, free="3"), "free_0", "come to 13, but there are 12 in all"),
            (row(0, last_year="6"), "last_year_0", "must not be before the first"),
            (row(0, need=""), "need_0", "Row 1: select the need"),
            (row(0, occupied=""), "occupied_0", "enter the occupied places, or 0"),
            (row(0, planned="many"), "planned_0", "a whole number from 0 to 999"),
            (row(0, planned="1000"), "planned_0", "a whole number from 0 to 999"),
            (row(0) | row(1, first_year="9"), "first_year_1", "row 1 has some of these years"),
            (empty(0), "first_year_0", "Enter at least one row"),
            (row(0, provision="camp"), "provision_0", "choose from the list"),
        ],
    )
    def test_says_what_to_correct_and_keeps_the_rest(self, as_owner, school, sent, field, words):
        response = as_owner.post(change(school), sent)

        assert words in str(response.context_data["form"].errors[field])
        assert not VacancyReport.objects.exists()

    def test_is_closed_to_who_does_not_write_for_the_provider(self, client, school):
        viewer = ProviderMemberFactory(provider=school.provider, role=ProviderRole.VIEWER)
        for person, status in ((viewer.user, 403), (ProviderMemberFactory().user, 404)):
            client.force_login(person)
            assert client.post(change(school), row(0)).status_code == status
        assert not VacancyReport.objects.exists()


class TestVacancyDetail:
    @pytest.mark.parametrize(("on", "is_grey"), [(DAY(2026, 11, 9), True), (None, False)])
    def test_greys_figures_that_are_out_of_date(self, as_owner, school, owner, on, is_grey):
        if on:
            with clock.at(noon(on)):
                VacancyReport.give(school, [ROW], by=owner)
        else:
            VacancyReport.give(school, [ROW], by=owner)

        page = as_owner.get(detail(school))

        assert page.context_data["is_grey"] == is_grey
        assert ("nmiss-quiet-figures" in page.text) == is_grey

    def test_keeps_the_earlier_reports(self, as_owner, school, owner):
        first = VacancyReport.give(school, [ROW], by=owner)
        first.repeat(by=owner)

        page = as_owner.get(detail(school))

        assert [each.pk for each in page.context_data["earlier"]] == [first.pk]

    def test_another_provider_does_not_see_it(self, client, school):
        client.force_login(ProviderMemberFactory().user)

        assert client.get(detail(school)).status_code == 404


class TestVacancyRepeat:
    def test_reports_no_change_by_one_button(self, as_owner, school, owner):
        report = VacancyReport.give(school, [ROW], by=owner)
        address = reverse("providers:vacancy_repeat", args=[school.urn, report.pk])

        as_owner.post(address)

        assert VacancyReport.newest_of(school).is_unchanged

    def test_says_so_where_others_have_reported_since(self, as_owner, school, owner):
        report = VacancyReport.give(school, [ROW], by=owner)
        newest = VacancyReport.give(school, [ROW | {"free": 0}], by=owner)

        response = as_owner.post(
            reverse("providers:vacancy_repeat", args=[school.urn, report.pk]), follow=True
        )

        assert "has reported its vacancies since" in response.text
        assert VacancyReport.newest_of(school) == newest


class TestVacancyList:
    @pytest.fixture
    def officer(self, client):
        client.force_login(UserFactory(role=Role.PLACEMENTS))
        return client

    def test_shows_schools_that_can_report_with_their_free_places(self, officer, school, owner):
        SchoolFactory(name="Nobody runs it here")
        VacancyReport.give(school, [ROW, ROW | {"need": "SEMH", "free": 1}], by=owner)
        VacancyReport.give(school, [ROW, ROW | {"need": "MLD"}], by=owner)

        page = officer.get(reverse("providers:vacancy_list"))

        assert [(each.name, each.free_places) for each in page.context_data["page"]] == [
            ("Ash Grove School", 4)
        ]
        taken = officer.get(reverse("files:listing_csv", args=["vacancies"]))
        [row] = rows_of(taken)
        numbers = ("Places in all", "Occupied", "Reserved", "Free places")
        assert [row[each] for each in numbers] == [
            str(2 * ROW[name]) for name in ("planned", "occupied", "reserved", "free")
        ]
        assert row["Free places"] == "4"
        assert row["As at"].startswith(str(timezone.localdate()))

    @pytest.mark.parametrize(
        ("standing", "names"),
        [
            ("up to date", ["New"]),
            ("out of date", ["Older"]),
            ("not counted", ["Oldest"]),
            ("not reported", ["Never"]),
            ("", ["Never", "New", "Older", "Oldest"]),
        ],
    )
    def test_is_narrowed_by_how_old_figures_are(self, officer, standing, names):
        days = {"New": None, "Older": 20, "Oldest": 100}
        for name, age in days.items():
            self._reported(name, age)
        SchoolFactory(name="Never", provider=ProviderFactory())

        page = officer.get(reverse("providers:vacancy_list"), {"standing": standing})

        assert [each.name for each in page.context_data["page"]] == names
        if standing:
            assert {each.figures for each in page.context_data["page"]} == {standing}

    @staticmethod
    def _reported(name, age):
        school = SchoolFactory(name=name, provider=ProviderFactory())
        by = ProviderMemberFactory(provider=school.provider).user
        rules = VacancyRules.objects.get()
        if age is None:
            VacancyReport.give(school, [ROW], by=by)
            return
        today = timezone.localdate()
        day = rules.oldest_that_is_fresh(today) if age == 20 else rules.oldest_that_counts(today)
        with clock.at(noon(day.fromordinal(day.toordinal() - 1))):
            VacancyReport.give(school, [ROW], by=by)


class TestVacancyRules:
    SENT = {
        "valid_from": "2099-01-01",
        "opens_on": "1",
        "closes_on": "5",
        "grace_days": "3",
        "fresh_days": "10",
    }

    def test_a_manager_sets_them_from_a_day(self, client):
        client.force_login(UserFactory(role=Role.MANAGER))

        client.post(reverse("providers:vacancy_rules"), self.SENT)

        found = VacancyRules.objects.in_force(DAY(2099, 1, 1))
        assert (found.opens_on, found.closes_on, found.grace_days, found.fresh_days) == (
            1,
            5,
            3,
            10,
        )

    @pytest.mark.parametrize(
        ("wrong", "field", "words"),
        [
            ({"opens_on": "29"}, "opens_on", "from 1 to 28"),
            ({"closes_on": "0"}, "closes_on", "from 1 to 28"),
            ({"opens_on": "6"}, "closes_on", "must not be before the first"),
            ({"grace_days": "24"}, "grace_days", "at most 23 days"),
            ({"fresh_days": ""}, "fresh_days", "from 1 to 60"),
            ({"valid_from": "2022-09-01"}, "valid_from", "today or a later day"),
        ],
    )
    def test_says_what_to_correct(self, client, wrong, field, words):
        client.force_login(UserFactory(role=Role.MANAGER))

        page = client.post(reverse("providers:vacancy_rules"), self.SENT | wrong)

        assert words in str(page.context_data["form"].errors[field])
        assert VacancyRules.objects.count() == 1

    def test_others_read_them(self, client):
        client.force_login(UserFactory(role=Role.PLACEMENTS))

        page = client.get(reverse("providers:vacancy_rules"))

        assert page.context_data["form"] is None
        assert client.post(reverse("providers:vacancy_rules"), self.SENT).status_code == 403


class TestHome:
    def test_a_writer_is_told_which_schools_are_to_report(self, as_owner, client, school, owner):
        viewer = ProviderMemberFactory(provider=school.provider, role=ProviderRole.VIEWER)

        before = as_owner.get(reverse("home:home")).text
        client.force_login(viewer.user)
        of_viewer = client.get(reverse("home:home")).text
        client.force_login(owner)
        VacancyReport.give(school, [ROW], by=owner)
        after = as_owner.get(reverse("home:home")).text

        words = "Report vacancies: Ash Grove School"
        assert (words in before, words in of_viewer, words in after) == (True, False, False)
