"""Situations from a decision to a membership."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.utils import timezone

from contracts.joining import releasing, signing
from contracts.models import (
    Assignment,
    ConflictDeclaration,
    Finding,
    LotOutcome,
    ModeratedScore,
    Score,
)
from nmiss.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened
from tests.factories.providers import SchoolFactory

REASON = "The answer says how staff are chosen and trained, and shows it by three examples."


def today(days=0):
    return timezone.localdate() + datetime.timedelta(days=days)


def moderated(application, scores):
    """Have two evaluators score each question, and agree these scores."""
    evaluators = [UserFactory(role=Role.OFFICER) for _ in range(2)]
    for evaluator in evaluators:
        ConflictDeclaration.declare(application, by=evaluator, has_conflict=False)
    for question in application.scheme.questions.in_order():
        for evaluator in evaluators:
            assignment = Assignment.objects.create(
                application=application, question=question, evaluator=evaluator
            )
            Score.objects.create(assignment=assignment, score=5, rationale=REASON * 2)
        ModeratedScore.objects.create(
            application=application,
            question=question,
            score=scores[question.number],
            reason=f"Agreed of {question.number}: {REASON}",
            chair=evaluators[0],
            present=[each.name for each in evaluators],
        )


def decided(*, schools=None, score=8, lot=2, scores=None, failed=None, evidence=(), **given):
    """An application that a manager has approved, held. ``lot`` is what it asked for."""
    schools = [SchoolFactory()] if schools is None else schools
    content = given.pop("content", None) or {
        "lots": [lot],
        "schools": [
            {"urn": school.urn, "name": school.name, "needs": ["ASD"], "places": 5}
            for school in schools
        ],
        "evidence": list(evidence),
    }
    application = opened(content, **given)
    officer, manager = UserFactory(role=Role.OFFICER), UserFactory(role=Role.MANAGER)
    result = "excluded" if failed else "not_admitted"
    if failed:
        Finding.objects.create(
            application=application, kind=failed, passed=False, reason=REASON, found_by=officer
        )
    else:
        numbers = [question.number for question in application.scheme.questions.in_order()]
        agreed = dict.fromkeys(numbers, score) | (scores or {})
        agreed = {number: Decimal(given) for number, given in agreed.items()}
        moderated(application, agreed)
        wanted = application.vehicle.lots.get(number=lot)
        judgement = application.scheme.judge(agreed, wanted)
        result = "admitted" if judgement.passes else "not_admitted"
    application.recommend(by=officer, result=result, recommendation="As scored.")
    if not failed:
        LotOutcome.objects.create(
            application=application,
            lot=wanted,
            total=Decimal(judgement.total.numerator) / judgement.total.denominator,
            total_minimum=judgement.total_minimum,
            short=list(judgement.short),
            passed=judgement.passes,
            awarded=judgement.passes,
        )
    application.approve(by=manager)
    return application


def offered(*, starts_on=None, by=None, **given):
    """An agreement that waits for the provider's signature."""
    application = decided(**given)
    releasing.release(
        application, by=by or UserFactory(role=Role.OFFICER), starts_on=starts_on or today(1)
    )
    return application.agreement


def signed(**given):
    """An agreement that waits for the council's signature."""
    agreement = offered(**given)
    owner = agreement.provider.owners().get().user
    agreement.sign(by=owner, name=owner.name, capacity="Proprietor")
    return agreement


def in_force(**given):
    """An agreement that both have signed; its schools are members from its first day."""
    agreement = signed(**given)
    officer = UserFactory(role=Role.OFFICER)
    signing.countersign(agreement, by=officer, name=officer.name, capacity="Head of commissioning")
    return agreement


def member(**given):
    """A membership that began today by an agreement that both have signed."""
    return in_force(starts_on=today(), **given).memberships.get()
