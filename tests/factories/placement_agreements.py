"""Placement agreements, as they come about by the ordinary verbs."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.utils import timezone

from contracts.models import Membership
from nmiss.base.accounts.models import Role
from placements import choosing
from placements.agreements import making, signing
from placements.agreements.pre_placement import PrePlacementCheck
from placements.agreements.terms import Terms, expected_end
from placements.models import OffDpsReason, SchoolChoice
from tests.factories.accounts import UserFactory
from tests.factories.consultations import BASE, a_consultation, a_reply, a_school_with_people
from tests.factories.contracts import the_dps

OFF_DPS = {
    "off_dps_reason": OffDpsReason.PLACE,
    "reason": "No school on the DPS has a place in time.",
}
SOON = datetime.date(2027, 1, 4)


def join(school, *, left_on=None, number=1):
    """Have it in a lot of the DPS."""
    lot = the_dps().lots.get(number=number)
    began = datetime.date(2022, 9, 1)
    return Membership.objects.create(
        school=school, lot=lot, provider=school.provider, admitted_on=began, left_on=left_on
    )


def a_choice(*, by, member=True, case=None, school=None, owner=None, prices=(BASE,), **given):
    """A school that offered a place, and was chosen; with its owner."""
    if school is None:
        school, owner = a_school_with_people()
    if member:
        join(school)
    consultation = a_consultation(by=by, school=school, case=case)
    a_reply(consultation, by=owner, prices=prices)
    seen = choosing.digest_of_offer(consultation)
    return choosing.choose(consultation, by=by, seen=seen, **given), owner


def terms_of(choice, **facts):
    """The terms that are usual for a child from 4 January 2027."""
    usual = {
        "school": choice.consultation.school,
        "provision": "day",
        "weeks": Decimal(38),
        "starts_on": SOON,
        "ends_on": expected_end(choice.case.child, SOON),
        "notice_weeks": 13,
        "first_notice_weeks": 6,
        "billing": "term_in_advance",
    }
    return Terms(**usual | facts)


def an_agreement(choice, *, by, prices=(BASE,), **facts):
    """A first version that is offered."""
    return making.make_agreement(choice, terms_of(choice, **facts), prices, by=by)


def signed(agreement, *, owner):
    """The same, signed by the provider."""
    agreement.sign(by=owner, name=owner.name, capacity="Proprietor")
    return agreement


def in_force(agreement, *, owner, by=None):
    """The same, signed by both."""
    by = by or UserFactory(role=Role.MANAGER)
    signing.countersign(signed(agreement, owner=owner), by=by, name=by.name, capacity="Manager")
    return agreement


def off_the_dps(*, by, owner=None, school=None):
    """A school off the DPS that was chosen, as a manager agreed; with its owner."""
    choice, owner = a_choice(by=by, member=False, school=school, owner=owner, **OFF_DPS)
    choice.agree(by=UserFactory(role=Role.MANAGER), seen=choice.digest)
    return SchoolChoice.objects.latest("pk"), owner


def checked(school, *, by, **facts):
    """A pre-placement check of a school, which it has passed unless said otherwise."""
    found = {
        "registration": "For 60 pupils from 5 to 16",
        "inspection": "Inspected 3 March 2026: standards met",
        "insured_until": datetime.date(2099, 8, 31),
        "policy_on": timezone.localdate() - datetime.timedelta(days=80),
        "visited_on": timezone.localdate() - datetime.timedelta(days=20),
        "visited_by": "Ada Lovelace",
        "notes": "",
        "is_passed": True,
    }
    return PrePlacementCheck.record(school, by=by, **found | facts)
