"""Where an admission agreement stands, and what a provider replies to an extension."""

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


@coloured(no_reply="yellow", accepted="green", declined="grey")
class Reply(models.TextChoices):
    """What a provider has replied to the letter about an extension."""

    WAITING = "no_reply", "No reply"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
