"""Factories of the purchasing system."""

from __future__ import annotations

import datetime
from decimal import Decimal

import factory
from django.db import connection
from django.utils import timezone

from contracts.applications import sealing
from contracts.applications.content import SCHEMA
from contracts.applications.submitting import submit
from contracts.models import (
    Application,
    ConflictDeclaration,
    Decision,
    EarlyEvaluation,
    EvaluationScheme,
    Notice,
    Opening,
    Question,
    Round,
    RoundStatus,
    Threshold,
    Vehicle,
    VehicleFigure,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.ownership import as_owner
from providers.models import ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory

NUMBERS = range(11, 17)


def the_dps(ends_on=None):
    """The DPS with its two lots, whose term is open, or ends as the test says."""
    vehicle = Vehicle.objects.filter(name=Vehicle.DPS, lots__number=2).first()
    if vehicle is None:
        began = {"starts_on": Vehicle.DPS_BEGAN}
        with as_owner(connection):  # nobody who applies may make an arrangement
            Vehicle.objects.get_or_create(name=Vehicle.DPS, defaults=began)
            vehicle = Vehicle.establish_dps()[1].vehicle
    if ends_on:
        vehicle.set_term(by=None, initial_ends_on=ends_on)
    return vehicle


def advertised(round):
    """A round, with the contract notice of its vehicle on record."""
    sent_on = datetime.date(2022, 1, 18)
    Notice.record(round.vehicle, by=None, kind="f02", sent_on=sent_on, reference="001313-2022")
    return round


def the_dps_of_the_report():
    """The DPS as it was let: to 31 August 2025, with three options of one year."""
    return Vehicle.establish_dps()[1].vehicle


def a_decision(vehicle, number="25/00007", decided_on=datetime.date(2025, 2, 14), **given):
    """A published decision about a vehicle."""
    facts = {"title": "Extension", "published_on": decided_on} | given
    return Decision.record(by=None, number=number, vehicle=vehicle, decided_on=decided_on, **facts)


def a_figure():
    """What the DPS had cost, and was bound to cost, as it was written down."""
    pounds = {"spent": 2, "committed": 2, "spent_call_off": 1, "committed_call_off": 1}
    day = datetime.date(2026, 11, 1)
    return VehicleFigure.note(the_dps(), as_at=day, until=day, **pounds)


def use_option(vehicle, number):
    """Have an option in effect, whose first day has been, by a past decision."""
    option = vehicle.options.get(number=number)
    year = option.starts_on.year
    decision = a_decision(vehicle, f"{year % 100}/{number:05}", datetime.date(year, 2, 14))
    option.take_over(decision, by=None)
    vehicle.refresh_from_db()


class EvaluationSchemeFactory(factory.django.DjangoModelFactory):
    """Kent's: six questions, 11 to 16, and the thresholds of two lots. In force unless
    published=False."""

    class Meta:
        model = EvaluationScheme
        exclude = ("published",)
        skip_postgeneration_save = True

    vehicle = factory.LazyFunction(the_dps)
    version = factory.LazyAttribute(lambda scheme: scheme.vehicle.schemes.count() + 1)

    @factory.post_generation
    def published(self, create, extracted, **kwargs):
        weights = dict(zip(NUMBERS, (20, 20, 15, 15, 15, 15), strict=True))
        questions = [
            Question.objects.create(
                scheme=self,
                number=number,
                section="Quality",
                title=f"Subject {number}",
                text=f"Tell us of subject {number}.",
                weight=weight,
            )
            for number, weight in weights.items()
        ]
        for lot, total, least in ((1, 30, 3), (2, 60, 6)):
            threshold = Threshold.objects.create(
                scheme=self, lot=self.vehicle.lots.get(number=lot), total_minimum=total
            )
            for question in questions:
                threshold.minimums.create(question=question, minimum=Decimal(least))
        if extracted is not False:
            self.publish(by=UserFactory(role=Role.MANAGER), seen=self.digest())


class RoundFactory(factory.django.DjangoModelFactory):
    """A round of the DPS that is open now; say closed=True or planned=True for another."""

    class Meta:
        model = Round

    class Params:
        closed = factory.Trait(
            closes_at=factory.LazyFunction(lambda: timezone.now() - datetime.timedelta(hours=1)),
            status=RoundStatus.CLOSED,
            closed_at=factory.LazyFunction(timezone.now),
        )
        planned = factory.Trait(
            opens_at=factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=50)),
            closes_at=factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=80)),
            status=RoundStatus.PLANNED,
            opened_at=None,
        )

    vehicle = factory.LazyFunction(the_dps)
    number = factory.Sequence(lambda number: number + 1)
    opens_at = factory.LazyFunction(lambda: timezone.now() - datetime.timedelta(days=20))
    closes_at = factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=20))
    status = RoundStatus.OPEN
    opened_at = factory.LazyFunction(timezone.now)


def _a_scheme(vehicle):
    """One that is there already, whoever the database believes us to be."""
    with as_owner(connection):
        return EvaluationSchemeFactory(vehicle=vehicle)


class ApplicationFactory(factory.django.DjangoModelFactory):
    """A draft of a provider with an owner; see ``received`` and ``opened`` below."""

    class Meta:
        model = Application

    vehicle = factory.LazyFunction(the_dps)
    scheme = factory.LazyAttribute(lambda draft: draft.vehicle.scheme() or _a_scheme(draft.vehicle))
    provider = factory.SubFactory(ProviderFactory)
    started_by = factory.LazyAttribute(
        lambda draft: ProviderMemberFactory(provider=draft.provider, role=ProviderRole.OWNER).user
    )

    @classmethod
    def _create(cls, model_class, *args, **fields):
        with acting_for(fields["started_by"]):
            return super()._create(model_class, *args, **fields)


def received(content=None, **given):
    """An application that was submitted, by the front door."""
    application = ApplicationFactory(**given)
    with sealing.acting_for(application.started_by):
        frozen = {"schema": SCHEMA} | (content or {"lots": [1]})
        submit(application, by=application.started_by, content=frozen)
    return application


def opened(content=None, officers=(), application=None, **given):
    """An application that two officers have opened, because one decided not to wait."""
    application = application or received(content, **given)
    officers = officers or [UserFactory(role=Role.OFFICER) for _ in range(2)]
    if not application.may_be_opened:
        EarlyEvaluation.decide(application, by=officers[0], reason="It would go red in the queue.")
    for officer in officers:
        ConflictDeclaration.declare(application, by=officer, has_conflict=False)
        Opening.add(application, by=officer)
    return application
