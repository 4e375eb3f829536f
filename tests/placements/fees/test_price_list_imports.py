"""``import_price_lists``: lists come in whole, follow each other, and are never changed."""

import datetime
import itertools
import random

import pytest
from django.db import connection

from nmiss.base.importing.tables import Rejected
from placements.fees.models import PriceList

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture(autouse=True)
def _member(take_schools, take_members):
    take_schools()
    take_members()


@pytest.fixture
def refused(take_price_lists):
    def refuse(*rows):
        with pytest.raises(Rejected) as rejected:
            take_price_lists(*rows)
        return [(fault.line, fault.column, fault.remedy) for fault in rejected.value.faults]

    return refuse


def days():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return list(PriceList.objects.order_by("starts_on").values_list("starts_on", "ends_on"))


def test_a_list_comes_in_with_its_prices(take_price_lists):
    outcome = take_price_lists(
        {}, {"kind": "therapy_slt", "unit": "hour", "amount": "£80.50", "phase": "primary"}
    )

    assert (outcome.new, outcome.unchanged) == (1, 0)
    lines = PriceList.objects.get().lines.in_order()
    assert [(line.kind, line.phase, str(line.amount)) for line in lines] == [
        ("base_education", "", "60000.00"),
        ("therapy_slt", "primary", "80.50"),
    ]


def test_the_same_file_again_changes_nothing(take_price_lists):
    rows = {"ends_on": "2024-08-31"}, {"starts_on": "2024-09-01"}
    take_price_lists(*rows)

    assert take_price_lists(*rows).counts() == {
        **{"new": 0, "changed": 0, "unchanged": 2, "skipped": 0, "warnings": 0}
    }


def test_a_later_list_ends_the_one_before(take_price_lists):
    take_price_lists()
    outcome = take_price_lists({"starts_on": "2024-09-01"})

    assert outcome.new == 1
    assert days() == [(DAY(2023, 9, 1), DAY(2024, 8, 31)), (DAY(2024, 9, 1), None)]


def test_an_earlier_list_lasts_until_the_one_that_we_have(take_price_lists):
    take_price_lists()
    take_price_lists({"starts_on": "2022-09-01"})

    assert days() == [(DAY(2022, 9, 1), DAY(2023, 8, 31)), (DAY(2023, 9, 1), None)]


@pytest.mark.parametrize(
    ("ends_on", "word"), [("2024-08-30", "a gap"), ("2024-09-01", "an overlap")]
)
def test_a_gap_and_an_overlap_are_faults(refused, ends_on, word):
    faults = refused({"ends_on": ends_on}, {"starts_on": "2024-09-01"})

    assert faults[0][:2] == (2, "ends_on")
    assert word in faults[0][2]
    assert "2024-08-31" in faults[0][2]
    assert not PriceList.objects.exists()


def test_a_list_of_ours_is_not_changed(take_price_lists, refused):
    take_price_lists()

    assert "a list never changes" in refused({"amount": "61000"})[0][2]


def test_none_comes_between_two_of_ours(take_price_lists, refused):
    take_price_lists({}, {"starts_on": "2025-09-01"})

    assert "an overlap" in refused({"starts_on": "2024-09-01"})[0][2]


@pytest.mark.parametrize(
    ("rows", "column", "said"),
    [
        ([{}, {"amount": "1"}], "kind", "line 2 has a price for these children already"),
        ([{}, {"need": "ASD", "ends_on": "2024-08-31"}], "ends_on", "another last day"),
        ([{"lot": "9"}], "lot", "has no lot 9"),
        ([{"lot": ""}], "lot", "enter the number of the lot"),
        ([{"school_urn": "1"}], "school_urn", "no school has this URN"),
        ([{"school_urn": ""}], "school_urn", "enter the school's unique reference number"),
        ([{"phase": "infant"}], "phase", "enter one of"),
        ([{"amount": "-4"}], "amount", "pounds"),
        ([{"ends_on": "2023-08-31"}], "ends_on", "before the first"),
    ],
)
def test_each_fault_names_its_cell(refused, rows, column, said):
    faults = refused(*rows)

    assert any(where == column and said in words for _, where, words in faults), faults


@pytest.mark.parametrize("seed", range(12))
def test_no_gap_or_overlap_after_any_order_of_files(take_price_lists, seed):
    chance = random.Random(seed)
    years = sorted(chance.sample(range(2012, 2024), 6))
    begin = end = chance.randrange(6)
    while begin > 0 or end < 6:
        left = max(0, begin - chance.randint(0, 2))
        right = min(6, end + chance.randint(0, 2))
        batch = [*years[left:begin], *years[end:right]]
        begin, end = left, right
        chance.shuffle(batch)
        if batch:
            take_price_lists(*({"starts_on": f"{year}-09-01"} for year in batch))

    for (_, last), (first, _) in itertools.pairwise(days()):
        assert last == first - datetime.timedelta(1)
    assert days()[-1][1] is None
