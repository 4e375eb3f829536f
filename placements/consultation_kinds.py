"""What a school answers when it is consulted, and why a consultation ends."""

from __future__ import annotations

from django.db import models

from nmiss.base.core.statuses import coloured


@coloured(chosen="green", placed="green", not_needed="grey", withdrawn="grey")
class EndOfConsultation(models.TextChoices):
    """Why a consultation was closed, as the school is told."""

    CHOSEN = "chosen", "The council has chosen this school"
    PLACED = "placed", "The child is placed elsewhere"
    NOT_NEEDED = "not_needed", "A place is no longer needed"
    WITHDRAWN = "withdrawn", "The council withdrew the consultation"


@coloured(
    offer="turquoise",
    offer_with_conditions="blue",
    no_capacity="orange",
    cannot_meet_need="orange",
    unsuitable_peers="orange",
    withdrawn="grey",
)
class ReplyKind(models.TextChoices):
    """What a school answers."""

    OFFER = "offer", "Offer"
    OFFER_WITH_CONDITIONS = "offer_with_conditions", "Offer with conditions"
    NO_CAPACITY = "no_capacity", "No capacity"
    CANNOT_MEET_NEED = "cannot_meet_need", "Cannot meet need"
    UNSUITABLE_PEERS = "unsuitable_peers", "Unsuitable peers"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @classmethod
    def offers(cls) -> list[ReplyKind]:
        return [cls.OFFER, cls.OFFER_WITH_CONDITIONS]

    @classmethod
    def refusals(cls) -> list[ReplyKind]:
        """Those for which a school gives its evidence."""
        return [cls.NO_CAPACITY, cls.CANNOT_MEET_NEED, cls.UNSUITABLE_PEERS]
