"""What is published tells no small number: somebody tries to work one out by subtraction."""

from itertools import combinations, product
from random import Random
from types import SimpleNamespace

import pytest
from django.urls import reverse

from kpis.rating import Rating, Result, State
from kpis.reports.matrix import MatrixRow, RatedCell
from kpis.reports.published import COLUMNS, FEWEST, countable, publishable
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory

SMALL = range(1, FEWEST)
RESULTS = [*(Result(State.RATED, rating=each) for each in Rating), Result(State.NOT_SUBMITTED)]


def rows_of(children, results):
    """Schools with so many children each, and how each of them did in each indicator."""
    indicators = [SimpleNamespace(code=f"K{n}", is_rated=True) for n in range(len(results))]
    schools = [SimpleNamespace(pk=pk) for pk in range(len(children))]
    return [
        MatrixRow(
            school,
            None,
            [
                RatedCell(school, each, None, results[n][school.pk])
                for n, each in enumerate(indicators)
            ],
            children[school.pk],
        )
        for school in schools
    ]


def a_county(random):
    """Schools with a few children each, and how each did in some indicators."""
    children = [random.randint(0, 12) for _ in range(random.randint(1, 9))]
    results = [random.choices(RESULTS, k=len(children)) for _ in range(random.randint(1, 4))]
    return children, results


@pytest.mark.parametrize("seed", range(150))
def test_no_count_and_no_difference_of_two_is_a_small_number(seed):
    children, results = a_county(Random(seed))
    published = publishable(rows_of(children, results))

    (counted,) = {row.counted for row in published}
    # Whoever knows all our children, from another paper, learns of no small group and no school.
    left_out = sum(children) - counted
    if counted:
        assert left_out not in SMALL
        kept = countable(dict(enumerate(children)))
        assert len([each for each in children if each]) - len(kept) != 1  # never one alone
    cells = [(row, column) for row in range(len(results)) for column in COLUMNS]
    holds = {
        (row, column): {
            school
            for school, result in enumerate(results[row])
            if (result.rating or COLUMNS[-1]) == column
        }
        for row, column in cells
    }
    told = {(row, column): published[row].children[column] for row, column in cells}
    assert not set(told.values()) & set(SMALL)
    for one, other in combinations(cells, 2):
        for inner, outer in ((one, other), (other, one)):
            if holds[inner] <= holds[outer]:
                assert told[outer] - told[inner] not in SMALL
    # Totals of several columns, taken from each other.
    sums = [
        (sum(told[row, c] for c in some), set().union(*(holds[row, c] for c in some)))
        for row in range(len(results))
        for some in combinations(COLUMNS, 2)
    ]
    for (less, inner), (more, outer) in product(sums, sums):
        if inner <= outer:
            assert more - less not in SMALL


@pytest.mark.parametrize(
    ("children", "kept"),
    [
        ([3, 9, 20], [20]),  # one small school would be what a total leaves
        ([1, 2, 9, 20], [20]),  # and so would two with three children
        ([2, 3, 9, 20], [9, 20]),
        ([4, 4, 9], [9]),
        ([0, 5, 9], [5, 9]),
        ([3], []),
        ([3, 30], []),
        ([], []),
    ],
)
def test_small_schools_are_left_out_and_never_one_alone(children, kept):
    found = countable(dict(enumerate(children)))

    assert sorted(found.values()) == kept


@pytest.mark.django_db
def test_the_page_counts_every_school_and_no_small_number_of_children(
    client, two_schools, take_indicators, take_returns, take_placements
):
    take_indicators({}, {"code": "K02", "rated": "no", "target": "", "floor": ""})
    take_returns(("attended", 95), ("possible", 100))
    take_placements(
        *({"placement_ref": f"P{n}", "pupil_ref": f"C{n}"} for n in range(9)),
        *(
            {"placement_ref": f"Q{n}", "pupil_ref": f"D{n}", "school_urn": "900002"}
            for n in range(3)
        ),
    )
    client.force_login(UserFactory(role=Role.OFFICER))

    shown = client.get(reverse("kpis:rating_published"), {"period": "2024-Q4"})

    (row,) = shown.context_data["page"].rows
    assert (row.schools["green"], row.schools["not_rated"]) == (1, 1)
    assert set(row.children.values()) == {0}
    file = client.get(reverse("files:listing_csv", args=["kpi-published"]), {"period": "2024-Q4"})
    assert "K01,Attendance,1,0,0,1,0,0,0,0,0" in b"".join(file.streaming_content).decode()
