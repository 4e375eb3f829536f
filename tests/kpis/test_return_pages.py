"""Small promises of the pages of returns, each of which somebody once found broken."""

import datetime
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from kpis import certifying, contesting, receipts, reviewing, saving
from kpis.filling import filling_of
from kpis.models import ReturnRules
from kpis.offline import checking
from kpis.units import in_files
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from tests.factories.accounts import UserFactory
from tests.factories.consequences import a_plan
from tests.factories.kpis import (
    accepted,
    asked_for,
    filled_in,
    imported,
    in_force,
    people_of,
    ready,
    sent,
)
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.kpis.test_offline import entries_of, remedies, sent_back
from tests.seen import seen

pytestmark = pytest.mark.django_db
GOOD = {"attended": 95, "possible": 100, "exclusions": 0}
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def framework():
    return in_force(
        {"cohort": "placements_at_end", "minimum": 0},
        {"code": "K05", "name": "Exclusions", "formula": "exclusions", "unit": "count"}
        | {"polarity": "low", "target": 0, "floor": 1},
    )


@pytest.fixture
def kpi_return(framework):
    return asked_for()


@pytest.fixture
def people(kpi_return):
    return people_of(kpi_return)


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def opened(client, user, name, *args, **query):
    client.force_login(user)
    return client.get(reverse(name, args=args), query)


def words_of(client, user, name, *args, **query):
    return seen(opened(client, user, name, *args, **query)).main.words


class TestExtensions:
    def test_are_corrected_to_an_earlier_day_and_the_last_days_with_them(self, kpi_return, officer):
        ReturnRules.set_from(datetime.date(2024, 9, 1), by=None)
        due_on, far = kpi_return.due_on, timezone.localdate() + 300 * ONE_DAY
        with pytest.raises(NotAllowedNow, match="the deadline now"):
            reviewing.extend(kpi_return, by=officer, due_on=due_on - ONE_DAY, reason="No.")
        reviewing.extend(kpi_return, by=officer, due_on=far, reason="A slip.")
        assert kpi_return.first_until == kpi_return.correct_until == far

        reviewing.extend(kpi_return, by=officer, due_on=due_on + ONE_DAY, reason="A flood.")

        assert kpi_return.due_on == due_on + ONE_DAY
        assert kpi_return.first_until == kpi_return.correct_until == due_on + ONE_DAY

    def test_end_within_a_year(self, kpi_return, officer):
        day = timezone.localdate() + 400 * ONE_DAY
        with pytest.raises(NotAllowedNow, match="within a year"):
            reviewing.extend(kpi_return, by=officer, due_on=day, reason="A slip.")

    def test_to_a_day_on_which_offices_are_closed_say_so(self, client, kpi_return, officer):
        client.force_login(officer)
        sunday = kpi_return.due_on + ONE_DAY
        sunday += (6 - sunday.weekday()) * ONE_DAY
        page = client.post(
            reverse("kpis:review_extend", args=[kpi_return.pk]),
            {"due_on": str(sunday), "reason": "A flood."},
            follow=True,
        )
        assert "This is not a working day." in seen(page).main.words


def test_the_three_dates_are_explained_and_stay_once_it_is_sent(
    client, kpi_return, people, officer
):
    editor, owner = people
    before = words_of(client, editor, "kpis:return_detail", kpi_return.pk)
    sent(kpi_return, editor, owner, **GOOD)
    after = words_of(client, owner, "kpis:return_detail", kpi_return.pk)

    assert "Last day for a first return" in before
    assert "Last day for a first return" not in after
    for page in (before, after):
        assert "A return that comes later is marked as late." in page
        assert "Until this day the school can correct a return" in page
    accepting = words_of(client, officer, "kpis:review_accept", kpi_return.pk)
    assert f"until {kpi_return.correct_until:%-d %B %Y}, the last day" in accepting


class TestWorkbooks:
    def test_of_another_school_are_told_so_once(self, kpi_return, people):
        wrong = [replace(each, urn="900999") for each in entries_of(kpi_return)]

        assert len(wrong) > 3
        assert remedies(wrong, people[0]) == [checking.WRONG_SCHOOL]
        mixed = [wrong[0], *entries_of(kpi_return)[1:]]
        assert remedies(mixed, people[0]) == [checking.ANOTHER_SCHOOL]

    def test_one_of_a_return_is_a_task_until_it_is_sent(self, client, kpi_return, people):
        editor, owner = people
        for number in ("many", "some", "12"):
            sent_back(entries_of(kpi_return, attended=number), editor)
        client.force_login(editor)
        assert client.get("/").text.count("Check the workbook and save its figures") == 1

        sent(kpi_return, editor, owner, **GOOD)

        assert "Check the workbook" not in client.get("/").text


def test_nothing_to_report_is_offered_where_a_section_is_empty_and_says_what_stays(
    client, kpi_return, people
):
    there = "kpis:return_nothing"
    page = words_of(client, people[0], there)
    assert "The sections about each child stay, too" in page
    assert str(kpi_return.school) in page
    filled_in(kpi_return, people[0], **GOOD)
    assert str(kpi_return.school) not in words_of(client, people[0], there)


