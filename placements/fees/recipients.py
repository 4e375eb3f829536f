"""Who is written to of fees."""

from __future__ import annotations

from contracts.arrangements.recipients import of_commissioning
from nmiss.base.accounts.models import User
from placements.fees.models import FeeRequest
from providers.recipients import writers_of


def of_provider(request: FeeRequest) -> list[User]:
    """The owners and editors of the provider."""
    return writers_of(request.provider_id)


def of_council() -> list[User]:
    """Commissioning officers and managers."""
    return of_commissioning()
