"""What schools report of their places, by which rules it counts, and who is reminded of it."""

import datetime
import re

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse

from nmiss.base.core import clock
from nmiss.base.core.clock import noon
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from providers import vacancy_links
from providers.models import ProviderRole, Vacancy, VacancyReport, VacancyRules
from providers.models.vacancy import NOT_COUNTED, OUT_OF_DATE, UP_TO_DATE
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db
DAY = datetime.date
ROW = {
    "first_year": 7,
    "last_year": 9,
    "need": "ASD",
    "provision": "day",
    "planned": 12,
    "occupied": 9,
    "reserved": 1,
    "free": 2,
}


@pytest.fixture
def school():
    return SchoolFactory(provider=ProviderFactory())


@pytest.fixture
def owner(school):
    return ProviderMemberFactory(provider=school.provider).user


@pytest.fixture
def report(school, owner):
    return VacancyReport.give(school, [ROW], by=owner)


class TestRules:
    @pytest.fixture
    def rules(self):
        return VacancyRules.objects.in_force(DAY(2026, 11, 26))

    def test_the_first_ones_are_laid_down(self, rules):
        found = (rules.opens_on, rules.closes_on, rules.grace_days, rules.fresh_days)

        assert found == (8, 14, 7, 14)
        assert VacancyRules.objects.in_force(DAY(2020, 1, 1)) == rules

    @pytest.mark.parametrize(
        ("reported_on", "until"),
        [
            (DAY(2026, 11, 8), DAY(2026, 12, 21)),
            (DAY(2026, 11, 14), DAY(2026, 12, 21)),
            (DAY(2026, 12, 7), DAY(2026, 12, 21)),
            (DAY(2026, 12, 8), DAY(2027, 1, 21)),
            (DAY(2027, 1, 31), DAY(2027, 2, 21)),
            (DAY(2027, 1, 1), DAY(2027, 1, 21)),
        ],
    )
    def test_a_report_counts_until_the_grace_of_the_next_window_is_over(
        self, rules, reported_on, until
    ):
        assert rules.counts_until(reported_on) == until

    def test_both_ways_of_asking_agree_on_every_day(self, rules):
        days = [DAY(2027, 1, 1) + datetime.timedelta(days=number) for number in range(120)]

        for on in days:
            counted = [day for day in days if day <= on and rules.counts_until(day) >= on]
            first = rules.oldest_that_counts(on)
            assert [day for day in days if first <= day <= on] == counted, on

    def test_new_ones_hold_from_their_day_on(self, rules, owner):
        rules = {"opens_on": 1, "closes_on": 5, "grace_days": 2, "fresh_days": 10}

        found = VacancyRules.set_from(DAY(2027, 1, 1), by=owner, **rules)

        assert VacancyRules.objects.in_force(DAY(2026, 12, 31)) != found
        assert VacancyRules.objects.in_force(DAY(2027, 1, 1)) == found
        assert AuditEvent.objects.filter(verb="set_vacancy_rules").count() == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            {"opens_on": 0},
            {"closes_on": 29},
            {"opens_on": 15},
            {"grace_days": 22},
            {"fresh_days": 0},
        ],
    )
    def test_the_database_refuses_what_cannot_be(self, wrong):
        with pytest.raises(IntegrityError), transaction.atomic():
            VacancyRules.objects.create(valid_from=DAY(2027, 1, 1), **wrong)

    def test_the_longest_grace_ends_the_day_before_the_next_window(self):
        rules = VacancyRules.objects.create(valid_from=DAY(2027, 1, 1), grace_days=21)

        assert rules.end_of_grace(rules.window_of(DAY(2027, 2, 1))) == DAY(2027, 3, 7)

    def test_they_are_never_changed(self, rules):
        with pytest.raises(InternalError), transaction.atomic():
            VacancyRules.objects.filter(pk=rules.pk).update(opens_on=2)


