"""Figures and values as people write them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django import template

from kpis import rating, units
from kpis.filling import label_of, plain
from kpis.models import Figure
from kpis.receipts import said_of

register = template.Library()


@register.filter
def figure_said(figure: Figure | None) -> str:
    """A figure in words."""
    return said_of(figure)


@register.filter
def plain_figure(value: Decimal | None) -> str:
    """A number without the zeros that the database adds."""
    return plain(value)


@register.filter
def in_unit(words: str, unit: str) -> str:
    return units.in_unit(words, unit)


@register.filter
def formula_said(formula: str) -> str:
    """A formula in words."""
    return units.formula_in_words(formula, label_of)


@register.filter
def input_said(name: str) -> str:
    """An input of a formula in words."""
    return label_of(name)


@register.filter
def shown(value: Fraction) -> str:
    """A value, to four decimals."""
    return f"{rating.shown(value).normalize():f}"
