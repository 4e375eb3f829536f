"""Where an application stands."""

from __future__ import annotations

from django.db import models

from nmiss.base.core.statuses import coloured, colours

colours({"queued": "light-blue", "sealed": "purple"})


@coloured(
    draft="grey",
    received="blue",
    withdrawn="grey",
    evaluated="yellow",
    recommended="purple",
    approved="turquoise",
    told="green",
)
class Status(models.TextChoices):
    """Where an application stands."""

    DRAFT = "draft", "Draft"
    RECEIVED = "received", "Received"
    WITHDRAWN = "withdrawn", "Withdrawn"
    EVALUATED = "evaluated", "Being evaluated"
    RECOMMENDED = "recommended", "Recommended"
    APPROVED = "approved", "Decided, letter not sent"
    TOLD = "told", "Outcome letter sent"

    @classmethod
    def sealed(cls) -> frozenset[Status]:
        """Those whose content nobody on the council's side has opened."""
        return frozenset({cls.DRAFT, cls.RECEIVED, cls.WITHDRAWN})

    @classmethod
    def editable(cls) -> frozenset[Status]:
        """Those that the applicant may still change, replace or withdraw."""
        return frozenset({cls.DRAFT, cls.RECEIVED})

    @classmethod
    def in_hand(cls) -> frozenset[Status]:
        """Those that the council is to decide."""
        return frozenset({cls.RECEIVED, cls.EVALUATED, cls.RECOMMENDED, cls.APPROVED})

    @property
    def label_for_provider(self) -> str:
        """A recommendation, or a decision that is held, is not told before its time."""
        if self in (Status.RECOMMENDED, Status.APPROVED):
            return Status.EVALUATED.label
        return self.label
