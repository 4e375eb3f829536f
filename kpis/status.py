"""Where a return stands."""

from __future__ import annotations

from django.db import models

from nmiss.base.core.statuses import coloured, colours

READY, LATE, SAME = "ready, not sent yet", "late", "same as last period"
NOTHING = "nothing to report"
colours({READY: "orange", LATE: "red", NOTHING: "grey", SAME: "grey"})


@coloured(
    to_do="grey",
    being_filled="light-blue",
    submitted="blue",
    queried="yellow",
    accepted="green",
    being_corrected="light-blue",
    excused="grey",
    not_asked="grey",
)
class ReturnStatus(models.TextChoices):
    """Where a return stands."""

    TO_DO = "to_do", "Not started"
    BEING_FILLED = "being_filled", "In progress"
    SUBMITTED = "submitted", "Submitted"
    QUERIED = "queried", "Queried"
    ACCEPTED = "accepted", "Accepted"
    BEING_CORRECTED = "being_corrected", "Being corrected"
    EXCUSED = "excused", "Excused"
    NOT_ASKED = "not_asked", "Not asked"

    @classmethod
    def outside(cls) -> list[ReturnStatus]:
        """Those of which nothing is asked: they are outside score and coverage."""
        return [cls.EXCUSED, cls.NOT_ASKED]

    @classmethod
    def with_school(cls) -> list[ReturnStatus]:
        """Those at which the school's people can work."""
        return [cls.TO_DO, cls.BEING_FILLED, cls.QUERIED, cls.BEING_CORRECTED]

    @classmethod
    def not_sent(cls) -> list[ReturnStatus]:
        """Those of which nothing was ever submitted, although it is asked."""
        return [cls.TO_DO, cls.BEING_FILLED]
