"""Arrangements: vehicles and lots, schemes, rounds and their calendar, notices, legal limits."""

from contracts.arrangements.kinds import Ground, Regime, RoundMode, ValueBasis, VehicleKind
from contracts.arrangements.models.appraisal import Appraisal, AppraisalFinding
from contracts.arrangements.models.approval_limit import ApprovalLimit, Matter
from contracts.arrangements.models.decision import (
    Classification,
    Correction,
    Decision,
    Delegation,
    NoticeUrgency,
)
from contracts.arrangements.models.figure import VehicleFigure
from contracts.arrangements.models.impact_assessment import (
    AssessmentKind,
    AssessmentState,
    ImpactAssessment,
)
from contracts.arrangements.models.judgement import Judgement
from contracts.arrangements.models.notice import Notice, NoticeKind, NoticeWaiver, VehicleDocument
from contracts.arrangements.models.option import ExtensionOption, OptionStatus
from contracts.arrangements.models.recovery_window import RecoveryWindow
from contracts.arrangements.models.round import Round, RoundStatus
from contracts.arrangements.models.scheme import EvaluationScheme, Question
from contracts.arrangements.models.starter_assumption import StarterAssumption
from contracts.arrangements.models.threshold import QuestionMinimum, Threshold
from contracts.arrangements.models.variation import Variation
from contracts.arrangements.models.vehicle import Lot, Vehicle
from contracts.arrangements.models.watch import RoundWatch

__all__ = [
    "Appraisal",
    "AppraisalFinding",
    "ApprovalLimit",
    "AssessmentKind",
    "AssessmentState",
    "Classification",
    "Correction",
    "Decision",
    "Delegation",
    "EvaluationScheme",
    "ExtensionOption",
    "Ground",
    "ImpactAssessment",
    "Judgement",
    "Lot",
    "Matter",
    "Notice",
    "NoticeKind",
    "NoticeUrgency",
    "NoticeWaiver",
    "OptionStatus",
    "Question",
    "QuestionMinimum",
    "RecoveryWindow",
    "Regime",
    "Round",
    "RoundMode",
    "RoundStatus",
    "RoundWatch",
    "StarterAssumption",
    "Threshold",
    "ValueBasis",
    "Variation",
    "Vehicle",
    "VehicleDocument",
    "VehicleFigure",
    "VehicleKind",
]
