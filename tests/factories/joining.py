"""Situations from a decision to a membership."""

from __future__ import annotations

import datetime
import io
from collections import defaultdict
from decimal import Decimal

import pypdf
from django.utils import timezone

from contracts.evaluation import assigning
from contracts.membership import releasing, signing
from contracts.models import Finding, FindingKind, ModeratedScore
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened
from tests.factories.evaluating import an_evaluator, approve, clear, recommend, score_all
from tests.factories.providers import SchoolFactory

REASON = "The answer says how staff are chosen and trained, and shows it by three examples."


def today(days=0):
    return timezone.localdate() + datetime.timedelta(days=days)


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
    officer, manager = application.openings.first().officer, UserFactory(role=Role.MANAGER)
    if failed:
        Finding.make(application, failed, by=officer, passed=False, reason=REASON)
    else:
        _evaluate(application, officer, defaultdict(lambda: score, scores or {}))
    recommend(application, by=officer)
    clear(application, manager)
    approve(application, by=manager)
    return application


def _evaluate(application, officer, scores):
    """Find everything in order, have two evaluators score, and agree these scores."""
    for kind in FindingKind.before_scoring():
        Finding.make(application, kind, by=officer, passed=True, reason="We looked at it.")
    evaluators = [an_evaluator(application, role=Role.OFFICER) for _ in range(2)]
    assigning.assign(assigning.plan([application], evaluators, each=2), by=officer)
    score_all(application)
    for question in application.scheme.questions.in_order():
        ModeratedScore.agree(
            application,
            question,
            by=officer,
            score=Decimal(scores[question.number]),
            reason=f"Agreed of {question.number}: {REASON}",
            present=[each.name for each in evaluators],
        )
    for kind in FindingKind.due_diligence():
        Finding.make(application, kind, by=officer, passed=True, reason="All of it is in order.")


def release(application, *, by, starts_on):
    """Told by somebody who declared to have no conflict."""
    clear(application, by)
    releasing.release(application, by=by, starts_on=starts_on)


def offered(*, starts_on=None, by=None, **given):
    """An agreement that waits for the provider's signature."""
    application = decided(**given)
    release(application, by=by or UserFactory(role=Role.OFFICER), starts_on=starts_on or today(1))
    return application.agreements.get()


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


def words_of_pdf(content):
    """What stands on the pages of a letter, in lines joined by spaces."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
