"""Days typed in three boxes, and what is said of a part that cannot be read."""

import datetime

import pytest
from django import forms
from django.http import QueryDict

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukFilters, GovukForm
from nmiss.base.core.templatetags.components import error_summary

REAL = "Enter the first day as a real date, such as 1 April 2024"


class Sample(GovukForm):
    first = DayField(asked="the first day", label="First day")
    last = DayField(asked="the last day", label="Last day", required=False)


def boxes(*parts, name="first"):
    return {
        f"{name}_{part}": text for part, text in zip(("day", "month", "year"), parts, strict=True)
    }


@pytest.mark.parametrize(
    "data",
    [
        boxes("1", "4", "2024"),
        boxes(" 01 ", "04", "2024"),
        boxes("1", "April", "2024"),
        boxes("1", "apr", "2024"),
        boxes("01/04/2024", "", ""),
        {"first": "2024-04-01"},
        {"first": "1/4/2024"},
        {"first": "2024-04-01", **boxes("9", "9", "2029")},
    ],
)
def test_reads_a_day(data):
    form = Sample(data)

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"first": datetime.date(2024, 4, 1), "last": None}


@pytest.mark.parametrize(
    ("parts", "errors", "leads_to", "marked"),
    [
        (("", "", ""), ["Enter the first day"], "day", "day month year"),
        (
            ("1", "", "2024"),
            ["Enter the first day in full: the month is missing"],
            *("month", "month"),
        ),
        (
            ("", "4", ""),
            ["Enter the first day in full: the day and the year are missing"],
            *("day", "day year"),
        ),
        (("32", "4", "2024"), ["Enter the first day with a day from 1 to 31"], "day", "day"),
        (
            ("1", "ju", "24"),
            [
                "Enter the first day with a month from 1 to 12, or its name",
                "Enter the first day with a year of 4 digits, such as 2026",
            ],
            *("month", "month year"),
        ),
        (
            ("1", "ma", "2024"),
            ["Enter the first day with a month from 1 to 12, or its name"],
            *("month", "month"),
        ),
        (("31", "2", "2024"), [REAL], "day", "day month year"),
        (("١", "2", "2024"), ["Enter the first day with a day from 1 to 31"], "day", "day"),
        (("1", "4", "1989"), ["Enter a day from 1990 to 2099"], "day", "day month year"),
    ],
)
def test_says_which_part_is_wrong_leads_to_it_and_loses_nothing(parts, errors, leads_to, marked):
    form = Sample(boxes(*parts))

    assert form.errors["first"] == errors
    (address, words), *_ = error_summary(form)["errors"]
    assert (address, words) == (f"id_first_{leads_to}", errors[0])
    page = str(form["first"])
    for name, text in zip(("day", "month", "year"), parts, strict=True):
        box = page.split(f'name="first_{name}"')[0].rpartition("<input")[2]
        assert ("govuk-input--error" in box) is (name in marked.split()), name
        assert f'id="id_first_{name}" value="{text}"' in page


@pytest.mark.parametrize("whole", ["x", "2024-02-31", "31/02/2024", "1/4/24", "\x00"])
def test_refuses_what_is_no_day_in_one_piece(whole):
    assert Sample({"first": whole}).errors["first"] == [REAL]


def test_shows_a_day_in_its_boxes():
    for initial in (datetime.date(2024, 4, 1), "2024-04-01"):
        page = str(Sample(initial={"first": initial})["first"])
        assert [page.count(f'value="{text}"') for text in ("1", "4", "2024")] == [1, 1, 1]
        assert '<label class="govuk-label govuk-date-input__label" for="id_first_day">' in page


def test_a_filter_in_parts_is_said_in_words():
    class Filters(GovukFilters):
        first = DayField(asked="the first day", label="From", required=False)

    asked = Filters(QueryDict("first_day=1&first_month=4&first_year=2024"))

    assert asked.chosen() == [("first", "From", "1 April 2024")]


def test_a_hidden_day_is_one_input():
    class Hidden(GovukForm):
        first = DayField(asked="the first day", widget=forms.HiddenInput)

    form = Hidden(initial={"first": datetime.date(2024, 4, 1)})
    assert 'type="hidden" name="first" value="2024-04-01"' in str(form["first"])
    assert Hidden({"first": "2024-04-01"}).is_valid()
