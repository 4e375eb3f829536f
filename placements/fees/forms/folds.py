"""The prices of a long request, folded away school by school."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby
from typing import Any

from crispy_forms_gds.layout import HTML
from django.utils.html import format_html

from placements.fees.models import FeeLine

MOST_UNFOLDED = 10  # prices that a phone shows without a long way to the button
OPENS = (
    '<details class="govuk-details"{}><summary class="govuk-details__summary">'
    '<span class="govuk-details__summary-text">{}</span></summary>'
    '<div class="govuk-details__text">'
)
CLOSES = "</div></details>"


def by_school(
    lines: Sequence[FeeLine], boxes_of: Callable[[FeeLine], Iterable[Any]], errors: Collection[str]
) -> list[Any]:
    """The boxes of every line; where there are many, a part for each school.

    A part opens by itself where one of its boxes is to be corrected.
    """
    if len(lines) <= MOST_UNFOLDED:
        return [box for line in lines for box in boxes_of(line)]
    layout: list[Any] = []
    for school, grouped in groupby(lines, key=lambda line: line.placement.school):
        found = list(grouped)
        numbers = {str(line.pk) for line in found}
        is_wrong = any(name.rpartition("_")[2] in numbers for name in errors)
        count = f"{len(found)} price{'s' * (len(found) > 1)}"
        opens = format_html(OPENS, " open" if is_wrong else "", f"{school}: {count}")
        boxes = [box for line in found for box in boxes_of(line)]
        layout += [HTML(_literal(opens)), *boxes, HTML(CLOSES)]
    return layout


def _literal(html: str) -> str:
    """As it stands: a layout reads its HTML as a template, and a school may be called anything."""
    return html.replace("{", "&#123;")
