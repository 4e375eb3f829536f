"""Evaluation: opening, checks, assignments, scores, moderation, decisions, outcomes."""

from contracts.evaluation.kinds import FindingKind
from contracts.evaluation.models import application_walls  # noqa: F401 - puts them there
from contracts.evaluation.models.approval import Approval
from contracts.evaluation.models.assignment import Assignment
from contracts.evaluation.models.evaluation import Finding, Opening
from contracts.evaluation.models.moderation import ModeratedScore
from contracts.evaluation.models.outcome import LotOutcome, SealedReport
from contracts.evaluation.models.recommendation import (
    Recommendation,
    RecommendedResult,
    recommendation_of,
)
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
    "RecommendedResult",
    "Score",
    "SealedReport",
    "recommendation_of",
]