class TestReport:
    def test_keeps_what_was_said_before(self, report, school, owner):
        after = VacancyReport.give(school, [ROW | {"free": 0}], by=owner)

        assert VacancyReport.newest_of(school) == after
        assert [each.free for each in Vacancy.objects.order_by("pk")] == [2, 0]

    def test_no_change_is_the_same_figures_of_now(self, report, school, owner):
        again = report.repeat(by=owner)

        assert again.is_unchanged
        assert again.as_at > report.as_at
        assert [(row.years, row.free) for row in again.vacancies.all()] == [("Year 7 to Year 9", 2)]
        assert AuditEvent.objects.filter(verb="repeat_vacancies").count() == 1

    def test_no_change_of_an_older_report_is_refused(self, report, school, owner):
        report.repeat(by=owner)

        with pytest.raises(NotAllowedNow, match="reported its vacancies since"):
            report.repeat(by=owner)
        assert VacancyReport.objects.count() == 2

    @pytest.mark.parametrize(
        "wrong",
        [
            {"free": 3},
            {"last_year": 6},
            {"last_year": 15},
            {"need": "XX"},
            {"provision": "weekends"},
            {"free": -1},
        ],
    )
    def test_the_database_refuses_what_cannot_be(self, school, owner, wrong):
        with pytest.raises(IntegrityError), transaction.atomic():
            VacancyReport.give(school, [ROW | wrong], by=owner)
        assert not VacancyReport.objects.exists()

    def test_a_school_may_have_more_children_than_places(self, school, owner):
        VacancyReport.give(school, [ROW | {"occupied": 14, "free": 0}], by=owner)

        assert Vacancy.objects.get().occupied == 14

    def test_each_place_is_counted_once(self, school, owner):
        with pytest.raises(IntegrityError), transaction.atomic():
            VacancyReport.give(school, [ROW, ROW | {"first_year": 9, "last_year": 11}], by=owner)
        VacancyReport.give(school, [ROW, ROW | {"first_year": 10, "last_year": 11}], by=owner)

    def test_is_never_changed(self, report):
        for rows in (VacancyReport.objects.filter(pk=report.pk), report.vacancies.all()):
            with pytest.raises(InternalError), transaction.atomic():
                rows.delete() if rows.model is Vacancy else rows.update(is_unchanged=True)

    @pytest.mark.parametrize(
        ("on", "standing"),
        [
            (DAY(2026, 11, 24), UP_TO_DATE),
            (DAY(2026, 11, 25), OUT_OF_DATE),
            (DAY(2026, 12, 21), OUT_OF_DATE),
            (DAY(2026, 12, 22), NOT_COUNTED),
        ],
    )
    def test_grows_old(self, school, owner, on, standing):
        with clock.at(noon(DAY(2026, 11, 10))):
            report = VacancyReport.give(school, [ROW], by=owner)

        assert report.standing(VacancyRules.objects.in_force(on), on) == standing


def letters(day):
    """What is written on a day: to whom, subject and body."""
    OutboxMessage.objects.all().delete()
    remind_of("vacancies", noon(day))
    found = (message.payload for message in OutboxMessage.objects.order_by("pk"))
    return [(each["to"][0], each["subject"], each["body"]) for each in found]


class TestReminder:
    def test_goes_out_as_the_window_opens_and_after_its_grace(self, school, owner):
        ProviderMemberFactory(provider=school.provider, role=ProviderRole.VIEWER)

        opened = letters(DAY(2026, 12, 8))
        again = letters(DAY(2026, 12, 12))
        grace = letters(DAY(2026, 12, 21))
        late = letters(DAY(2026, 12, 22))

        assert [(to, subject) for to, subject, _ in opened] == [
            (owner.email, f"Report your vacancies by 14 December 2026: {school}")
        ]
        assert again == grace == []
        assert [subject for _, subject, _ in late] == [f"Your vacancies are overdue: {school}"]

    def test_leaves_out_who_has_reported_in_the_window(self, school, owner):
        with clock.at(noon(DAY(2026, 12, 8))):
            VacancyReport.give(school, [ROW], by=owner)

        assert letters(DAY(2026, 12, 9)) == []
        assert len(letters(DAY(2027, 1, 8))) == 1

    def test_leaves_out_closed_schools_and_schools_that_nobody_runs_here(self):
        SchoolFactory()
        SchoolFactory(provider=ProviderMemberFactory().provider, status="2")

        assert letters(DAY(2026, 12, 8)) == []

    def test_has_a_link_of_the_person_to_the_report(self, report, owner):
        [(_, _, body)] = letters(DAY(2027, 1, 8))

        [token] = re.findall(r"/vacancies/unchanged/(\S+)/", body)
        link = vacancy_links.read(token)
        assert (link.report, link.person) == (report, owner)


class TestLink:
    @pytest.fixture
    def address(self, report, owner):
        return reverse("providers:vacancy_unchanged", args=[vacancy_links.token_for(report, owner)])

    def test_opening_it_changes_nothing(self, client, address):
        for _ in range(2):
            page = client.get(address).content.decode()

        assert "Report no change" in page
        assert VacancyReport.objects.count() == 1

    def test_its_button_reports_no_change_once(self, client, address, owner, school):
        client.post(address)
        page = client.get(address)
        client.post(address)

        assert VacancyReport.objects.count() == 2
        newest = VacancyReport.newest_of(school)
        assert (newest.given_by, newest.is_unchanged) == (owner, True)
        assert "Report no change" not in page.content.decode()

    def test_is_dead_where_its_person_no_longer_writes_for_the_provider(
        self, client, address, owner
    ):
        owner.is_active = False
        owner.save()

        assert client.get(address).status_code == 410
        assert client.post(address).status_code == 410
        assert VacancyReport.objects.count() == 1

    def test_is_dead_where_another_provider_runs_the_school(self, client, address, school):
        school.provider = ProviderFactory()
        school.save()

        assert client.post(address).status_code == 410
        assert VacancyReport.objects.count() == 1

    def test_is_dead_where_it_was_changed(self, client, address):
        assert client.get(address[:-3] + "xx/").status_code == 410

    def test_is_dead_after_45_days(self, client, report, owner, monkeypatch):
        monkeypatch.setattr(vacancy_links, "GOOD_FOR", datetime.timedelta(seconds=-1))
        address = vacancy_links.token_for(report, owner)

        assert vacancy_links.read(address) is None
