"""The purchasing system: vehicles, rounds, applications, evaluation, agreements, memberships."""

from contracts.models.agreement import Agreement, AgreementStatus, Side, Signature
from contracts.models.application import Application
from contracts.models.asking import Clarification, EvidenceRequest
from contracts.models.assignment import Assignment
from contracts.models.assurance import DebarmentCheck, Debarred, DeclarationRenewal, swept
from contracts.models.content import Evidence, Section, Submission, SubmittedContent
from contracts.models.evaluation import (
    ConflictDeclaration,
    Finding,
    FindingKind,
    HasConflict,
    Opening,
)
from contracts.models.letter import OutcomeLetter
from contracts.models.membership import Leaving, Membership, Suspension
from contracts.models.moderation import ModeratedScore, able_to_agree, doubts, is_to_agree
from contracts.models.notice import Notice, NoticeKind, NoticeWaiver, VehicleDocument
from contracts.models.outcome import LotOutcome, Recommendation, SealedReport
from contracts.models.refused_file import RefusedFile, SentDocument
from contracts.models.round import Round, RoundStatus
from contracts.models.round_changes import RecoveryWindow, RoundExtension
from contracts.models.scheme import (
    EvaluationScheme,
    Judgement,
    Question,
    QuestionMinimum,
    Threshold,
)
from contracts.models.scoring import Score
from contracts.models.status import Result, Status
from contracts.models.vehicle import Lot, Regime, RoundMode, ValueBasis, Vehicle, VehicleKind
from contracts.models.watch import RoundWatch

__all__ = [
    "Agreement",
    "AgreementStatus",
    "Application",
    "Assignment",
    "Clarification",
    "ConflictDeclaration",
    "DebarmentCheck",
    "Debarred",
    "DeclarationRenewal",
    "EvaluationScheme",
    "Evidence",
    "EvidenceRequest",
    "Finding",
    "FindingKind",
    "HasConflict",
    "Judgement",
    "Leaving",
    "Lot",
    "LotOutcome",
    "Membership",
    "ModeratedScore",
    "Notice",
    "NoticeKind",
    "NoticeWaiver",
    "Opening",
    "OutcomeLetter",
    "Question",
    "QuestionMinimum",
    "Recommendation",
    "RecoveryWindow",
    "RefusedFile",
    "Regime",
    "Result",
    "Round",
    "RoundExtension",
    "RoundMode",
    "RoundStatus",
    "RoundWatch",
    "Score",
    "SealedReport",
    "Section",
    "SentDocument",
    "Side",
    "Signature",
    "Status",
    "Submission",
    "SubmittedContent",
    "Suspension",
    "Threshold",
    "ValueBasis",
    "Vehicle",
    "VehicleDocument",
    "VehicleKind",
    "able_to_agree",
    "doubts",
    "is_to_agree",
    "swept",
]
