"""Who may do what with a provider's record."""

from nmiss.accounts.models import User
from providers.models import Provider


def can_see_people(user: User, provider: Provider) -> bool:
    return True
