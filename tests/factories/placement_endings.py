"""A place that both sides agreed to, and its endings, by the ordinary verbs."""

from __future__ import annotations

from django.utils import timezone

from nmiss.base.accounts.models import Role
from placements.agreements.terms import expected_end
from placements.endings.ending import end_place
from tests.factories.accounts import UserFactory
from tests.factories.consultations import BASE
from tests.factories.placement_agreements import a_choice, an_agreement, in_force

WORDS = "The class closes."


def a_place(prices=(BASE,), **facts):
    """A place from today on, the officer who found it and the owner of its school."""
    officer = UserFactory(role=Role.PLACEMENTS)
    choice, owner = a_choice(by=officer, prices=prices)
    today = timezone.localdate()
    facts = {"starts_on": today, "ends_on": expected_end(choice.case.child, today)} | facts
    agreement = in_force(an_agreement(choice, by=officer, prices=prices, **facts), owner=owner)
    return agreement.placement, officer, owner


def an_ending(place, *, by, reason="notice_by_school", **facts):
    return end_place(place, by=by, reason=reason, **{"words": WORDS} | facts)
