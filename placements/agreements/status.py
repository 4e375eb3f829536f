"""Where a placement agreement stands, and how its school bills."""

from __future__ import annotations

from django.db import models

from nmiss.base.core.statuses import coloured


@coloured(
    offered="purple",
    signed_by_provider="light-blue",
    in_force="green",
    superseded="grey",
    withdrawn="grey",
    declined="grey",
    voided="red",
)
class PlacementAgreementStatus(models.TextChoices):
    """Where a version stands."""

    OFFERED = "offered", "Offered"
    SIGNED = "signed_by_provider", "Signed by provider"
    IN_FORCE = "in_force", "In force"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"
    DECLINED = "declined", "Declined"
    VOIDED = "voided", "Voided"

    @classmethod
    def unsigned(cls) -> tuple[PlacementAgreementStatus, ...]:
        """Those that wait for a signature: one of a choice at most."""
        return cls.OFFERED, cls.SIGNED

    @classmethod
    def taken_back(cls) -> tuple[PlacementAgreementStatus, ...]:
        """Those that came to nothing, with the reason."""
        return cls.WITHDRAWN, cls.DECLINED, cls.VOIDED


class Billing(models.TextChoices):
    """How the school sends its invoices."""

    TERM = "term_in_advance", "Each term, in advance"
    MONTH = "month", "Each month"
    WEEK = "week_of_attendance", "For each week of attendance"
    DAYS = "days_of_the_year", "For the days of the financial year"


class SigningSide(models.TextChoices):
    """Who signs for whom."""

    PROVIDER = "provider", "For the provider"
    COUNCIL = "council", "For the council"
