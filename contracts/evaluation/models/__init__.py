"""Evaluation: opening, checks, assignments, scores, moderation, decisions, outcomes."""

from contracts.evaluation.models.assignment import Assignment
from contracts.evaluation.models.evaluation import Finding, FindingKind, Opening
from contracts.evaluation.models.moderation import (
    ModeratedScore,
    able_to_agree,
    doubts,
    is_to_agree,
)
from contracts.evaluation.models.outcome import LotOutcome, Recommendation, SealedReport
from contracts.evaluation.models.scoring import Score

__all__ = [
    "Assignment",
    "Finding",
    "FindingKind",
    "LotOutcome",
    "ModeratedScore",
    "Opening",
    "Recommendation",
    "Score",
    "SealedReport",
    "able_to_agree",
    "doubts",
    "is_to_agree",
]
