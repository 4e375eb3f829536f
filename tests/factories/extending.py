"""An option to extend, and what leads to its letters."""

from __future__ import annotations

import datetime
import itertools
from decimal import Decimal

from django.utils import timezone

from contracts.arrangements import extending
from contracts.models import (
    Appraisal,
    ApprovalLimit,
    ImpactAssessment,
    Membership,
    StarterAssumption,
    Variation,
    Vehicle,
)
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import a_decision
from tests.factories.providers import ProviderMemberFactory, SchoolFactory

DAY = datetime.timedelta(days=1)
TURNS = itertools.count(20_000)
LET_ON = datetime.date(2022, 9, 1)


def advice(**given):
    """What is noted with the notice to providers."""
    usual = {"notice_reference": "F20 000001-2026", "override": "Advice 7", "consent": ""}
    return usual | {"answer_by": timezone.localdate()} | given


def an_option(first_day=0, name="Another DPS"):
    """The first option of a vehicle whose initial term ends on the day before."""
    vehicle = Vehicle.establish(
        by=None,
        lots=1,
        name=name,
        kind="dps",
        established_on=LET_ON,
        starts_on=LET_ON,
        initial_ends_on=timezone.localdate() + (first_day - 1) * DAY,
        option_count=2,
        option_months=3,
    )
    return vehicle.options.get(number=1)


def prepared(option, officer, manager, number="25/00007", **given):
    """Proposed, decided and notified."""
    option.propose(by=officer, reason="Another year.")
    decision = a_decision(option.vehicle, number)
    extending.decide(option, by=manager, decision=decision)
    extending.notify(option, by=officer, **advice(**given))
    return option


def a_member(option, **given):
    """An owner whose school is a member from the first day of the vehicle."""
    owner = ProviderMemberFactory()
    school = SchoolFactory(provider=owner.provider)
    facts = {"school": school, "provider": owner.provider, "admitted_on": LET_ON} | given
    Membership.objects.create(lot=option.vehicle.lots.get(), **facts)
    return owner.user


def letters_sent(first_day=0, members=1, **given):
    """The option under notice, and the owners who were written to."""
    turn = next(TURNS)
    option = an_option(first_day, f"DPS {turn}")
    owners = [a_member(option) for _ in range(members)]
    officer, manager = UserFactory(role=Role.OFFICER), UserFactory(role=Role.MANAGER)
    return prepared(option, officer, manager, f"25/{turn:05}", **given), owners


def an_extension_letter():
    """One that waits for its reply."""
    option, _ = letters_sent(first_day=40)
    return option.letters.get()


def an_answered_letter():
    option, (owner,) = letters_sent(first_day=40)
    letter = option.letters.get()
    letter.accept(by=owner)
    return letter


def a_question_about_it():
    option, (owner,) = letters_sent(first_day=40)
    return option.letters.get().ask(by=owner, words="Do fees go up?")


def an_approval_limit(office="Director", up_to=1_000_000, by=None, **facts):
    """Valid from today."""
    return ApprovalLimit.enter(
        by=by or UserFactory(role=Role.MANAGER),
        office=office,
        up_to=up_to,
        valid_from=timezone.localdate(),
        **facts,
    )


def a_starter_assumption():
    """Of ten places a year."""
    vehicle = an_option(name=f"DPS {next(TURNS)}").vehicle
    given = {"starters": 10, "fee": 60_000, "reason": "The sufficiency plan"}
    return StarterAssumption.assume(vehicle, by=UserFactory(role=Role.OFFICER), **given)


def an_appraisal(option=None):
    """Of one way on, over one year."""
    year = {"first": "2027-09-01", "last": "2028-08-31", "cost": "1000.00"}
    way = {"key": "expire", "title": "Let it expire", "years": [year], "total": "1000.00"}
    way |= {"headroom": None, "schools_at_risk": 1, "children_at_risk": 2, "late": [], "legal": []}
    return Appraisal.prepare(
        (option or an_option(name=f"DPS {next(TURNS)}")).vehicle,
        by=UserFactory(role=Role.OFFICER),
        title="For the committee",
        as_at=timezone.localdate(),
        assumptions=[],
        figures={"ways": [way], "sources": []},
    )


def a_finding_on_an_appraisal():
    officer = UserFactory(role=Role.OFFICER)
    return an_appraisal().find(by=officer, way="expire", reason="It costs least.")


def a_variation(vehicle=None, *, by=None, **given):
    """On ground (b), for £400 of £1,000."""
    if vehicle is None:
        vehicle = an_option(name=f"DPS {next(TURNS)}").vehicle
        vehicle.describe(by=None, advertised_value=Decimal(1000), value_basis="total")
    usual = {"ground": "b", "description": "Transport is added.", "value": Decimal(400)}
    usual |= {"agreed_on": timezone.localdate(), "agreed_by": "Director, and the provider"}
    return Variation.record(vehicle, by=by or UserFactory(role=Role.OFFICER), **usual | given)


def an_assessment():
    """On equality, begun."""
    decision = a_decision(None, f"25/{next(TURNS):05}")
    given = {"state": "begun", "owner": "Head of service", "review_on": timezone.localdate()}
    return ImpactAssessment.keep(
        decision, "equality", by=UserFactory(role=Role.OFFICER), file=None, **given
    )
