"""Indicators, the terms of the council, returns and their figures."""

from kpis.models.figure import Figure, ReturnSection
from kpis.models.indicator import AnsweredBy, Indicator
from kpis.models.indicator_set import Band, IndicatorSet
from kpis.models.kpi_return import KpiReturn, ReturnStatus
from kpis.models.return_rules import ReturnRules
from kpis.models.return_version import ReturnVersion
from kpis.models.term import Term

__all__ = [
    "AnsweredBy",
    "Band",
    "Figure",
    "Indicator",
    "IndicatorSet",
    "KpiReturn",
    "ReturnRules",
    "ReturnSection",
    "ReturnStatus",
    "ReturnVersion",
    "Term",
]
