"""The days of an annual review, counted by the numbers of the law."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from contracts.arrangements.law import LawBook
from nmiss.base.core.days import months_after

AHEAD = datetime.timedelta(days=366)  # no meeting is arranged for later
SEND = "send"
REVIEW, INVITE, REPORT, DECIDE, FINAL = (
    "annual_review",
    "review_invitation",
    "review_report",
    "review_decision",
    "review_final_plan",
)


@dataclass(frozen=True)
class ReviewDates:
    """By when each step of a review is done, counted from its meeting."""

    invite_by: datetime.date
    report_by: datetime.date
    decide_by: datetime.date
    final_by: datetime.date


def dates_of(meeting_on: datetime.date, law: LawBook | None = None) -> ReviewDates:
    """The days that follow from a meeting. Whoever asks for many has read the law before."""
    law = law or LawBook.read()

    def days(key: str) -> datetime.timedelta:
        return datetime.timedelta(days=_number(law, key, meeting_on))

    return ReviewDates(
        invite_by=meeting_on - days(INVITE),
        report_by=meeting_on + days(REPORT),
        decide_by=meeting_on + days(DECIDE),
        final_by=meeting_on + days(FINAL),
    )


def next_due(last_on: datetime.date) -> datetime.date:
    """By when the next review is held: so many months after the plan, or the review before."""
    return months_after(last_on, _number(LawBook.read(), REVIEW, last_on))


def _number(law: LawBook, key: str, on: datetime.date) -> int:
    return law.in_force(key, regime=SEND, on=on).value
