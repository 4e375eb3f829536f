"""The status of an annual review, and its result."""

from __future__ import annotations

from django.db import models

from nmiss.base.core.statuses import coloured


@coloured(
    to_arrange="yellow",
    arranged="light-blue",
    reported="turquoise",
    amending="purple",
    completed="green",
    closed="grey",
)
class ReviewStatus(models.TextChoices):
    """Where a review stands: each waits for one step, until it is completed or closed."""

    TO_ARRANGE = "to_arrange", "Meeting to arrange"
    ARRANGED = "arranged", "Meeting arranged"
    REPORTED = "reported", "School has reported"
    AMENDING = "amending", "Plan being amended"
    COMPLETED = "completed", "Completed"
    CLOSED = "closed", "Closed"

    @classmethod
    def with_council(cls) -> list[ReviewStatus]:
        """Those whose next step is the council's."""
        return [cls.REPORTED, cls.AMENDING]

    @classmethod
    def ended(cls) -> list[ReviewStatus]:
        """Those in which nothing is left to do."""
        return [cls.COMPLETED, cls.CLOSED]

    @property
    def next_step(self) -> str:
        """What is to be done next."""
        return {
            self.TO_ARRANGE: "Arrange the meeting",
            self.ARRANGED: "Send the school’s report",
            self.REPORTED: "Decide on the plan",
            self.AMENDING: "Issue the final plan",
        }.get(self, "")


class ReviewOutcome(models.TextChoices):
    """What the school recommends, and what the council decides."""

    MAINTAIN = "maintain", "Keep the plan as it is"
    AMEND = "amend", "Amend the plan"
    CEASE = "cease", "End the plan"


class WhyReviewClosed(models.TextChoices):
    """Why a review is not completed."""

    MOVED = "moved", "The child moved to another authority"
    ENDED = "ended", "The plan has ended"
    MISTAKE = "mistake", "Opened by mistake"
