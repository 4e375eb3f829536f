"""Applications: drafts, their content and its seal, submission, receipts, clocks."""

from contracts.applications.models.application import Application
from contracts.applications.models.asking import Clarification, EvidenceRequest
from contracts.applications.models.conflict import ConflictDeclaration
from contracts.applications.models.content import (
    Evidence,
    Section,
    Submission,
    SubmittedContent,
    content_of,
    touched_since,
)
from contracts.applications.models.refused_file import RefusedFile, SentDocument
from contracts.applications.models.timing import EarlyEvaluation, Prolongation
from contracts.applications.status import Status

__all__ = [
    "Application",
    "Clarification",
    "ConflictDeclaration",
    "EarlyEvaluation",
    "Evidence",
    "EvidenceRequest",
    "Prolongation",
    "RefusedFile",
    "Section",
    "SentDocument",
    "Status",
    "Submission",
    "SubmittedContent",
    "content_of",
    "touched_since",
]
