import datetime
import itertools
import re

import pytest
from django.template import engines

from nmiss.base.core.maps import Point, Points, Rings
from nmiss.base.core.pictures import (
    LETTERS,
    Bar,
    Bars,
    Cell,
    Dots,
    LimitLine,
    LineChart,
    Matrix,
    Span,
    Timeline,
)

DAY = datetime.date
LONG = "Speech, language and communication needs, and all that goes with them at school"
HALF = LineChart(
    [("Autumn", 90.0), ("Spring", None), ("Summer", 94.0)], [LimitLine("Target", 95.0)]
)
TERM = Timeline(
    [
        Span("Initial term", DAY(2021, 9, 1), DAY(2025, 8, 31)),
        Span("Option 1", DAY(2025, 9, 1), DAY(2026, 8, 31)),
    ],
    today=DAY(2026, 3, 1),
)
EVERY_KIND = {
    "bars": Bars([Bar(LONG, (3, 1), "3 + 1"), Bar("Other", (0, 0), "0 + 0")], ("A", "B")),
    "lines": HALF,
    "dots": Dots([("Primary", [1, 2, 9]), ("None yet", [])], own=4),
    "matrix": Matrix(["K1", "K2"], [("Cedar", [Cell("✓", "Met", "green"), Cell("–", "None")])]),
    "timeline": TERM,
    "points": Points([Point(600_000, 150_000, "Cedar", 9), Point(610_000, 140_000, "Elm", 1, 1)]),
    "rings": Rings((600_000, 140_000), [Point(610_000, 140_000, "Elm", 1, 1)]),
}
EMPTY = [
    Bars([]),
    LineChart([]),
    Dots([]),
    Matrix([], []),
    Timeline([], DAY(2026, 1, 1)),
    Points([]),
]
EMPTY.append(Rings((600_000, 140_000), []))


def drawn(picture, alt="What it shows"):
    template = engines["django"].from_string("{% picture picture alt %}")
    return template.render({"picture": picture, "alt": alt})


def percents(svg, attribute):
    return [float(found) for found in re.findall(rf'\b{attribute}="([\d.]+)%"', svg)]


@pytest.mark.parametrize("kind", EVERY_KIND)
class TestEachKind:
    def test_says_in_words_what_it_shows(self, kind):
        svg = drawn(EVERY_KIND[kind], 'Bars <of> "needs"')

        assert 'role="img" aria-label="Bars &lt;of&gt; &quot;needs&quot;"' in svg

    def test_needs_no_style_or_script_of_its_own(self, kind):
        assert not re.search(r"style=|<style|<script|\bon\w+=", drawn(EVERY_KIND[kind]))

    def test_stays_within_the_width_there_is(self, kind):
        svg = drawn(EVERY_KIND[kind])

        for attribute in ("x", "cx", "x1", "x2"):
            assert all(0 <= at <= 100 for at in percents(svg, attribute))


@pytest.mark.parametrize("picture", EMPTY, ids=lambda picture: picture.kind)
def test_a_picture_of_nothing_is_drawn_too(picture):
    assert "<svg" in drawn(picture)


def test_words_that_somebody_typed_are_words():
    picture = Bars([Bar("<script>alert(1)</script>", (1,), "1")])

    assert "<script>" not in drawn(picture)


class TestBars:
    def test_begin_at_nought_and_are_as_long_as_they_are(self):
        rows = list(Bars([Bar("A", (50, 25)), Bar("B", (30,))], ("x", "y")).rows())

        assert [(part.x, part.width) for part in rows[0][2]] == [
            ("0.00%", "66.67%"),
            ("66.67%", "33.33%"),
        ]
        assert [(part.x, part.width) for part in rows[1][2]] == [("0.00%", "40.00%")]

    def test_of_shares_fill_the_width(self):
        rows = Bars([Bar("A", (1, 3)), Bar("B", (500, 500))], share=True).rows()

        assert [[part.width for part in parts] for _, _, parts in rows] == [
            ["25.00%", "75.00%"],
            ["50.00%", "50.00%"],
        ]

    def test_have_words_that_a_phone_can_hold(self):
        (texts, below, _), (_, after, _) = Bars([Bar(LONG, (3,), "3"), Bar("B", (1,))]).rows()

        lines = {}
        for y, _, words in texts:
            lines[y] = lines.get(y, 0) + len(words)
        assert len(lines) == 3
        assert max(lines.values()) <= LETTERS
        assert max(lines) < below < after

    def test_put_how_much_on_a_line_of_its_own_where_the_name_is_long(self):
        ((texts, _, _),) = Bars([Bar("x" * LETTERS, (3,), "310 + 420")]).rows()

        assert [end for _, end, _ in texts] == ["start", "end"]
        assert texts[0][0] < texts[1][0]


