"""Shares as they are printed: those of the picture are those of the table, and add up or say so."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from nmiss.base.core.templatetags.components import note_on_rounding, rounding_note
from placements.reports.dps_status import DpsStatus, Window, _Counts, _row
from placements.reports.pictures import of_dps_status

TODAY = datetime.date(2026, 11, 23)
ROUNDED = "Percentages are rounded, so they do not add up to exactly 100%."


def status(dps, non_dps, total):
    """A report by the children in each row."""

    def counts(children):
        return _Counts(schools=1, out_of_area=0, placements=children, spend=Decimal(1), days=1)

    whole = counts(total)
    rows = [
        _row(name, counts(children), whole, days_of_year=365, as_at=TODAY)
        for name, children in (("dps", dps), ("non_dps", non_dps), ("total", total))
    ]
    return DpsStatus(Window(TODAY, TODAY, 2026), TODAY, *rows)


@pytest.mark.parametrize(
    ("dps", "non_dps", "total", "words", "notes"),
    [
        (1217, 801, 2001, "61% + 40%", ["17 children are in both rows, and once in the total"]),
        (121, 79, 200, "61% + 40%", [ROUNDED]),
        (60, 40, 100, "60% + 40%", []),
    ],
)
def test_the_picture_says_what_the_table_says(dps, non_dps, total, words, notes):
    report = status(dps, non_dps, total)

    assert of_dps_status(report).bars[1].words == words
    for note, expected in zip(report.notes, notes, strict=True):
        assert note.startswith(expected)


@pytest.mark.parametrize(
    ("shares", "note"),
    [
        (["33.33", "33.33", "33.33"], ROUNDED),
        (["14.50", "85.50"], ROUNDED),
        (["14.40", "85.60"], ""),
        (["100.00", "100.00"], ""),
        (["0.00", "0.00"], ""),
        ([], ""),
    ],
)
def test_shares_of_one_whole_say_where_they_do_not_add_up(shares, note):
    shares = [Decimal(each) for each in shares]

    assert rounding_note(shares) == note
    assert note_on_rounding([SimpleNamespace(percent=each) for each in shares]) == note
