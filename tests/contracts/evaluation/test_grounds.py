"""The day of a ground for exclusion, as its text names it."""

import datetime

import pytest

from contracts.evaluation.grounds import date_in

ASKED = datetime.date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01",
        "1 March 2026",
        "It was on 1 March 2026. Self-cleaning: 2010-01-01 all was put right",
        "It was on 1 March 2026. Self-cleaning: since 1 May 2009 we train our people",
        "On 2026-03-01. Self-cleaning: 1 May 2009",
    ],
)
def test_the_day_is_the_first_that_stands_there(text):
    """Whatever an applicant writes after it moves no look-back."""
    assert date_in(text) == ASKED


@pytest.mark.parametrize("text", ["", "long ago", "2026-02-30", "31 June 2026. 2010-01-01", "٣"])
def test_what_is_no_day_is_none(text):
    assert date_in(text) is None
