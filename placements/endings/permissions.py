"""Who ends a place, and why not. ``why_not_…`` is one rule for the verb and its page."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.templatetags.components import day
from placements.agreements.permissions import owns_provider

if TYPE_CHECKING:
    from placements.endings.models import PlacementEnding
    from placements.models import Placement


def can_see_endings(user: User) -> bool:
    """Finance reads prices by place; why a place ends says something of the child."""
    return user.is_provider or (user.role in Role.with_cases() and user.role != Role.FINANCE)


def can_end_places(user: User) -> bool:
    """Placement officers record endings of every kind, and void those that were a mistake."""
    return user.role == Role.PLACEMENTS


def why_not_end(user: User, placement: Placement) -> str:
    """The council's placement officers, and the owners of the school's provider by notice."""
    if not can_end_places(user) and not owns_provider(user, placement.school.provider):
        return f"Only an owner of the provider of {placement.school} can give its notice."
    if placement.ended_on and placement.ended_on < timezone.localdate():
        return f"This placement ended on {day(placement.ended_on)}."
    return ""


def why_not_end_on(placement: Placement, last_on: datetime.date, reason: str) -> str:
    """A place can only end earlier; a later last day is another version of its agreement."""
    if last_on < placement.starts_on:
        return (
            f"The placement begins on {day(placement.starts_on)}, after that day. Enter that day "
            "or a later one."
        )
    ends, same = placement.ended_on, placement.end_reason == reason
    if ends and (last_on > ends or (last_on == ends and same)):
        return (
            f"The placement ends on {day(ends)} already, and would end on {day(last_on)} by this. "
            "To have it last longer, change its agreement."
        )
    return ""


def why_not_sooner(last_on: datetime.date, notice_until: datetime.date, reason: str | None) -> str:
    """Less notice than was agreed takes a reason: both sides have agreed to it."""
    if last_on >= notice_until or reason:
        return ""
    return (
        f"Notice lasts until {day(notice_until)}. Enter that day or a later one, or why both "
        "sides agree to an earlier one."
    )


def can_void_ending(user: User, ending: PlacementEnding) -> bool:
    """Placement officers, and of a notice by the school the owners of its provider."""
    is_theirs = ending.is_by_school and owns_provider(user, ending.placement.school.provider)
    return can_end_places(user) or is_theirs


def why_not_void_for_school(user: User, ending: PlacementEnding, *, school_asked: bool) -> str:
    """The council takes back a notice that the school gave here only where the school asked."""
    if user.is_provider or school_asked or not ending.was_given_here:
        return ""
    return "The school gave this notice. Void it only if the school withdrew its notice."


def why_not_void_ending(user: User, ending: PlacementEnding) -> str:
    """The newest of a place, as long as the child has no other place by then."""
    if not can_void_ending(user, ending):
        return "Placement officers void endings, and an owner withdraws the notice of the school."
    if ending.is_voided:
        return "This ending is voided already."
    place = ending.placement
    if user.is_provider and ending.last_on < timezone.localdate():
        return f"This placement ended on {day(ending.last_on)}. Ask the council to void the notice."
    if place.endings.that_stand().filter(pk__gt=ending.pk).exists():
        return "Another ending was recorded after this one. Void that one first."
    after = ending.last_on + datetime.timedelta(days=1)
    others = place.child.placements.exclude(pk=place.pk)
    other = others.touching(after, ending.before_on or datetime.date.max).first()
    if other:
        return (
            f"The child has placement {other} from {day(other.starts_on)}. Both places would share "
            "days."
        )
    return ""
