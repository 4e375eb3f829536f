"""People, their roles, how they come in, and the record of it."""

from nmiss.base.accounts.models.attempts import Attempts, KnownSource
from nmiss.base.accounts.models.calendar_feed import CalendarFeed
from nmiss.base.accounts.models.deputy import Deputy
from nmiss.base.accounts.models.invitation import Invitation, Spent
from nmiss.base.accounts.models.known_session import KnownSession
from nmiss.base.accounts.models.proposal import Proposal, ProposalDecision
from nmiss.base.accounts.models.record_owner import RecordOwner
from nmiss.base.accounts.models.sign_in_event import Happened, SignInEvent
from nmiss.base.accounts.models.unsent_form import UnsentForm, UnsentText
from nmiss.base.accounts.models.user import Role, User

__all__ = [
    "Attempts",
    "CalendarFeed",
    "Deputy",
    "Happened",
    "Invitation",
    "KnownSession",
    "KnownSource",
    "Proposal",
    "ProposalDecision",
    "RecordOwner",
    "Role",
    "SignInEvent",
    "Spent",
    "UnsentForm",
    "UnsentText",
    "User",
]
