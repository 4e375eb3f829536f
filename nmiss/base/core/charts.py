"""Pictures of figures: drawn on the server as SVG, without script or inline style.

What draws them is loaded with the first picture: it takes as much memory as all else of a process.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.cache import cache

if TYPE_CHECKING:
    import altair

# The council's green and a grey that stands apart from it without colour, too.
COLOURS = ["#0f4c4a", "#9fb4ac"]
WIDTH, BAR = 640, 22
WIDEST, LETTER, ROOM = 360, 8, 40  # pixels: the longest name, a letter of it, between two signs
KEPT_FOR = 7 * 24 * 3600
# Charts that are kept are drawn anew when this module changes, and so how they look.
DRAWN_AS = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


@dataclass(frozen=True)
class Bar:
    """One part of a bar: which bar, which series, how long."""

    name: str
    series: str
    length: float


def bars(parts: Sequence[Bar], *, unit: str, series: Sequence[str], share: bool = False) -> str:
    """Draw bars from zero, in the order given, as an address that ``img`` can show.

    ``series`` are at most two and stand in one bar. With ``share`` the bars are shares of one.
    What was drawn once is kept: to describe a chart takes longer than all else on a page.
    """
    asked = json.dumps([[vars(part) for part in parts], unit, list(series), share])
    digest = hashlib.sha256(f"{DRAWN_AS}{asked}".encode()).hexdigest()
    return cache.get_or_set(
        f"chart-{digest}", lambda: _draw(_described(parts, unit, series, share)), KEPT_FOR
    )


def _described(parts: Sequence[Bar], unit: str, series: Sequence[str], share: bool) -> dict:
    """The chart in Vega-Lite's words."""
    import altair

    stack = "normalize" if share else "zero"
    format_ = "%" if share else "d"
    names = list(dict.fromkeys(part.name for part in parts))
    lengths = Counter()
    for part in parts:
        lengths[part.name] += part.length
    # Of few things each has its number: halves between them would be rounded to the same ones.
    ticks = 8 if share else max(1, min(8, int(max(lengths.values(), default=1))))
    chart = (
        altair.Chart(altair.Data(values=[vars(part) for part in parts]))
        .mark_bar()
        .encode(
            y=altair.Y("name:N", sort=names, title=None, axis=_axis_of(names)),
            x=altair.X(
                "sum(length):Q",
                stack=stack,
                title=unit,
                axis=altair.Axis(format=format_, tickCount=ticks),
            ),
            color=altair.Color(
                "series:N",
                scale=altair.Scale(domain=list(series), range=COLOURS[: len(series)]),
                legend=altair.Legend(title=None, orient="top", columnPadding=ROOM)
                if len(series) > 1
                else None,
            ),
            order=altair.Order("series:N", sort="descending"),
        )
        .properties(width=WIDTH, height=altair.Step(BAR))
        .configure(font="Helvetica Neue, Arial, sans-serif")
        .configure_axis(labelFontSize=14, titleFontSize=14, titleFontWeight="normal")
        .configure_legend(labelFontSize=14)
        .configure_view(strokeOpacity=0)
    )
    return chart.to_dict()


def _axis_of(names: Sequence[str]) -> altair.Axis:
    """Room for the longest name in any font: where it is drawn ours may not be there to measure."""
    import altair

    longest = max(map(len, names), default=0)
    return altair.Axis(labelLimit=WIDEST, minExtent=min(WIDEST, LETTER * longest))


def _draw(specification: dict) -> str:
    import vl_convert

    svg = vl_convert.vegalite_to_svg(specification)
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
