"""Membership: outcome letters, agreements and their signing, members and their assurance."""

from contracts.membership.models.agreement import Agreement, Side, Signature
from contracts.membership.models.assurance import (
    DebarmentCheck,
    Debarred,
    DeclarationRenewal,
    swept,
)
from contracts.membership.models.extension import ExtensionLetter, ExtensionQuestion
from contracts.membership.models.letter import LetterReading, OutcomeLetter
from contracts.membership.models.membership import Leaving, Membership
from contracts.membership.models.suspension import Suspension
from contracts.membership.models.takeover import (
    TAKEOVER,
    MembershipMapping,
    Onward,
    Takeover,
    TakeoverStatus,
)
from contracts.membership.status import AgreementStatus, Reply

__all__ = [
    "TAKEOVER",
    "Agreement",
    "AgreementStatus",
    "DebarmentCheck",
    "Debarred",
    "DeclarationRenewal",
    "ExtensionLetter",
    "ExtensionQuestion",
    "Leaving",
    "LetterReading",
    "Membership",
    "MembershipMapping",
    "Onward",
    "OutcomeLetter",
    "Reply",
    "Side",
    "Signature",
    "Suspension",
    "Takeover",
    "TakeoverStatus",
    "swept",
]
