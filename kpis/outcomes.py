"""Outcomes of the children's plans: by area, how far each child has come, and what that counts to.

An indicator that is answered child by child has a section for each child. These inputs are counted
from those sections, and nobody types them.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import TextChoices

from nmiss.base.core.statuses import coloured


class Area(TextChoices):
    """What an outcome is about: the four areas of need of the code of practice, and adulthood."""

    COMMUNICATION = "communication", "Communication and interaction"
    COGNITION = "cognition", "Cognition and learning"
    SOCIAL = "social", "Social, emotional and mental health"
    PHYSICAL = "physical", "Sensory and physical needs"
    ADULTHOOD = "adulthood", "Preparing for adulthood"


@coloured(met="green", on_track="blue", behind="yellow", not_reviewed="grey")
class OutcomeProgress(TextChoices):
    """How far a child has come in an area."""

    MET = "met", "Met"
    ON_TRACK = "on_track", "On track"
    BEHIND = "behind", "Behind"
    NOT_REVIEWED = "not_reviewed", "Not reviewed"


_COUNTED: dict[str, frozenset[str]] = {
    "outcomes_met": frozenset({OutcomeProgress.MET}),
    "outcomes_on_track": frozenset({OutcomeProgress.MET, OutcomeProgress.ON_TRACK}),
    "outcomes_behind": frozenset({OutcomeProgress.BEHIND}),
    "outcomes_reviewed": frozenset(
        {OutcomeProgress.MET, OutcomeProgress.ON_TRACK, OutcomeProgress.BEHIND}
    ),
    "outcomes_not_reviewed": frozenset({OutcomeProgress.NOT_REVIEWED}),
}
NAMES = frozenset(_COUNTED)
HOW = f"name one of {', '.join(_COUNTED)}: these are counted from the sections of the children"


def count(name: str, statuses: Iterable[str]) -> int:
    """How many outcomes of all children an input counts; one that is met is on track, too."""
    return sum(status in _COUNTED[name] for status in statuses)
