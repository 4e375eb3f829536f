"""What follows from a takeover for placements, in its own transaction."""

from __future__ import annotations

from django.dispatch import receiver

from contracts.membership.signals import taken_over
from contracts.models import Takeover
from placements.takeovers import report


@receiver(taken_over)
def write_placements_down(sender: Takeover, **_: object) -> None:
    """Each where it is from the day on."""
    report.write_down(sender)
