"""Exclusion grounds of regulation 57 of the Public Contracts Regulations 2015.

Mandatory ones look back five years from the conviction, discretionary ones three years from the
event; both numbers are dated parameters. "Self-cleaning" (57(13) to (17)) is heard on each.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.utils import timezone

from nmiss.base.core.days import years_after
from nmiss.base.core.models import LegalParameter

if TYPE_CHECKING:
    from contracts.applications.models import Application

NONE_APPLIES = "none"


@dataclass(frozen=True)
class ExclusionGround:
    """A ground: its key in the answers, what it is, and whether it must exclude."""

    key: str
    words: str
    is_mandatory: bool


def _grounds(is_mandatory: bool, **words: str) -> tuple[ExclusionGround, ...]:
    return tuple(ExclusionGround(key, text, is_mandatory) for key, text in words.items())


# Reg 57(1) to (3).
MANDATORY = _grounds(
    True,
    conspiracy="Conspiracy, or taking part in a criminal organisation",
    corruption="Corruption",
    bribery="Bribery",
    fraud="Fraud, including tax fraud and fraudulent trading",
    terrorism="An offence linked with terrorism",
    encouraging="Encouraging or assisting an offence (Serious Crime Act 2007)",
    laundering="Money laundering",
    trafficking="Human trafficking or modern slavery",
    drugs="Handling the proceeds of drug trafficking",
    foreign="An equivalent offence under the law of another country",
    tax="Tax or social security not paid, by a final and binding decision",
)
# Reg 57(4) and (8).
DISCRETIONARY = _grounds(
    False,
    unpaid_tax="Tax or social security not paid, shown by other means",
    law="A breach of environmental, social or labour law",
    insolvency="Insolvency, winding-up or an arrangement with creditors",
    misconduct="Grave professional misconduct",
    competition="An agreement to distort competition",
    conflict="A conflict of interest that cannot be remedied",
    involvement="An earlier part in preparing the procurement that cannot be remedied",
    performance="Significant or persistent deficiencies in an earlier public contract that led to "
    "its end, damages or similar",
    misrepresentation="Serious misrepresentation, or information withheld",
    influence="Undue influence, confidential or misleading information",
)
GROUNDS = {ground.key: ground for ground in (*MANDATORY, *DISCRETIONARY)}


def chosen_grounds(answers: dict) -> list[ExclusionGround]:
    """The grounds that were chosen, in the order of the regulation."""
    chosen = {*answers.get("mandatory", ()), *answers.get("discretionary", ())}
    return [ground for key, ground in GROUNDS.items() if key in chosen]


@dataclass(frozen=True)
class LookBacks:
    """How long grounds count for an application: by the law of one day, for whoever reads it.

    That day is the day of its receipt in London; until it is received, today.
    """

    mandatory: LegalParameter | None
    discretionary: LegalParameter | None

    @classmethod
    def of(cls, application: Application) -> Self:
        received_on = timezone.localdate(application.received_at or timezone.now())
        regime = application.vehicle.regime
        limits = (
            LegalParameter.objects.in_force(f"look_back_{kind}", regime=regime, on=received_on)
            for kind in ("mandatory", "discretionary")
        )
        return cls(*limits)

    def until(self, ground: ExclusionGround, event: datetime.date | None) -> datetime.date | None:
        """The last day on which it counts; None where no day is given or no look-back is set."""
        limit = self._limit(ground)
        return years_after(event, limit.value) if event and limit else None

    def source(self, ground: ExclusionGround) -> str:
        limit = self._limit(ground)
        return f"{limit.value} {limit.unit}: {limit.source}" if limit else ""

    def _limit(self, ground: ExclusionGround) -> LegalParameter | None:
        return self.mandatory if ground.is_mandatory else self.discretionary