class TestLines:
    def test_stop_at_what_is_missing(self):
        points = [("1", 1.0), ("2", 2.0), ("3", None), ("4", 4.0), ("5", 5.0)]

        assert len(LineChart(points).runs()) == 2
        assert len(LineChart(points).signs()) == 4

    def test_rise_upwards_and_show_limits_among_the_values(self):
        (_, first), (_, last) = HALF.signs()
        ((words, target, _),) = HALF.bounds()

        assert target < last < first
        assert words == "Target 95"
        assert target > 0
        assert first < HALF.plain

    @pytest.mark.parametrize("highest", [60.0, 400.0])
    def test_write_the_words_of_limits_that_lie_close_apart(self, highest):
        limits = [LimitLine("100%", 50.0), LimitLine("80%", 40.0), LimitLine("90%", 45.0)]

        found = LineChart([("1", 1.0), ("2", highest)], limits).bounds()

        heights = [words for *_, words in found]
        assert [words.split()[0] for words, *_ in found] == ["80%", "90%", "100%"]
        assert all(below - above >= 18 for below, above in itertools.pairwise(heights))
        assert heights[-1] >= 12

    def test_name_the_first_time_and_the_last_and_the_newest_value(self):
        assert [(end, name) for _, end, name in HALF.ticks()][::2] == [
            ("start", "Autumn"),
            ("end", "Summer"),
        ]
        assert HALF.newest()[0] == "94"

    def test_name_fewer_times_where_these_are_long(self):
        points = [(f"Autumn half term {n}", 1.0) for n in range(9)]

        assert len(LineChart(points).ticks()) == 2


class TestDots:
    def test_lie_by_their_value_with_the_median_marked(self):
        (_, _, words, dots, median, own), empty = EVERY_KIND["dots"].rows()

        assert words == "Primary: median 2"
        assert dots[1] == median
        assert float(dots[1][:-1]) < float(own[:-1]) < float(dots[2][:-1])
        assert empty[2:5] == ("None yet", [], "")


class TestMatrix:
    def test_has_a_square_with_sign_and_word_under_each_heading(self):
        svg = drawn(EVERY_KIND["matrix"])

        assert percents(svg, "width")[1:] == [50.0, 50.0]
        assert "<title>Met</title>" in svg
        assert ">✓</text>" in svg


class TestTimeline:
    def test_begins_one_where_the_other_ends(self):
        (_, _, _, x, width), (_, _, _, after, _) = TERM.rows()

        assert float(x[:-1]) + float(width[:-1]) == pytest.approx(float(after[:-1]), abs=0.1)

    def test_shows_today_and_the_years(self):
        assert float(TERM.now[:-1]) > 80
        assert [year for _, _, year in TERM.ticks()] == ["2022", "2024", "2026"]

    def test_goes_to_its_edge_where_no_last_day_is_known(self):
        open_end = Timeline(
            [Span("DPS", DAY(2025, 1, 1), None)], DAY(2025, 6, 1), ends=DAY(2025, 12, 31)
        )
        ((_, _, _, x, width),) = open_end.rows()

        assert (x, width) == ("6.00%", "88.00%")


class TestPoints:
    def test_lie_as_on_a_map_and_as_large_as_what_they_stand_for(self):
        (x, y, r, first), (east, south, small, second) = EVERY_KIND["points"].signs()

        assert (first.words, second.words) == ("Cedar", "Elm")
        assert x < east
        assert y < south
        assert r == pytest.approx(3 * small)


class TestRings:
    CENTRE = (600_000, 140_000)
    MILE = 1609.344

    def at(self, east, north, number):
        x, y = self.CENTRE
        return Point(round(x + east * self.MILE), round(y + north * self.MILE), "School", number)

    def test_draws_north_above_and_in_proportion(self):
        picture = Rings(self.CENTRE, [self.at(0, 20, 1), self.at(10, 0, 2)])

        (x2, y2, _), (x1, y1, _) = picture.signs()
        radius = {words: radius for radius, _, words in picture.circles()}

        assert (x1, round(50 - y1, 1)) == (50, round(radius["20 miles"], 1))
        assert (round(x2 - 50, 1), y2) == (round(radius["10 miles"], 1), 50)

    def test_the_first_is_drawn_last_so_that_it_is_on_top(self):
        picture = Rings(self.CENTRE, [self.at(1, 1, number) for number in (1, 2, 3)])

        assert [point.weight for _, _, point in picture.signs()] == [3, 2, 1]

    def test_leaves_out_and_counts_those_beyond(self):
        picture = Rings(self.CENTRE, [self.at(0, 22, 1), self.at(0, 24, 2)])

        assert [point.weight for _, _, point in picture.signs()] == [1]
        assert picture.beyond == 1

    def test_is_drawn_with_the_numbers_of_its_places(self):
        drawing = drawn(Rings(self.CENTRE, [self.at(3, 4, 7)]))

        assert ">7</text>" in drawing
        assert "10 miles" in drawing
