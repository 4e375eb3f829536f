"""Pictures of figures, for those who would rather look than read: SVG in the page, by templates.

Each kind works out where its signs stand, in per cent of the width and in pixels of the height; its
template in ``components/pictures`` draws them. So a picture fills the width there is, its letters
keep their size, and it needs neither script nor style of its own. The figures stand in a table
beneath. Colours come with the page's styles, by the class of a sign.
"""

from __future__ import annotations

import datetime
import math
import statistics
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

LINE, BAR = 24, 18  # pixels: a line of text; a bar
ROW = LINE + BAR + 12
LETTERS = 38  # as many as 320 pixels have room for beside each other, in a wide font
APART = 18  # pixels from the foot of one line of small words to the next
ROOM = 6  # per cent at either end, so that a sign at the edge is whole
MOST_TICKS = 4


def plainly(value: float) -> str:
    """A figure as people write it: no nought after the point."""
    return f"{value:,.1f}".removesuffix(".0")


@dataclass(frozen=True)
class Bar:
    """One bar: its name, and the lengths of its parts in the order of the series."""

    name: str
    lengths: Sequence[float]
    words: str = ""


@dataclass(frozen=True)
class BarPart:
    """A part of a bar as it is drawn: from where, how long, of which series."""

    x: str
    width: str
    series: int


@dataclass(frozen=True)
class Bars:
    """Bars from zero, in the order given; with ``share`` each is divided into shares of one."""

    kind = "bars"
    bars: Sequence[Bar]
    series: Sequence[str] = ()
    share: bool = False

    @property
    def height(self) -> int:
        return sum(len(_lines(bar)) * LINE + ROW - LINE for bar in self.bars)

    def rows(self) -> Iterator[tuple[list[tuple[int, str, str]], int, list[BarPart]]]:
        """Each bar: its lines of words (height, end, words), and where its parts stand."""
        longest = max((sum(bar.lengths) for bar in self.bars), default=0)
        top = 0
        for bar in self.bars:
            lines = _lines(bar)
            whole = sum(bar.lengths) if self.share else longest
            parts, x = [], 0.0
            for series, length in enumerate(bar.lengths):
                width = 100 * length / whole if whole else 0.0
                parts.append(BarPart(_of_width(x), _of_width(width), series))
                x += width
            texts = [
                (top + number * LINE + LINE - 7, end, words)
                for number, line in enumerate(lines)
                for end, words in line
            ]
            yield texts, top + len(lines) * LINE, parts
            top += len(lines) * LINE + ROW - LINE


def _lines(bar: Bar) -> list[list[tuple[str, str]]]:
    """The words of a bar in lines that a phone can hold: the name, and at the right how much."""
    lines = [[("start", line)] for line in textwrap.wrap(bar.name, LETTERS)] or [[]]
    if not bar.words:
        return lines
    room = LETTERS - sum(len(words) for _, words in lines[-1])
    if len(bar.words) + 2 > room:
        lines.append([])
    lines[-1].append(("end", bar.words))
    return lines


@dataclass(frozen=True)
class LimitLine:
    """A value that others are held against: a target, a floor."""

    name: str
    value: float


@dataclass(frozen=True)
class LineChart:
    """Values over time, with limits. A value that is missing leaves a gap in the line."""

    kind = "lines"
    points: Sequence[tuple[str, float | None]]
    limits: Sequence[LimitLine] = ()
    say: Callable[[float], str] = plainly
    height: int = 240

    @property
    def _span(self) -> tuple[float, float]:
        known = [value for _, value in self.points if value is not None]
        every = [*known, *(limit.value for limit in self.limits)] or [0.0]
        low, high = min(every), max(every)
        room = (high - low or abs(high) or 1.0) / 8
        return low - room, high + room

    def _y(self, value: float) -> int:
        low, high = self._span
        return round((self.height - LINE) * (high - value) / (high - low))

    def _x(self, number: int) -> float:
        return _between(number, len(self.points) - 1)

    @property
    def plain(self) -> int:
        """The height of the part above the names of the times."""
        return self.height - LINE

    def runs(self) -> list[str]:
        """The lines between gaps, as corners in per cent of the width and in pixels."""
        corners: list[list[str]] = [[]]
        for number, (_, value) in enumerate(self.points):
            if value is None:
                corners.append([])
            else:
                corners[-1].append(f"{self._x(number):.2f},{self._y(value)}")
        return [" ".join(run) for run in corners if len(run) > 1]

    def signs(self) -> list[tuple[str, int]]:
        """Where each value stands."""
        return [
            (_of_width(self._x(number)), self._y(value))
            for number, (_, value) in enumerate(self.points)
            if value is not None
        ]

    def bounds(self) -> list[tuple[str, int, int]]:
        """Each limit in words, with its line and the line of its words above, none on another."""
        found: list[tuple[str, int, int]] = []
        for each in sorted(self.limits, key=lambda limit: limit.value):
            y = self._y(each.value)
            above = found[-1][2] - APART if found else y
            found.append((f"{each.name} {self.say(each.value)}", y, min(y - 6, above)))
        too_high = max(0, APART - min((words for *_, words in found), default=APART))
        return [(words, y, words_y + too_high) for words, y, words_y in found]

    def ticks(self) -> list[tuple[str, str, str]]:
        return _ticks([name for name, _ in self.points], self._x)

    def newest(self) -> tuple[str, int] | None:
        """The newest value in words, and its line."""
        for _, value in reversed(self.points):
            if value is not None:
                return self.say(value), self._y(value) - 10
        return None


