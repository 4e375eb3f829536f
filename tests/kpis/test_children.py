"""A return that asks child by child: sections of the children, and what they count to."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kpis import certifying, child_saving, outcomes
from kpis.filling import filling_of, fillings_of
from kpis.models import ChildOutcome, Figure, ReturnStatus, Term
from kpis.offline import changes, checking, layout
from kpis.reports import rated_in
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.kpis import accepted, asked_for, filled_in, in_force, people_of, sent
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderFactory, SchoolFactory
from tests.kpis.test_offline import entries_of, remedies, saved

pytestmark = pytest.mark.django_db
OUTCOMES = {"code": "K06", "name": "Outcomes", "by_child": True, "target": 80, "floor": 50}
OUTCOMES |= {"formula": "100 * outcomes_on_track / outcomes_reviewed"}
LONG_AGO = datetime.date(2020, 9, 1)


@pytest.fixture(autouse=True)
def framework():
    return in_force(OUTCOMES)


@pytest.fixture
def school():
    return SchoolFactory(provider=ProviderFactory())


@pytest.fixture
def children(school):
    """Two at the school, one that had left, and one elsewhere."""
    own = {"school": school, "starts_on": LONG_AGO}
    PlacementFactory(**own, ended_on=datetime.date(2024, 9, 30), end_reason="other")
    PlacementFactory(starts_on=LONG_AGO)
    return [PlacementFactory(**own, reference=name) for name in ("PLC-AA", "PLC-BB")]


@pytest.fixture
def kpi_return(school, children):
    return asked_for(school=school)


@pytest.fixture
def people(kpi_return):
    return people_of(kpi_return)


def part_of(kpi_return, number):
    return [part for part in filling_of(kpi_return).parts if part.child][number]


def test_each_child_has_a_section_by_whose_statuses_the_indicator_is_rated(
    client, kpi_return, people
):
    editor, owner = people
    parts = filling_of(kpi_return).parts
    assert [part.title for part in parts] == [
        "K06 Outcomes",
        f"Outcomes of {parts[1].child.placement.child} (PLC-AA)",
        f"Outcomes of {parts[2].child.placement.child} (PLC-BB)",
    ]
    assert parts[0].inputs == ()
    words = "Enter how this child does in one area or more"
    assert [each.words for each in filling_of(kpi_return).missing()] == [words, words]

    client.force_login(editor)

    def save(number, **statuses):
        there = reverse("kpis:return_section", args=[kpi_return.pk, parts[number].place])
        given = {f"status_{area}": status for area, status in statuses.items()}
        return client.post(there, given | {"revision": "0"}, follow=True)

    save(1, social="met", cognition="on_track", physical="not_reviewed")
    page = save(2, social="behind")
    assert "(PLC-BB)." in page.text
    there = reverse("kpis:return_section", args=[kpi_return.pk, 1])
    assert "counted from the sections of the children" in client.get(there).text
    late = save(2, social="met")
    assert "Someone else saved this section while you worked" in late.text
    assert "Yours: met" in late.text

    sent_now = sent(kpi_return, editor, owner)
    period = filling_of(sent_now)
    figures = dict(Figure.objects.counting().values_list("input", "value"))
    assert figures == {"outcomes_on_track": 2, "outcomes_reviewed": 3}
    assert f"{float(period.results()[0][1].value):.1f}" == "66.7"
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)
    page = client.get(reverse("kpis:review_detail", args=[kpi_return.pk])).text
    assert "Social, emotional and mental health" in page
    assert "Outcomes on track" in page


def test_a_correction_takes_them_over_and_no_child_is_not_applicable(people, kpi_return, children):
    editor, owner = people
    officer = UserFactory(role=Role.OFFICER)
    accepted(kpi_return, editor, owner, officer)
    children[0].end(by=officer, on=datetime.date(2024, 9, 15), reason="other")
    certifying.correct(kpi_return, by=editor)
    assert ChildOutcome.objects.filter(version__sealed_at=None).count() == 2
    later = asked_for("2025-Q1", kpi_return.school)
    assert [each.key for each in filling_of(later).parts if each.child] == [
        part_of(kpi_return, 1).key
    ]
    assert part_of(later, 0).child.last == {"communication": "on_track"}

    elsewhere = asked_for(school=SchoolFactory(provider=ProviderFactory()))
    assert filling_of(elsewhere).missing() == []
    sent(filled_in(elsewhere, people_of(elsewhere)[0]), *people_of(elsewhere))
    period = Term.objects.periods().named("2024-Q4")
    (row,) = rated_in(period, schools=[elsewhere.school])
    assert row.result.state == "not_applicable"


def test_the_workbook_has_a_row_for_each_area_of_each_child(kpi_return, people, children):
    editor, _ = people
    key = f"child:{children[0].pk}"

    def sheet(**values):
        found = []
        for each in entries_of(kpi_return):
            area = each.code.rpartition(":")[2]
            is_first = f".{key}:" in each.code
            found.append(each_with(each, values.get(area, "") if is_first else ""))
        return found

    def each_with(entry, value):
        return type(entry)(**vars(entry) | {"value": value})

    asked = [each for each in sheet() if ".child:" in each.code]
    assert len(asked) == 2 * len(outcomes.Area)
    assert remedies(sheet(social="rather well"), editor) == [checking.ONLY_PROGRESS]
    odd = [type(each)(**vars(each) | {"na": "yes"}) for each in asked[:1]]
    assert remedies(odd, editor) == [checking.ONLY_VALUE]

    saved(sheet(social="MET", cognition="on track"), editor)
    assert part_of(kpi_return, 0).child.now == {"social": "met", "cognition": "on_track"}
    kpi_return.refresh_from_db()
    assert kpi_return.status == ReturnStatus.BEING_FILLED
    lines = {line.code: line for line in layout.lines_of(filling_of(kpi_return))}
    assert [line.value for line in lines.values() if line.progress] == ["On track", "Met"]
    (dropped,) = checking.check(sheet(social="Met"), by=editor).dropped
    assert (dropped.before, dropped.after) == ("On track", "")
    saved(sheet(social="Behind"), editor, is_emptying=True)
    assert part_of(kpi_return, 0).child.now == {"social": "behind"}
    assert changes.progress_in(" Not  reviewed") == outcomes.OutcomeProgress.NOT_REVIEWED


def test_many_returns_are_read_in_a_fixed_number_of_queries(kpi_return, people):
    editor, _ = people
    school = SchoolFactory(provider=kpi_return.school.provider)
    PlacementFactory(school=school, starts_on=LONG_AGO)
    other = asked_for(school=school)
    child_saving.save_child(
        kpi_return, part_of(kpi_return, 0).place, {"social": "met"}, by=editor, revision=0
    )
    with CaptureQueriesContext(connection) as one:
        fillings_of([kpi_return])
    with CaptureQueriesContext(connection) as two:
        fillings_of([kpi_return, other])
    assert len(one) == len(two)


def test_an_indicator_is_completed_once_each_child_is_and_many_are_one_thing_to_do(
    client, kpi_return, people
):
    editor, _ = people
    client.force_login(editor)

    def task_list():
        return client.get(reverse("kpis:return_detail", args=[kpi_return.pk])).context_data

    def status_of_indicator():
        return task_list()["tasks"][0]["status"]

    assert status_of_indicator() == "not started"
    assert [each.title for each in task_list()["missing"]] == ["Outcomes of 2 children"]

    for number, status in enumerate(("in progress", "completed")):
        part = part_of(kpi_return, number)
        child_saving.save_child(
            kpi_return, part.place, {"communication": "on_track"}, by=editor, revision=0
        )
        assert status_of_indicator() == status
        assert len(task_list()["missing"]) == 1 - number
