"""The purchasing system: vehicles, rounds, applications, evaluation, agreements, memberships."""

from contracts.models.agreement import Agreement, AgreementStatus, Side, Signature
from contracts.models.application import Application, LotOutcome, Result, Status
from contracts.models.assurance import DebarmentCheck, Debarred, DeclarationRenewal, swept
from contracts.models.content import Evidence, Section, Submission, SubmittedContent
from contracts.models.evaluation import (
    Assignment,
    ConflictDeclaration,
    Finding,
    FindingKind,
    HasConflict,
    ModeratedScore,
    Opening,
    Score,
)
from contracts.models.letter import OutcomeLetter
from contracts.models.membership import Leaving, Membership, Suspension
from contracts.models.round import Round, RoundStatus
from contracts.models.round_changes import RecoveryWindow, RoundExtension
from contracts.models.scheme import (
    EvaluationScheme,
    Judgement,
    Question,
    QuestionMinimum,
    Threshold,
)
from contracts.models.vehicle import Lot, Regime, RoundMode, ValueBasis, Vehicle, VehicleKind

__all__ = [
    "Agreement",
    "AgreementStatus",
    "Application",
    "Assignment",
    "ConflictDeclaration",
    "DebarmentCheck",
    "Debarred",
    "DeclarationRenewal",
    "EvaluationScheme",
    "Evidence",
    "Finding",
    "FindingKind",
    "HasConflict",
    "Judgement",
    "Leaving",
    "Lot",
    "LotOutcome",
    "Membership",
    "ModeratedScore",
    "Opening",
    "OutcomeLetter",
    "Question",
    "QuestionMinimum",
    "RecoveryWindow",
    "Regime",
    "Result",
    "Round",
    "RoundExtension",
    "RoundMode",
    "RoundStatus",
    "Score",
    "Section",
    "Side",
    "Signature",
    "Status",
    "Submission",
    "SubmittedContent",
    "Suspension",
    "Threshold",
    "ValueBasis",
    "Vehicle",
    "VehicleKind",
    "swept",
]
