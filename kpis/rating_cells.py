"""Ratings as pages show them: a sign and a word, the value, and where it goes.

Written in Python as the tables of lists are: a template takes four times as long over the hundreds
of cells of a matrix.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from urllib.parse import quote, urlencode

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from kpis.direction import Direction
from kpis.models import Indicator
from kpis.periods import Period
from kpis.rating import Polarity, Rating, State
from kpis.reports.matrix import MatrixRow, RatedCell
from kpis.units import YES_IS_1, in_unit
from nmiss.base.core.addresses import address_of
from nmiss.base.core.templatetags.components import status_tag

WHOLE = 100  # per cent: nothing is more
SIGNS = {
    Rating.GREEN: "✓",
    Rating.AMBER: "!",
    Rating.RED: "✗",
    State.MONITORED: "•",
    State.NOT_SUBMITTED: "?",
    State.NOT_APPLICABLE: "–",
    State.TOO_FEW: "<",
    State.NOT_ASKED: "○",
    State.NOT_DUE: "…",
}
ARROWS = {Direction.IMPROVING: "▲", Direction.WORSENING: "▼", Direction.NO_CLEAR_TREND: "="}
SHORT = {
    State.MONITORED: "Monitored",
    State.NOT_SUBMITTED: "Not sent",
    State.NOT_APPLICABLE: "N/A",
    State.TOO_FEW: "Too few",
}


def in_words(value: Decimal | Fraction | None) -> str:
    """A value to two decimals, without noughts at its end."""
    if value is None:
        return ""
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP).normalize():,f}"


def target_of(indicator: Indicator) -> str:
    """The target in words, by the side on which values are good."""
    if indicator.target is None:
        return "None"
    words = in_unit(in_words(indicator.target), indicator.unit)
    is_at_the_end = (
        indicator.target <= 0
        if indicator.polarity == Polarity.LOW
        else indicator.unit == "%" and indicator.target >= WHOLE
    )
    if indicator.unit == YES_IS_1 or (is_at_the_end and indicator.polarity != Polarity.NEAR):
        return words
    if indicator.polarity == Polarity.NEAR:
        return f"Near {words}"
    return f"{words} or {'more' if indicator.polarity == Polarity.HIGH else 'less'}"


def sign_of(cell: RatedCell) -> str:
    return SIGNS[cell.result.rating or cell.result.state]


def address_of_cell(cell: RatedCell) -> str:
    """Where the inputs and the formula of a cell are."""
    page = reverse("kpis:rating_cell", args=[cell.school.urn, cell.indicator.code])
    return f"{page}?{urlencode({'period': cell.period.name})}" if cell.period else page


def cell_as_html(cell: RatedCell, address: str, *, of: str) -> SafeString:
    """A cell of a table; ``of`` says for screen readers what it is about."""
    key = cell.result.rating or cell.result.state
    word = SHORT.get(key, key.label)
    value = in_words(cell.result.value)
    value = f'<span class="nmiss-rated__value">{value}</span>' if value else ""
    arrow = ""
    if cell.direction:
        label = cell.direction.label
        arrow = (
            f' <span title="{label}"><span aria-hidden="true">{ARROWS[cell.direction]}</span>'
            f'<span class="govuk-visually-hidden">{label}</span></span>'
        )
    return mark_safe(
        f'<td class="govuk-table__cell nmiss-rated nmiss-rated--{key.value}">'
        f'<a class="govuk-link" href="{escape(address)}">'
        f'<span aria-hidden="true">{escape(SIGNS[key])}'
        f'</span> {word}<span class="govuk-visually-hidden">, {escape(of)}</span></a> '
        f"{value}{arrow}</td>"
    )


def cells_as_html(cells: Sequence[RatedCell]) -> SafeString:
    """The cells of one indicator over time."""
    found = (
        cell_as_html(cell, address_of_cell(cell), of=f"{cell.indicator.code}, {cell.period.name}")
        for cell in cells
    )
    return mark_safe("".join(found))


def matrix_as_html(
    rows: Sequence[MatrixRow], indicators: Sequence[Indicator], period: Period
) -> SafeString:
    """The body of the matrix. The first column stays where it is when the table scrolls."""
    own = urlencode({"period": period.name})
    codes = [(quote(each.code, safe=""), each.code) for each in indicators]
    found = []
    for row in rows:
        name, urn = str(row.school), row.school.urn
        page = address_of("kpis:rating_school", urn)
        cells = "".join(
            cell_as_html(cell, f"{page}{code}/?{own}", of=f"{shown}, {name}")
            for cell, (code, shown) in zip(row.cells, codes, strict=True)
        )
        score = f" {in_words(row.judged.shown)}" if row.judged.score is not None else ""
        found.append(
            '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header nmiss-sticky">'
            f'<a class="govuk-link" href="{page}?{own}">{escape(name)}</a></th>'
            f'<td class="govuk-table__cell">{status_tag(row.judged.word)}{score}</td>'
            '<td class="govuk-table__cell govuk-table__cell--numeric">'
            f"{row.children}</td>{cells}</tr>"
        )
    return mark_safe("".join(found))
