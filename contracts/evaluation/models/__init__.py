"""Evaluation: opening, checks, assignments, scores, moderation, decisions, outcomes."""

from contracts.evaluation.models import application_walls  # noqa: F401 - puts them there
from contracts.evaluation.models.approval import Approval
from contracts.evaluation.models.assignment import Assignment
from contracts.evaluation.models.evaluation import Finding, FindingKind, Opening
from contracts.evaluation.models.moderation import (
    ModeratedScore,
    able_to_agree,
    doubts,
    is_to_agree,
)
from contracts.evaluation.models.outcome import LotOutcome, SealedReport
from contracts.evaluation.models.participation import not_met_by, took_part, was_evaluated_by
from contracts.evaluation.models.recommendation import Recommendation, Result, recommendation_of
from contracts.evaluation.models.scoring import Score

__all__ = [
    "Approval",
    "Assignment",
    "Finding",
    "FindingKind",
    "LotOutcome",
    "ModeratedScore",
    "Opening",
    "Recommendation",
    "Result",
    "Score",
    "SealedReport",
    "able_to_agree",
    "doubts",
    "is_to_agree",
    "not_met_by",
    "recommendation_of",
    "took_part",
    "was_evaluated_by",
]