@dataclass(frozen=True)
class Dots:
    """How values of a kind lie: a line for each group, its median marked, one's own apart.

    The ``medians`` of groups are given where not all of their values are drawn.
    """

    kind = "dots"
    groups: Sequence[tuple[str, Sequence[float]]]
    say: Callable[[float], str] = plainly
    own: float | None = None
    medians: Sequence[float | None] = ()

    @property
    def height(self) -> int:
        return ROW * len(self.groups)

    def rows(self) -> Iterator[tuple[int, int, str, list[str], str, str]]:
        """Each group: the lines of its name and its dots, the dots, and its median."""
        every = [value for _, values in self.groups for value in values]
        if self.own is not None:
            every.append(self.own)
        low, high = min(every, default=0.0), max(every, default=0.0)

        def x(value: float) -> str:
            return _of_width(_within((value - low) / (high - low) if high > low else 0.5))

        for number, (name, values) in enumerate(self.groups):
            middle = statistics.median(values) if values else None
            if self.medians:
                middle = self.medians[number]
            words = name if middle is None else f"{name}: median {self.say(middle)}"
            top = number * ROW
            at = x(middle) if middle is not None else ""
            own = x(self.own) if self.own is not None else ""
            yield top + LINE - 7, top + LINE + BAR // 2, words, [x(v) for v in values], at, own


@dataclass(frozen=True)
class Cell:
    """A square of a matrix: its sign, its word for those who cannot see it, its colour's class."""

    sign: str
    words: str
    rating: str = "plain"


@dataclass(frozen=True)
class Matrix:
    """Who stands how in what: a line of squares for each name, under short headings."""

    kind = "matrix"
    headings: Sequence[str]
    lines: Sequence[tuple[str, Sequence[Cell]]]

    @property
    def height(self) -> int:
        return LINE + ROW * len(self.lines)

    def columns(self) -> list[tuple[str, str]]:
        return [(_of_width(x + width / 2), name) for name, x, width in self._across(self.headings)]

    def rows(self) -> Iterator[tuple[int, int, str, list[tuple[str, str, str, Cell]]]]:
        """Each line: where its name and its squares stand, and the squares."""
        for number, (name, cells) in enumerate(self.lines):
            top = LINE + number * ROW
            squares = [
                (_of_width(x), _of_width(width), _of_width(x + width / 2), cell)
                for cell, x, width in self._across(cells)
            ]
            yield top + LINE - 7, top + LINE, name, squares

    def _across(self, things: Sequence) -> Iterator[tuple]:
        width = 100 / max(len(self.headings), 1)
        for number, thing in enumerate(things):
            yield thing, number * width, width


@dataclass(frozen=True)
class Span:
    """Something that lasts: from its first day to its last, both counted; None is still to come."""

    name: str
    first: datetime.date
    last: datetime.date | None
    series: int = 0


@dataclass(frozen=True)
class Timeline:
    """What lasts from when to when, and where we are."""

    kind = "timeline"
    spans: Sequence[Span]
    today: datetime.date
    ends: datetime.date | None = None  # the edge, where something has no last day
    by_months: bool = False  # of what lasts a few months
    series: Sequence[str] = ()

    @property
    def height(self) -> int:
        return LINE + ROW * len(self.spans)

    @property
    def _edges(self) -> tuple[datetime.date, datetime.date]:
        first = min([*(span.first for span in self.spans), self.today])
        known = [span.last for span in self.spans if span.last]
        last = max([*known, *(span.first for span in self.spans), self.today])
        return first, max(last, self.ends or last)

    def _x(self, day: datetime.date) -> float:
        first, last = self._edges
        return _within((day - first).days / max((last - first).days, 1))

    @property
    def now(self) -> str:
        return _of_width(self._x(self.today))

    def rows(self) -> Iterator[tuple[int, int, Span, str, str]]:
        """Each span: where its name and its bar stand, from where, and how long."""
        for number, span in enumerate(self.spans):
            x, end = self._x(span.first), self._x(span.last or self._edges[1])
            top = number * ROW
            width = _of_width(max(end - x, 0.5))
            yield top + LINE - 7, top + LINE, span, _of_width(x), width

    def ticks(self) -> list[tuple[str, str, str]]:
        """The first days of years, or of months, as many as stand side by side."""
        first, last = self._edges
        months = range(1, 13) if self.by_months else [1]
        days = [
            datetime.date(year, month, 1)
            for year in range(first.year, last.year + 1)
            for month in months
        ]
        days = [day for day in days if first < day <= last]
        step = math.ceil(len(days) / MOST_TICKS) or 1
        return [
            (_of_width(self._x(day)), "middle", f"{day:%b %Y}" if self.by_months else str(day.year))
            for day in days[::step]
        ]


def _of_width(share: float) -> str:
    return f"{share:.2f}%"


def _within(part: float) -> float:
    """A part of the width between both rooms, in per cent."""
    return ROOM + part * (100 - 2 * ROOM)


def _between(number: int, last: int) -> float:
    return _within(number / last if last > 0 else 0.5)


def _ticks(names: Sequence[str], x: Callable[[int], float]) -> list[tuple[str, str, str]]:
    """Some of the names, evenly, with the first and the last: where, by which end, and the name."""
    if not names:
        return []
    last = len(names) - 1
    count = max(2, min(MOST_TICKS, (LETTERS - 8) // (max(map(len, names)) + 2)))
    shown = sorted({round(last * part / (count - 1)) for part in range(count)})
    ends = {0: "start", last: "end"}
    return [(_of_width(x(each)), ends.get(each, "middle"), names[each]) for each in shown]
