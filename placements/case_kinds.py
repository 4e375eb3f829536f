"""What a case says in fixed words: why, how soon, day or residential, its status and its end."""

from __future__ import annotations

from django.db import models

from nmiss.base.core.statuses import coloured
from providers.models import Provision


class CaseKind(models.TextChoices):
    """Why the child needs a place now."""

    PHASE_TRANSFER = "phase_transfer", "Phase transfer"
    IN_YEAR = "in_year", "In-year"


class Urgency(models.TextChoices):
    """How soon the place is needed."""

    ROUTINE = "routine", "Routine"
    SOON = "soon", "Soon: the present place may end"
    URGENT = "urgent", "Urgent: the child is out of school"


class Stay(models.TextChoices):
    """Whether the child sleeps at the school."""

    DAY = "day", "Day"
    RESIDENTIAL = "residential", "Residential"

    @property
    def provisions(self) -> list[Provision]:
        """The provisions that are such a stay."""
        return [Provision.DAY] if self == Stay.DAY else Provision.residential()


@coloured(
    looking="yellow", consulting="light-blue", offer="turquoise", placed="green", closed="grey"
)
class CaseStatus(models.TextChoices):
    """Where a case stands, by its records."""

    LOOKING = "looking", "Looking"
    CONSULTING = "consulting", "Consulting"
    OFFER = "offer", "Offer received"
    PLACED = "placed", "Placed"
    CLOSED = "closed", "Closed"


class CloseReason(models.TextChoices):
    """Why a case was closed."""

    PLACED = "placed", "The child is placed"
    NOT_NEEDED = "not_needed", "A place is no longer needed"
    MOVED_AWAY = "moved_away", "The child moved away"
    MISTAKE = "mistake", "Opened by mistake"


class NamedType(models.TextChoices):
    """The type of school that a plan names where it names no school (2014 Act, s.40)."""

    MAINSTREAM = "mainstream", "Mainstream school"
    RESOURCED = "resourced", "Mainstream school with a resourced provision"
    SPECIAL = "special", "Special school"
    INDEPENDENT = "independent", "Independent special school"
    POST_16 = "post_16", "Mainstream post-16 institution"
    SPECIAL_POST_16 = "special_post_16", "Special post-16 institution"
