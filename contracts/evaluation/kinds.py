"""What rules and records of an evaluation both speak of: its checks, and how many do what."""

from __future__ import annotations

from django.db import models

OPENERS = 2
FEWEST, MOST = 2, 3  # evaluators of a question
SHORTEST_REASON = 10  # characters: what was not passed is told to the applicant with its reason


class FindingKind(models.TextChoices):
    """What is checked of an application, pass or fail, and when."""

    COMPLETENESS = "completeness", "Complete"
    EXCLUSION = "exclusion", "Exclusion grounds"
    SELECTION = "selection", "Selection questions"
    DEBARMENT = "debarment", "Debarment list"
    REGISTER = "register", "Status in GIAS"
    INSPECTION = "inspection", "Last inspection"
    ACCOUNTS = "accounts", "Accounts"
    INSURANCE = "insurance", "Insurance"

    @classmethod
    def before_scoring(cls) -> tuple[FindingKind, ...]:
        return cls.COMPLETENESS, cls.EXCLUSION, cls.SELECTION

    @classmethod
    def due_diligence(cls) -> tuple[FindingKind, ...]:
        return cls.DEBARMENT, cls.REGISTER, cls.INSPECTION, cls.ACCOUNTS, cls.INSURANCE

    @classmethod
    def that_exclude(cls) -> tuple[FindingKind, ...]:
        """Those that exclude the applicant where they are not passed (reg 57)."""
        return cls.EXCLUSION, cls.DEBARMENT

    @classmethod
    def that_end_it(cls) -> tuple[FindingKind, ...]:
        """Those that are an outcome by themselves where they are not passed.

        What is incomplete or not eligible is not scored; and whoever is in a situation of
        regulation 57 is excluded at any moment, scored or not.
        """
        return (*cls.before_scoring(), cls.DEBARMENT)
