"""Applications of past rounds in the demo, decided in their time: how the DPS came to its members.

Schools that were admitted later than the first round are members by the register; their providers
applied in the round before. Others were excluded, fell below a line, or missed one minimum.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from contracts.applications import questionnaire as asks
from contracts.evaluation import deciding, reporting
from contracts.membership.releasing import tell_by_letter
from contracts.models import Application, Finding, FindingKind, Membership, Round, Vehicle
from nmiss.base.accounts.models import User
from nmiss.base.core.models import OutboxMessage
from nmiss.base.core.working_days import add_working_days
from nmiss.demo import dated
from nmiss.demo.answers import answer
from nmiss.demo.applicants import newcomers, owner_of
from nmiss.demo.applying import apply_on
from nmiss.demo.evaluating import Panel
from providers.models import Provider, School

Scores = tuple[int, int, int, int, int, int]
NUMBERS = range(11, 17)
DECIDED_BY = datetime.timedelta(days=35)  # after the closing: such a round is history
# Of those who are members since, by the lot that they came to.
ADMITTED: dict[int, tuple[Scores, ...]] = {
    1: ((6, 5, 6, 5, 7, 5), (5, 4, 5, 4, 6, 3), (4, 5, 5, 4, 4, 5)),
    2: ((6, 7, 6, 6, 6, 7), (8, 7, 8, 7, 7, 8)),
}
OWNERS = ("Alison Drewe", "Thomas Okafor", "Sian Pritchard", "Graham Tull", "Meera Nair")


@dataclass(frozen=True)
class Story:
    """What became of an application that did not come to a membership."""

    back: int  # which of the past rounds: 1 is the last
    lots: tuple[int, ...]
    scores: Scores
    words: str
    failed: FindingKind | None = None
    reason: str = ""
    given: dict[str, dict[str, Any]] = field(default_factory=dict)
    starts_on: datetime.date | None = None  # of the membership that it came to


STORIES = (
    Story(
        6,
        (2,),
        (7, 7, 6, 5, 7, 7),
        "The total is above the line of lot 2. Question 14 misses its minimum by one.",
    ),
    Story(6, (2,), (5, 6, 5, 4, 6, 5), "Below the line of lot 2, and lot 1 was not asked for."),
    Story(
        4,
        (1, 2),
        (6, 6, 6, 6, 6, 6),
        "A contract was ended for lasting faults, and nothing shows that they were put right.",
        FindingKind.EXCLUSION,
        "Another council ended a contract in March 2024 because reviews and attendance returns "
        "were missing for a year. The statement names no change since. Reg 57(8)(g) applies.",
        {
            asks.EXCLUSION: {
                "mandatory": ["none"],
                "discretionary": ["performance"],
                "performance_on": "2024-03-22",
                "performance_self_cleaning": "We parted on good terms and have moved on.",
            }
        },
    ),
    Story(4, (1,), (4, 3, 2, 4, 3, 4), "Question 13, on safeguarding, is below its minimum."),
    Story(
        3,
        (1,),
        (5, 5, 5, 5, 5, 5),
        "The cover for employers’ liability is half of what is asked.",
        FindingKind.SELECTION,
        "Employer’s liability cover is £5 million, £10 million is asked for, and the answer says "
        "that it will not be raised.",
        {"insurance": {"employers": "5000000", "raise": "no"}},
    ),
    Story(3, (2,), (7, 6, 7, 6, 5, 6), "Question 15 misses its minimum in lot 2 by one."),
    Story(1, (2,), (8, 8, 7, 7, 5, 7), "Question 15 misses its minimum in lot 2 by one."),
    Story(1, (1, 2), (3, 3, 2, 2, 3, 3), "Below the lines of both lots."),
)


def make_past(panel: Panel) -> None:
    """Have every application of the rounds that are history made, decided and told."""
    dps = Vehicle.objects.get(name=Vehicle.DPS)
    before = timezone.now() - DECIDED_BY
    over = [each for each in dps.rounds.closed().by_time() if each.closes_at < before]
    told = sorted([*_members(over), *_others(over)], key=lambda one: one[0].opens_at)
    written = list(OutboxMessage.objects.values_list("pk", flat=True))
    for turn, (round, provider, owner, schools, story) in enumerate(told):
        _tell_the_story(round, provider, owner, schools, story, panel=panel, turn=turn)
    OutboxMessage.objects.exclude(pk__in=written).delete()  # nobody is written to of it now


def _members(over: list[Round]) -> Iterator[tuple[Round, Provider, User, list[School], Story]]:
    """The applications from which memberships came that began after a round."""
    owners: dict[int, User] = {}
    rows = Membership.objects.filter(agreement=None).select_related("provider", "lot", "school")
    for turn, member in enumerate(rows.order_by("admitted_on", "lot__number", "pk")):
        rounds = [each for each in over if timezone.localdate(each.closes_at) < member.admitted_on]
        if not rounds:
            continue
        provider = member.provider
        if provider.pk not in owners:
            if len(owners) == len(OWNERS):  # in a larger county the others are known by register
                continue
            owners[provider.pk] = owner_of(provider, OWNERS[len(owners)])
        number = member.lot.number
        scores = ADMITTED[number][turn % len(ADMITTED[number])]
        words = f"It meets the thresholds of lot {number}, and nothing was found against it."
        story = Story(0, (number,), scores, words, starts_on=member.admitted_on)
        yield rounds[-1], provider, owners[provider.pk], [member.school], story


def _others(over: list[Round]) -> Iterator[tuple[Round, Provider, User, list[School], Story]]:
    told = [story for story in STORIES if story.back <= len(over)]
    for story, (provider, owner, schools) in zip(told, newcomers(), strict=False):
        yield over[-story.back], provider, owner, schools, story


def _tell_the_story(
    round: Round,
    provider: Provider,
    owner: User,
    schools: list[School],
    story: Story,
    *,
    panel: Panel,
    turn: int,
) -> None:
    """Received in the last days of the round; decided within ten working days of that."""
    closes_on = timezone.localdate(round.closes_at)
    received_on = closes_on - datetime.timedelta(days=turn % 4)
    hour = 11 if turn % 4 == 0 else 9 + turn % 8
    scores = dict(zip(NUMBERS, story.scores, strict=True))
    application = apply_on(
        provider,
        owner,
        story.lots,
        schools,
        received_at=dated.at(received_on, hour, 7 * turn % 60),
        round=round,
        quality={number: answer(number, score, turn=turn) for number, score in scores.items()},
        given=story.given,
    )
    opened_on = add_working_days(closes_on, 1)
    soonest = add_working_days(opened_on, 2)  # those who were admitted began soon after
    day = max(soonest, add_working_days(received_on, 7 + turn % 4)) if story.back else soonest
    course = dated.CourseOfApplication(opened_on, day)
    _decide(application, story, scores, panel=panel, turn=turn, course=course)
    _tell(application, by=panel.officers[0], starts_on=story.starts_on)


def _decide(
    application: Application,
    story: Story,
    scores: dict[int, int],
    *,
    panel: Panel,
    turn: int,
    course: dated.CourseOfApplication,
) -> None:
    if story.failed:
        panel.open(application, course=course)
        officer = panel.officers[0]
        with course.checking():
            Finding.make(application, story.failed, by=officer, passed=False, reason=story.reason)
        with course.recommending():
            seen = reporting.digest_of_report(application)
            deciding.recommend(application, by=officer, seen=seen, recommendation=story.words)
    else:
        panel.recommend(application, scores=scores, words=story.words, turn=turn, course=course)
    panel.decide(application, course=course)


def _tell(application: Application, *, by: User, starts_on: datetime.date | None) -> None:
    """As ``releasing.release`` does, on its day: nobody is written to of it now."""
    told_on = dated.told_on(application)
    with dated.moved_to(dated.at(told_on, 10, 30)):
        tell_by_letter(application, by=by, on=told_on, starts_on=starts_on)
