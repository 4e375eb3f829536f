"""Indicators, the terms of the council, returns and their figures, and what follows from them."""

from kpis.models.child_outcome import ChildOutcome
from kpis.models.concern import NoteKind, SchoolNote, Theme
from kpis.models.consequence import Consequence, ConsequenceKind, ConsequenceStatus
from kpis.models.consequence_rules import ConsequenceRules, PerformanceDuty
from kpis.models.figure import Figure, ReturnSection
from kpis.models.indicator import AnsweredBy, Indicator
from kpis.models.indicator_set import Band, IndicatorSet
from kpis.models.kpi_return import KpiReturn
from kpis.models.plan import ImprovementPlan, PlanAction, PlanReview
from kpis.models.plan_evidence import PlanEvidence
from kpis.models.rating_contest import RatingContest
from kpis.models.return_evidence import ReturnEvidence
from kpis.models.return_query import ReturnQuery
from kpis.models.return_rules import ReturnRules
from kpis.models.return_version import ReturnVersion
from kpis.models.return_workbook import ReturnWorkbook
from kpis.models.term import Term
from kpis.status import ReturnStatus

__all__ = [
    "AnsweredBy",
    "Band",
    "ChildOutcome",
    "Consequence",
    "ConsequenceKind",
    "ConsequenceRules",
    "ConsequenceStatus",
    "Figure",
    "ImprovementPlan",
    "Indicator",
    "IndicatorSet",
    "KpiReturn",
    "NoteKind",
    "PerformanceDuty",
    "PlanAction",
    "PlanEvidence",
    "PlanReview",
    "RatingContest",
    "ReturnEvidence",
    "ReturnQuery",
    "ReturnRules",
    "ReturnSection",
    "ReturnStatus",
    "ReturnVersion",
    "ReturnWorkbook",
    "SchoolNote",
    "Term",
    "Theme",
]
