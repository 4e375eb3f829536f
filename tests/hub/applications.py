"""For the access table: applications, as applicants see them."""

from contracts.applications import actions, asking, sealing
from contracts.applications import questionnaire as asks
from contracts.applications.drafts import Draft
from contracts.models import (
    Clarification,
    ConflictDeclaration,
    EarlyEvaluation,
    Opening,
    RefusedFile,
)
from nmiss.demo.applying import add_paper, apply_for
from tests.factories.contracts import EvaluationSchemeFactory, the_dps
from tests.factories.providers import SchoolFactory


def fill(people, provider):
    """Make what the addresses name; return the arguments of the addresses by name.

    ``draft`` was submitted and can still be replaced; ``opened`` is an earlier one.
    """
    vehicle, owner = the_dps(), people["owner"]
    vehicle.scheme() or EvaluationSchemeFactory(vehicle=vehicle)
    schools = [SchoolFactory(provider=provider, needs=["ASD"])]
    opened = apply_for(provider, owner, [1], schools)
    EarlyEvaluation.decide(opened, by=people["officer"], reason="It would go red in the queue.")
    for name in ("officer", "manager"):
        ConflictDeclaration.declare(opened, by=people[name], has_conflict=False)
        Opening.add(opened, by=people[name])
    opened.refresh_from_db()
    request = asking.ask_for_evidence(
        opened, by=people["officer"], question="The whole policy.", working_days=5
    )
    with sealing.acting_for(owner):
        draft = actions.begin(provider, vehicle, by=owner)
        actions.confirm_answers(draft, by=owner)
        submission = actions.send(draft, by=owner, seen=Draft.of(draft).digest)
        paper = add_paper(opened, asks.DOCUMENT_KINDS[-1], by=owner, request=request)
        evidence = draft.evidence.kept().first()
    RefusedFile.objects.create(
        provider=provider, application=draft, evidence=evidence, due_on="2100-01-04"
    )
    question = Clarification.ask(provider, vehicle, by=owner, question="May we?")
    return {
        "vehicle": vehicle.pk,
        "provider": provider.pk,
        "draft": draft.pk,
        "opened": opened.pk,
        "section": "insurance",
        "evidence": evidence.pk,
        "number": submission.number,
        "clarification": question.pk,
        "evidence_request": request.pk,
        # What was asked is asked of the one that is open.
        "contracts:evidence_request_answer": {"draft": opened.pk},
        "contracts:evidence_request_file": {"evidence": paper.pk},
    }
