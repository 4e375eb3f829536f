"""Children, their identity, cases, places and prices, how schools are matched, who looked."""

import placements.agreements.models
import placements.agreements.pre_placement
import placements.endings.models
import placements.fees.models
import placements.reorganising.models
import placements.reviews.models
import placements.takeovers.models  # noqa: F401 - Django finds the records of rooms by these
from placements.blocks.models import BlockPurchase
from placements.budget.invoice_rules import InvoiceRules
from placements.budget.models import BudgetAmount, BudgetLine, DeficitYear, Payment
from placements.consultation_kinds import EndOfConsultation, ReplyKind
from placements.models.case import (
    Case,
    CaseKind,
    CaseNeed,
    CaseStatus,
    CloseReason,
    NamedType,
    Stay,
    Urgency,
)
from placements.models.charge import Charge
from placements.models.child import Child, ChildIdentity, ChildSex, Look
from placements.models.consultation import Consultation
from placements.models.consultation_link import ConsultationLink
from placements.models.consultation_opening import ConsultationOpening
from placements.models.consultation_pack import ConsultationPack, PackDocument, PaperKind
from placements.models.consultation_reply import ConsultationReply, OfferedPrice
from placements.models.earlier_school import EarlierSchool
from placements.models.match_weights import MatchWeights
from placements.models.other_reference import OtherReference
from placements.models.placement import EndReason, Placement, Provision, Route
from placements.models.price_line import Funder, PriceKind, PriceLine, PriceUnit
from placements.models.reply_document import ReplyDocument
from placements.models.school_choice import Directed, OffDpsReason, SchoolChoice
from placements.models.shortlist import Shortlist, ShortlistedSchool
from placements.models.tribunal_appeal import AppealOutcome, TribunalAppeal
from placements.models.usual_price import UsualPrice
from placements.savings.models import CostAvoidance

__all__ = [
    "AppealOutcome",
    "BlockPurchase",
    "BudgetAmount",
    "BudgetLine",
    "Case",
    "CaseKind",
    "CaseNeed",
    "CaseStatus",
    "Charge",
    "Child",
    "ChildIdentity",
    "ChildSex",
    "CloseReason",
    "Consultation",
    "ConsultationLink",
    "ConsultationOpening",
    "ConsultationPack",
    "ConsultationReply",
    "CostAvoidance",
    "DeficitYear",
    "Directed",
    "EarlierSchool",
    "EndOfConsultation",
    "EndReason",
    "Funder",
    "InvoiceRules",
    "Look",
    "MatchWeights",
    "NamedType",
    "OffDpsReason",
    "OfferedPrice",
    "OtherReference",
    "PackDocument",
    "PaperKind",
    "Payment",
    "Placement",
    "PriceKind",
    "PriceLine",
    "PriceUnit",
    "Provision",
    "ReplyDocument",
    "ReplyKind",
    "Route",
    "SchoolChoice",
    "Shortlist",
    "ShortlistedSchool",
    "Stay",
    "TribunalAppeal",
    "Urgency",
    "UsualPrice",
]
