"""Where an admission agreement stands."""

from __future__ import annotations

from django.db import models

from nmiss.base.core.statuses import coloured


@coloured(
    offered="purple",
    signed_by_provider="light-blue",
    in_force="green",
    ended="grey",
    withdrawn="grey",
    declined="grey",
)
class AgreementStatus(models.TextChoices):
    """Where an agreement stands."""

    OFFERED = "offered", "Offered"
    SIGNED = "signed_by_provider", "Signed by provider"
    IN_FORCE = "in_force", "In force"
    ENDED = "ended", "Ended"
    WITHDRAWN = "withdrawn", "Withdrawn"
    DECLINED = "declined", "Declined"

    @classmethod
    def taken_back(cls) -> tuple[AgreementStatus, ...]:
        """Those of an offer that came to nothing: another may take its place."""
        return cls.WITHDRAWN, cls.DECLINED
