"""Figures that come from a file for some types of school, which are then not asked for them.

"Who answers … may differ by type of school: attendance of non-maintained schools can come from a
file." Such a figure stands in the return as ours, with this source, whoever answers the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kpis.models import AnsweredBy, Indicator

SOURCE = "From a file that the council imported"


def is_filed(indicator: Indicator, kind: str) -> bool:
    """Whether the figures of a type of school come from a file."""
    return kind in indicator.filed_for


def is_asked(indicator: Indicator, kind: str) -> bool:
    """Whether schools of this type answer it."""
    return indicator.answered_by == AnsweredBy.SCHOOL and not is_filed(indicator, kind)


def inputs_filed(indicators: Iterable[Indicator], kind: str) -> frozenset[str]:
    """The inputs that come from a file for a type of school, and that nothing else asks of it."""
    every = list(indicators)
    filed = {name for each in every if is_filed(each, kind) for name in each.inputs}
    asked = {name for each in every if is_asked(each, kind) for name in each.inputs}
    return frozenset(filed - asked)


def is_from_file(value: Decimal | None, ours: Decimal | None, source: str) -> bool:
    """Whether the figure of a file stands for what nobody was asked."""
    return value is None and ours is not None and source == SOURCE
