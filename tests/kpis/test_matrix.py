"""The matrix and the pages behind it: every cell has a sign, a word and a way to its inputs."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kpis.models import KpiReturn, ReturnRules, ReturnStatus
from kpis.views import ratings as rating_views
from nmiss.base.accounts.models import Role
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.kpis import a_return

pytestmark = pytest.mark.django_db
COUNT = {"formula": "days", "unit": "days", "polarity": "low", "target": "2", "floor": "4"}
QUARTERS = ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"]
ASKED = {"period": "2025-Q3"}


@pytest.fixture
def officer(client):
    user = UserFactory(role=Role.OFFICER)
    client.force_login(user)
    return user


@pytest.fixture
def ratings(two_schools, take_indicators, take_returns, take_placements):
    """Attendance that rises at 900001, which has 2 of our children; 900002 has sent nothing."""
    take_indicators({}, {"code": "K/2", "name": "Days off", "weight": "2"} | COUNT)
    for number, quarter in enumerate(QUARTERS):
        take_returns((quarter, "attended", 86 + number * 3), (quarter, "possible", 100))
    take_returns(("2025-Q3", "days", 9))
    take_placements(
        {"placement_ref": "P1", "pupil_ref": "C1"}, {"placement_ref": "P2", "pupil_ref": "C2"}
    )


def page(client, name, *args, **query):
    return client.get(reverse(f"kpis:{name}", args=args), query)


def cells_of(text):
    """The cells of the matrix in words: what a screen reader and what an eye is told."""
    found = re.findall(r'<td class="govuk-table__cell nmiss-rated[^>]*>(.*?)</td>', text, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in found]


def test_every_cell_has_a_sign_a_word_a_value_and_a_direction(client, officer, ratings):
    shown = page(client, "rating_matrix", **ASKED)

    assert cells_of(shown.text) == [
        "✓ Green , K01, Ash Grove School (URN 900001) 95 ▲ Improving",
        "✗ Red , K/2, Ash Grove School (URN 900001) 9",
        "? Not sent , K01, Ash Grove School (URN 900002)",
        "? Not sent , K/2, Ash Grove School (URN 900002)",
    ]
    assert "2025-Q3 (1 July to 30 September 2025)" in shown.text
    assert 'class="govuk-table__header nmiss-sticky"' in shown.text


def test_every_cell_leads_to_its_inputs_and_its_formula(client, officer, ratings):
    shown = page(client, "rating_matrix", **ASKED).text
    links = re.findall(r'nmiss-rated--\w+"><a class="govuk-link" href="([^"]+)"', shown)

    opened = [client.get(link) for link in links]

    assert [each.status_code for each in opened] == [200] * 4
    assert "100 * attended / possible" in opened[0].text
    assert [each.figure.value for each in opened[0].context_data["inputs"]] == [95, 100]
    assert [each.figure.value for each in opened[1].context_data["inputs"]] == [9]
    assert "Not submitted" in opened[2].text


def test_one_school_over_time_one_indicator_over_schools_and_who_is_missing(
    client, officer, ratings
):
    school = page(client, "rating_school", 900001, **ASKED)
    (part,) = school.context_data["parts"]
    values = [cell.result.value for cell in part["rows"][0]["trend"].cells]
    assert values[-4:] == [86, 89, 92, 95]
    assert school.text.count("<svg class=") == 2

    indicator = page(client, "rating_indicator", "K01", **ASKED)
    affected = indicator.context_data["affected"]
    assert [(each.word, each.schools, each.children) for each in affected] == [
        ("Green", 1, 2),
        ("Not submitted", 1, 0),
    ]

    missing = page(client, "rating_missing", **ASKED)
    assert [row.school.urn for row in missing.context_data["page"].rows] == [900002]


def test_who_is_excused_is_not_missing(client, officer, ratings):
    school = School.objects.get(urn=900002)
    a_return("2025-Q3", school, status=ReturnStatus.EXCUSED, not_asked_reason="A flood closed it.")

    assert not page(client, "rating_missing", **ASKED).context_data["page"].rows
    assert "○ Not asked" in cells_of(page(client, "rating_matrix", **ASKED).text)[2]


def test_the_matrix_goes_by_pages_of_schools(client, officer, ratings, monkeypatch):
    monkeypatch.setattr(rating_views, "SCHOOLS", 1)

    first = page(client, "rating_matrix", **ASKED)
    following = client.get(f"{reverse('kpis:rating_matrix')}?{first.context_data['page'].next}")

    assert [len(cells_of(each.text)) for each in (first, following)] == [2, 2]
    assert "900001" in cells_of(first.text)[0]
    assert "900002" in cells_of(following.text)[0]


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("rating_matrix", []),
        ("rating_missing", []),
        ("rating_indicator", ["K01"]),
        ("rating_school", [900001]),
    ],
)
def test_pages_ask_as_often_for_many_schools_as_for_two(
    client, officer, ratings, take_schools, take_members, take_returns, name, args
):
    def queries():
        page(client, name, *args, **ASKED)
        with CaptureQueriesContext(connection) as asked:
            assert page(client, name, *args, **ASKED).status_code == 200
        return len(asked)

    few = queries()
    urns = [str(urn) for urn in range(900010, 900022)]
    take_schools(*({"URN": urn} for urn in urns))
    take_members(*({"school_urn": urn} for urn in urns))
    for urn in urns[:8]:
        take_returns((urn, "2025-Q3", "attended", 90), (urn, "2025-Q3", "possible", 100))

    assert queries() == few


def test_what_we_know_of_many_periods_is_asked_as_often_as_of_one(
    client, officer, two_schools, take_indicators, take_placements
):
    """A council answers it from its own records, of every period so far."""
    own = {"formula": "100 * ended_unplanned_by_school / average_placements", "target": "2"}
    take_indicators({"answered_by": "council", "polarity": "low", "floor": "5"} | own)
    take_placements()
    ReturnRules.objects.create(valid_from="2024-10-01")

    def queries(period):
        with CaptureQueriesContext(connection) as asked:
            assert page(client, "rating_matrix", period=period).status_code == 200
        return len(asked)

    queries("2024-Q4")
    assert queries("2025-Q4") == queries("2024-Q4")


def test_a_period_that_is_none_is_said_and_another_can_be_named(client, officer, ratings):
    for name, args in (("rating_matrix", []), ("rating_school", [900001])):
        shown = page(client, name, *args, period="2024-Q9")
        assert "Period: choose from the list" in shown.text
    assert page(client, "rating_cell", 900001, "K01", period="soon").status_code == 400
    assert page(client, "rating_matrix", period="2025-q3").context_data["period"].name == "2025-Q3"
    assert "No indicators apply" in page(client, "rating_matrix", period="2010-Q1").text
    assert page(client, "rating_indicator", "K99", **ASKED).status_code == 404
    assert page(client, "rating_cell", 900001, "K99", **ASKED).status_code == 404


@pytest.mark.parametrize(
    ("name", "more", "rows"),
    [
        ("kpi-ratings", {}, 4),
        ("kpi-ratings", {"code": "K01"}, 2),
        ("kpi-standings", {}, 2),
        ("kpi-not-returned", {}, 1),
        ("kpi-school", {"school": "900001"}, 10),
    ],
)
def test_every_table_leaves_as_csv_and_as_xlsx(client, officer, ratings, name, more, rows):
    lines = client.get(reverse("files:listing_csv", args=[name]), ASKED | more)
    text = b"".join(lines.streaming_content).decode()
    assert len(text.splitlines()) == rows + 1
    assert "900001" in text or name == "kpi-not-returned"
    xlsx = client.get(reverse("files:listing_xlsx", args=[name]), ASKED | more)
    assert (xlsx.status_code, xlsx.content[:2]) == (200, b"PK")


def test_a_list_of_one_school_is_asked_for_by_a_school_that_is_seen(client, officer, ratings):
    address = reverse("files:listing_csv", args=["kpi-school"])

    assert client.get(address, ASKED | {"school": "900009"}).status_code == 400
    assert client.get(address, ASKED).status_code == 400


def test_the_home_page_leads_to_the_ratings(client, officer):
    assert reverse("kpis:rating_matrix") in client.get(reverse("home:home")).text
    assert not KpiReturn.objects.exists()
