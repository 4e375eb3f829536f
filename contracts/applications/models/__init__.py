"""Applications: drafts, their content and its seal, submission, receipts, clocks."""

from contracts.applications.models.application import Application
from contracts.applications.models.asking import Clarification, EvidenceRequest
from contracts.applications.models.conflict import ConflictDeclaration, HasConflict
from contracts.applications.models.content import Evidence, Section, Submission, SubmittedContent
from contracts.applications.models.refused_file import RefusedFile, SentDocument
from contracts.applications.models.status import Result, Status

__all__ = [
    "Application",
    "Clarification",
    "ConflictDeclaration",
    "Evidence",
    "EvidenceRequest",
    "HasConflict",
    "RefusedFile",
    "Result",
    "Section",
    "SentDocument",
    "Status",
    "Submission",
    "SubmittedContent",
]
