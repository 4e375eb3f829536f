"""People, their roles, how they come in, and the record of it."""

from nmiss.accounts.models.attempts import Attempts, KnownSource
from nmiss.accounts.models.invitation import Invitation, Spent
from nmiss.accounts.models.known_session import KnownSession
from nmiss.accounts.models.proposal import Decision, Proposal
from nmiss.accounts.models.sign_in_event import Happened, SignInEvent
from nmiss.accounts.models.unsent_form import UnsentForm, UnsentText
from nmiss.accounts.models.user import Role, User

__all__ = [
    "Attempts",
    "Decision",
    "Happened",
    "Invitation",
    "KnownSession",
    "KnownSource",
    "Proposal",
    "Role",
    "SignInEvent",
    "Spent",
    "UnsentForm",
    "UnsentText",
    "User",
]
