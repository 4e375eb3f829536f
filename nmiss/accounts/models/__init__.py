"""People, their roles, and the invitations by which they come in."""

from nmiss.accounts.models.invitation import Invitation, Spent
from nmiss.accounts.models.user import Role, User

__all__ = ["Invitation", "Role", "Spent", "User"]
