"""Grounds for exclusion that an applicant declared: how long each counts, and the self-cleaning.

"Excluded … 5 years from the date of the conviction", 3 from the event (regs 57(11), 57(12)); a
ground that was put right need not exclude (self-cleaning, regs 57(13) to 57(17)).
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from contracts.applications.models import Application
from contracts.applications.questionnaire import EXCLUSION_QUESTIONS
from nmiss.base.core.days import years_after
from nmiss.base.core.models import LegalParameter

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
# Reg 57(8), by the keys of the questionnaire; all else is mandatory.
DISCRETIONARY = frozenset(
    [
        "unpaid_tax",
        "law",
        "insolvency",
        "misconduct",
        "competition",
        "conflict",
        "involvement",
        "performance",
        "misrepresentation",
        "influence",
    ]
)
# The two questions that lead to the grounds are answered, too, and are none.
_ASKED = frozenset(question.key for question in EXCLUSION_QUESTIONS)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WORDS = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")


@dataclass(frozen=True)
class DeclaredGround:
    """A ground as it was declared. ``until`` is the last day on which it may exclude."""

    question: str
    answer: str
    is_mandatory: bool
    on: datetime.date | None
    until: datetime.date | None
    source: str

    def counts_on(self, day: datetime.date) -> bool:
        """Whether the day is within the look-back; a ground without a date is taken to be."""
        return self.until is None or day <= self.until


def grounds(content: dict, application: Application) -> list[DeclaredGround]:
    """Every ground that was declared, with the end of its look-back."""
    answers = [
        (section, answer)
        for section in content.get("sections", [])
        if "exclusion" in section.get("key", "")
        for answer in section.get("answers", [])
        if answer.get("key") not in _ASKED
    ]
    received_on = application.received_at.date()
    limits = {
        is_mandatory: LegalParameter.objects.in_force(
            f"look_back_{'mandatory' if is_mandatory else 'discretionary'}",
            regime=application.vehicle.regime,
            on=received_on,
        )
        for is_mandatory in (True, False)
    }
    return [_ground(section, answer, limits) for section, answer in answers]


def _ground(
    section: dict, answer: dict, limits: dict[bool, LegalParameter | None]
) -> DeclaredGround:
    said = f"{section.get('key')} {answer.get('key')} {answer.get('question')}".lower()
    is_mandatory = "discretionary" not in said and answer.get("key") not in DISCRETIONARY
    on, limit = date_in(answer.get("answer", "")), limits[is_mandatory]
    until = years_after(on, limit.value) if on and limit else None
    return DeclaredGround(
        answer.get("question", ""),
        answer.get("answer", ""),
        is_mandatory,
        on,
        until,
        f"{limit.value} {limit.unit}: {limit.source}" if limit else "",
    )


def date_in(words: str) -> datetime.date | None:
    """The first day that a text names: 2024-03-01 or 1 March 2024."""
    named = [found for found in (_ISO.search(words), _WORDS.search(words)) if found]
    if not named:
        return None
    # What the applicant wrote of its own comes after the day that it was asked for.
    first = min(named, key=re.Match.start)
    if first.re is _ISO:
        year, month, day = (int(part) for part in first.groups())
    else:
        day, month, year = int(first[1]), MONTHS.index(first[2]) + 1, int(first[3])
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
