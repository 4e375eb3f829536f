"""Exclusion grounds of regulation 57 of the Public Contracts Regulations 2015.

Mandatory ones look back five years from the conviction, discretionary ones three years from the
event; both numbers are dated parameters. "Self-cleaning" (57(13) to (17)) is heard on each.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from nmiss.base.core.days import years_after
from nmiss.base.core.models import LegalParameter

NONE_APPLIES = "none"


@dataclass(frozen=True)
class Ground:
    """A ground: its key in the answers, what it is, and whether it must exclude."""

    key: str
    words: str
    is_mandatory: bool

    @property
    def look_back(self) -> str:
        return "look_back_mandatory" if self.is_mandatory else "look_back_discretionary"


def _grounds(is_mandatory: bool, **words: str) -> tuple[Ground, ...]:
    return tuple(Ground(key, text, is_mandatory) for key, text in words.items())


# Reg 57(1) to (3).
MANDATORY = _grounds(
    True,
    conspiracy="Conspiracy, or taking part in a criminal organisation",
    corruption="Corruption",
    bribery="Bribery",
    fraud="Fraud, tax fraud and fraudulent trading among it",
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
    "its end, damages or the like",
    misrepresentation="Serious misrepresentation, or information withheld",
    influence="Undue influence, confidential or misleading information",
)
GROUNDS = {ground.key: ground for ground in (*MANDATORY, *DISCRETIONARY)}


def chosen_grounds(answers: dict) -> list[Ground]:
    """The grounds that were chosen, in the order of the regulation."""
    chosen = {*answers.get("mandatory", ()), *answers.get("discretionary", ())}
    return [ground for key, ground in GROUNDS.items() if key in chosen]


def counts_until(
    ground: Ground, event: datetime.date, *, regime: str, on: datetime.date
) -> datetime.date | None:
    """The last day on which the ground counts; None where the law sets no look-back."""
    years = LegalParameter.objects.in_force(ground.look_back, regime=regime, on=on)
    if years is None:
        return None
    return years_after(event, years.value)
