"""Figures that a file tells for some types of school, which are then not asked for them."""

import pytest
from django.urls import reverse

from kpis.filling import filling_of
from kpis.models import Figure, ReturnRules
from kpis.offline.layout import lines_of
from kpis.periods import Periods
from kpis.reports.ratings import rated_in
from nmiss.base.accounts.models import Role
from providers.models import EstablishmentType
from tests.factories.accounts import UserFactory
from tests.factories.kpis import a_draft, accepted, asked_for, filled_in, in_force, people_of, sent
from tests.faults import faults_of
from tests.kpis.test_pages import SENT, send
from tests.seen import seen

pytestmark = pytest.mark.django_db
MAINTAINED = EstablishmentType.NON_MAINTAINED_SPECIAL
QUARTER = "2024-Q4"
FILE = ((QUARTER, "attended", 93), (QUARTER, "possible", 100))


@pytest.fixture(autouse=True)
def framework():
    exclusions = {"code": "K05", "name": "Exclusions", "formula": "exclusions", "unit": "count"}
    return in_force(
        {"filed_for": [MAINTAINED.value]},
        exclusions | {"polarity": "low", "target": 0, "floor": 1},
    )


@pytest.fixture
def kpi_return():
    """A return of a non-maintained special school."""
    found = asked_for(QUARTER)
    found.school.urn, found.school.kind = 900001, MAINTAINED
    found.school.save()
    return found


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def rating_of(kpi_return, code="K01"):
    cells = rated_in(Periods().named(QUARTER), schools=[kpi_return.school])
    (cell,) = [each for each in cells if each.indicator.code == code]
    return cell.result


def test_schools_of_the_type_alone_are_not_asked(client, kpi_return):
    other = asked_for(QUARTER)

    assert [part.key for part in filling_of(kpi_return).parts] == ["K05"]
    assert [part.key for part in filling_of(other).parts] == ["K01", "K05"]
    assert [line.name for line in lines_of(filling_of(kpi_return)) if line.name] == ["exclusions"]
    editor, _ = people_of(kpi_return)
    client.force_login(editor)
    page = client.get(reverse("kpis:return_detail", args=[kpi_return.pk]))
    assert "We take these figures of your type of school from a file" in page.text


@pytest.mark.parametrize("state", ["to_do", "being_filled", "submitted", "accepted"])
def test_a_file_is_put_beside_a_return_in_any_state(kpi_return, take_returns, officer, state):
    editor, owner = people_of(kpi_return)
    if state == "being_filled":
        filled_in(kpi_return, editor, exclusions=0)
    elif state == "submitted":
        sent(kpi_return, editor, owner, exclusions=0)
    elif state == "accepted":
        accepted(kpi_return, editor, owner, officer, exclusions=0)
    assert kpi_return.status == state

    take_returns(*FILE)

    kpi_return.refresh_from_db()
    assert (kpi_return.status, kpi_return.imported) == (state, False)
    version = kpi_return.versions.get()
    figures = dict(version.figures.values_list("input", "ours"))
    assert (figures["attended"], figures["possible"]) == (93, 100)
    assert not Figure.objects.filter(input="attended").exclude(value=None).exists()


def test_it_is_rated_once_the_rest_is_sent_and_before_or_after(kpi_return, take_returns):
    editor, owner = people_of(kpi_return)
    assert rating_of(kpi_return).state == "not_submitted"

    sent(kpi_return, editor, owner, exclusions=0)
    assert rating_of(kpi_return).state == "not_submitted"
    take_returns(*FILE)

    assert (rating_of(kpi_return).rating, rating_of(kpi_return).value) == ("green", 93)
    assert rating_of(kpi_return, "K05").rating == "green"
    take_returns((QUARTER, "attended", 80))
    assert rating_of(kpi_return).rating == "red"
    take_returns((QUARTER, "attended", ""))
    assert rating_of(kpi_return).state == "not_submitted"