class TestWhatIsCertified:
    def test_is_all_on_the_page_with_the_deadline(self, client, kpi_return, people):
        editor, owner = people
        ready(kpi_return, editor, **GOOD | {"attended": 50})

        page = words_of(client, owner, "kpis:return_certify", kpi_return.pk)

        assert f"The deadline is {kpi_return.due_on:%-d %B %Y}." in page
        assert "As in our register" in page
        assert "The rating would be red" in page

    def test_a_receipt_has_the_question_and_the_answer(self, client, kpi_return, people, officer):
        editor, owner = people
        sent(kpi_return, editor, owner, **GOOD)
        with acting_for(officer):
            reviewing.query(kpi_return, {"K01": "How did you count?"}, by=officer)
        part = next(each for each in filling_of(kpi_return).parts if each.key == "K01")
        figures = filling_of(kpi_return).known.figures
        told = {name: saving.Told(figures[name].value) for name in part.inputs}
        saving.save_section(
            kpi_return, part.place, told, by=editor, revision=1, answer="By our register."
        )
        certifying.mark_ready(kpi_return, by=editor, seen=filling_of(kpi_return).digest)
        certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)

        second = words_of(client, owner, "kpis:return_receipt", kpi_return.pk, 2)
        assert "How did you count?" in second
        assert "By our register." in second
        first = words_of(client, owner, "kpis:return_receipt", kpi_return.pk, 1)
        assert "How did you count?" not in first
        (asked,) = receipts.answers_in(filling_of(kpi_return))["K01"]
        assert (asked.question, asked.answer) == ("How did you count?", "By our register.")


def test_who_accepted_is_told_who_answers_a_contest(client, kpi_return, people, officer):
    accepted(kpi_return, *people, officer, **GOOD)
    part, _ = contesting.to_contest(kpi_return)[0]
    with acting_for(people[0]):
        contesting.contest(kpi_return, part, by=people[0], reason="Two had left.")

    said = "You accepted this return, so another officer or a manager answers"
    assert said in words_of(client, officer, "kpis:review_detail", kpi_return.pk)
    other = UserFactory(role=Role.OFFICER)
    assert said not in words_of(client, other, "kpis:review_detail", kpi_return.pk)


class TestOfficers:
    def test_find_what_is_not_returned_and_what_is_overdue(self, client, kpi_return, officer):
        yesterday = timezone.localdate() - ONE_DAY
        late = asked_for("2024-Q4", due_on=yesterday, first_until=yesterday)

        page = opened(client, officer, "kpis:return_list")
        assert "?status=not_sent" in seen(page).addresses
        both = opened(client, officer, "kpis:return_list", status="not_sent")
        assert {each.pk for each in both.context_data["page"].rows} == {kpi_return.pk, late.pk}
        home = client.get("/").text
        assert "Contact the school: 1 return is overdue" in home

    def test_read_nothing_about_figures_of_an_excused_return(self, client, kpi_return, officer):
        with acting_for(officer):
            reviewing.excuse(kpi_return, by=officer, reason="It closed.")

        page = words_of(client, officer, "kpis:review_detail", kpi_return.pk)
        assert "will appear here" not in page
        assert "Deadline" not in page
        assert "It closed." in page


def test_a_comment_that_is_needed_is_not_called_optional(client, kpi_return, people):
    filled_in(kpi_return, people[0], **GOOD | {"attended": 50})
    parts = {each.key: each.place for each in filling_of(kpi_return).parts}

    needed = words_of(client, people[0], "kpis:return_section", kpi_return.pk, parts["K01"])
    free = words_of(client, people[0], "kpis:return_section", kpi_return.pk, parts["K05"])

    assert "Comment (optional)" not in needed
    assert "Comment (optional)" in free


def test_home_leads_a_provider_to_its_ratings_and_plans(client, kpi_return, people):
    plan = a_plan(kpi_return.school, by=people[1])
    client.force_login(people[0])

    ways = seen(client.get("/")).addresses

    assert reverse("kpis:rating_provider", args=[kpi_return.school.provider_id]) in ways
    assert reverse("kpis:plan_detail", args=[plan.pk]) in ways


class TestOneFromAFile:
    @pytest.fixture
    def taken(self):
        school = SchoolFactory(provider=ProviderFactory())
        return imported({"attended": 95, "possible": 100, "exclusions": 0}, school=school)

    def test_has_nothing_for_finance_to_do(self, client, taken):
        finance = UserFactory(role=Role.FINANCE)

        assert "Actions" not in words_of(client, finance, "kpis:review_detail", taken.pk)

    def test_says_so_to_the_school_and_leads_to_its_ratings(self, client, taken):
        owner = ProviderMemberFactory(provider=taken.school.provider, role="owner").user
        page = opened(client, owner, "kpis:return_detail", taken.pk).text

        ratings = reverse("kpis:rating_school", args=[taken.school.urn])
        assert "We took this return from a file." in page
        assert ratings in page
        assert client.get(ratings).status_code == 200


def test_a_unit_in_a_file_is_no_command():
    assert [in_files(each) for each in ("%", "days", "% of staff")] == [
        "per cent",
        "days",
        "per cent of staff",
    ]
