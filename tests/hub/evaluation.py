"""For the access table: applications, as evaluators see them."""

from contracts.applications import sealing
from contracts.applications.submitting import submit
from contracts.evaluation import assigning
from contracts.models import Application, ConflictDeclaration, EarlyEvaluation, Evidence, Opening
from nmiss.base.accounts.models import Role
from nmiss.base.files.models import StoredFile
from tests.factories.accounts import UserFactory
from tests.factories.contracts import EvaluationSchemeFactory, RoundFactory, the_dps
from tests.factories.evaluating import CONTENT


def fill(people, provider):
    """An application that is open; the officer declared no conflict and evaluates, the manager
    declared nothing."""
    vehicle, owner = the_dps(), people["owner"]
    vehicle.scheme() or EvaluationSchemeFactory(vehicle=vehicle)
    round = vehicle.rounds.first() or RoundFactory(vehicle=vehicle)
    with sealing.acting_for(owner):
        application = Application.start(provider, vehicle, by=owner)
        file = StoredFile.keep_made(
            b"%PDF-1.7", name="document.pdf", content_type="application/pdf", by=owner
        )
        evidence = Evidence.objects.create(
            application=application, kind="insurance", file=file, name="ours.pdf", added_by=owner
        )
        listed = {"id": evidence.pk, "kind": "insurance", "title": "Certificate"}
        listed |= {"name": "ours.pdf", "sha256": file.sha256, "size": 8, "expires_on": None}
        submit(application, by=owner, content=CONTENT | {"evidence": [listed]})
    officers = [people["officer"], UserFactory(role=Role.OFFICER)]
    EarlyEvaluation.decide(application, by=officers[0], reason="It would go red in the queue.")
    for officer in officers:
        ConflictDeclaration.declare(application, by=officer, has_conflict=False)
        Opening.add(application, by=officer)
    assigning.assign(assigning.plan([application], officers, each=2), by=officers[0])
    return {
        "application": application.pk,
        "round": round.pk,
        "evidence": evidence.pk,
        "question": 11,
        "kind": "completeness",
        "assignment": application.assignments.of(officers[0]).first().pk,
    }