def test_a_page_shows_where_it_is_from(client, kpi_return, take_returns, officer):
    editor, owner = people_of(kpi_return)
    sent(kpi_return, editor, owner, exclusions=0)
    take_returns(*FILE)
    client.force_login(officer)

    cell = reverse("kpis:rating_cell", args=[900001, "K01"])
    rows = seen(client.get(cell, {"period": QUARTER})).rows()

    assert rows[0] == ["Attended", "Not asked", "93", "From a file that the council imported"]
    review = client.get(reverse("kpis:review_detail", args=[kpi_return.pk]))
    assert seen(review).facts["Attended"] == "93, from a file"


def test_what_the_school_is_asked_stays_its_own(kpi_return, take_returns):
    filled_in(kpi_return, people_of(kpi_return)[0], exclusions=1)

    for rows, words in (
        ((*FILE, (QUARTER, "exclusions", 0)), "has begun or sent this return"),
        (((QUARTER, "attended", "NA"),), "a file has it"),
    ):
        _, (remedy,) = faults_of(take_returns, *rows)
        assert words in remedy

    assert not Figure.objects.filter(input="attended").exclude(ours=None).exists()


def test_a_draft_names_the_types_of_school(take_indicators):
    usual = {"version": "2031-09", "valid_from": "2031-09-01"}
    for wrong, words in (
        ({"filed_for": "8 99"}, "we do not know the type 99"),
        ({"filed_for": "8", "answered_by": "council"}, "only figures that schools are asked for"),
    ):
        _, (remedy,) = faults_of(take_indicators, usual | wrong)
        assert words in remedy

    take_indicators(usual | {"filed_for": "10, 8"})
    take_indicators(usual | {"filed_for": "8 10"})


def test_a_page_sets_them(client, officer):
    client.force_login(officer)
    draft = a_draft(by=officer)
    send(client, "indicator_add", draft.pk, **SENT | {"filed_for": ["8"]})

    added = draft.indicators.get(code="K30")
    assert added.filed_for == ["8"]
    page = client.get(reverse("kpis:indicator_detail", args=[added.pk]))
    assert "Non-maintained special school: these schools are not asked" in page.text
    wrong = send(
        client, "indicator_edit", added.pk, **SENT | {"filed_for": ["8"], "answered_by": "council"}
    )
    assert "Only figures that schools are asked for can come from a file" in wrong.text


class TestTolerance:
    """What our records say is set beside what the school says."""

    @pytest.mark.parametrize(
        ("percent", "ours", "told", "is_asked"),
        [
            (0, 20, 21, True),
            (5, 20, 21, False),
            (5, 20, 22, True),
            (5, 20, 19, False),
            (5, 0, 1, True),
            (5, 20, 20, False),
        ],
    )
    def test_a_difference_beyond_it_is_explained(self, percent, ours, told, is_asked):
        kpi_return = asked_for(QUARTER)
        ReturnRules.set_from(kpi_return.first_day, by=None, differ_percent=percent)
        editor, _ = people_of(kpi_return)
        figure = Figure.objects.filter(version__kpi_return=kpi_return, input="exclusions")
        figure.update(ours=ours)

        filled_in(kpi_return, editor, attended=95, possible=100, exclusions=told)

        words = [each.words for each in filling_of(kpi_return).missing()]
        assert any("differs from our records" in each for each in words) is is_asked


def test_a_closed_school_is_said_to_be_closed_and_can_still_send(client, kpi_return, officer):
    editor, owner = people_of(kpi_return)
    kpi_return.school.status, kpi_return.school.closed_on = "2", kpi_return.covers_to
    kpi_return.school.save()
    client.force_login(editor)
    words = "The register says that this school closed on 31 December 2024."

    assert words in client.get(reverse("kpis:return_detail", args=[kpi_return.pk])).text
    sent(kpi_return, editor, owner, exclusions=0)
    client.force_login(officer)
    assert words in client.get(reverse("kpis:review_detail", args=[kpi_return.pk])).text
    assert kpi_return.status == "submitted"
