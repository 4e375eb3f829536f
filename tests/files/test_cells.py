import datetime
from decimal import Decimal

import pytest

from nmiss.base.files.cells import safe


class TestSafe:
    @pytest.mark.parametrize(
        "text",
        [
            "=1+1",
            "+44 1303",
            "-1+1",
            "@SUM(A1)",
            "|cmd",
            "%0A",
            "\t=1",
            "\r=1",
            "\tplain",
            "\rplain",
            "\nplain",
            "  =1",
            "\u00a0=1",
            "\u3000=1",
            "\u200b=1",
            "\ufeff=1",
            "＝1+1",
            "＋1",
            "－1",
            "＠SUM",
            "｜cmd",
            "％1",
            "−1",
            "﹢1",
            " \t ＝1",
        ],
    )
    def test_marks_what_would_start_a_formula_as_text(self, text):
        assert safe(text) == f"'{text}"

    def test_looks_at_the_beginning_of_a_text_without_end(self):
        """To normalise all of it would take hours, and the test with it."""
        marks = "\u0315\u0300" * 500_000

        assert safe(f"a{marks}") == f"a{marks}"
        assert safe(f"＝{marks}") == f"'＝{marks}"

    @pytest.mark.parametrize(
        "text", ["Ash Grove", "a=b", "1-2", "St Mary's", "'quoted", "École", "(a)", ""]
    )
    def test_leaves_other_text(self, text):
        assert safe(text) == text

    @pytest.mark.parametrize("value", [-5, 0, Decimal("-1.50"), -2.5, datetime.date(2024, 1, 18)])
    def test_leaves_numbers_and_days_what_they_are(self, value):
        assert safe(value) is value

    def test_puts_instants_on_the_clock_of_london(self):
        summer = datetime.datetime(2024, 7, 1, 12, tzinfo=datetime.UTC)

        assert safe(summer) == datetime.datetime(2024, 7, 1, 13)

    def test_says_nothing_of_nothing(self):
        assert (safe(None), safe(True)) == ("", "yes")
