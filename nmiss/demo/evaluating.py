"""Applications of the demo on their way to a decision, each brought there by the verbs.

Every stage has one: waiting to be opened, half scored, ready to agree, recommended, approved.
"""

from __future__ import annotations

from decimal import Decimal

from contracts import assigning, deciding, sealing
from contracts.models import (
    Application,
    ConflictDeclaration,
    Finding,
    FindingKind,
    ModeratedScore,
    Opening,
    Score,
    Vehicle,
)
from contracts.submitting import submit
from nmiss.accounts.models import Role, User
from providers.models import Provider, ProviderRole

DOMAIN = "demo.example"
SUBJECTS = (
    "how children's progress is measured against their plans",
    "how behaviour is understood and crises are prevented",
    "how therapists and teachers plan the week together",
    "how families are kept informed and listened to",
    "how young people are prepared for adult life",
    "how the places offered represent value for the council",
)
RATIONALE = "The answer names who does what and when, and gives two examples with results."


def people(*, password: str) -> dict[str, User]:
    """A second officer and a second manager: it takes two to open, and another to approve."""
    wanted = {
        "officer2": (Role.OFFICER, "Demo second commissioning officer"),
        "manager2": (Role.MANAGER, "Demo second commissioning manager"),
    }
    return {
        name: User.objects.create_user(f"{name}@{DOMAIN}", password, name=called, role=role)
        for name, (role, called) in wanted.items()
    }


def evaluate(*, officers: list[User], manager: User, password: str, by: User) -> None:
    """Bring an application to each stage. Does nothing where the vehicle has no scheme yet."""
    vehicle = Vehicle.objects.filter(name=Vehicle.DPS).first()
    if vehicle is None or vehicle.scheme() is None:
        return
    stages = (open_it, half_score, score_it, recommend, approve, approve, approve)
    taken = Application.objects.values("provider")
    applicants = Provider.objects.exclude(pk__in=taken).filter(schools__isnull=False).distinct()
    for number, provider in enumerate(applicants.by_name()[: len(stages)], start=1):
        application = apply(vehicle, provider, password=password, number=number, by=by)
        application.evaluate_now(by=officers[0], reason="It would go red before the round closes.")
        stages[number - 1](application, officers=officers, manager=manager)


def apply(
    vehicle: Vehicle, provider: Provider, *, password: str, number: int, by: User
) -> Application:
    """An application with a small content, submitted by the provider's own person."""
    person = User.objects.create_user(
        f"applicant{number}@{DOMAIN}",
        password,
        name=f"Demo applicant {number}",
        role=Role.PROVIDER,
    )
    provider.take_on(person, role=ProviderRole.OWNER, by=by)
    with sealing.acting_for(person):
        application = Application.start(provider, vehicle, by=person)
        submit(application, by=person, content=_content(application))
    return application


def _content(application: Application) -> dict:
    questions = application.scheme.questions.in_order()
    return {
        "lots": [1, 2],
        "schools": [
            {"urn": school.urn, "name": school.name, "needs": ["ASD", "SEMH"], "places": 6}
            for school in application.provider.schools.order_by("urn")[:2]
        ],
        "sections": [
            {
                "key": "insurance",
                "title": "Insurance",
                "answers": [
                    {
                        "key": "employers",
                        "question": "Employer's liability",
                        "answer": "£10 million, renewed each April",
                        "answered_on": "2026-11-02",
                    }
                ],
            }
        ],
        "quality": {
            str(question.number): f"Our schools have worked for years on "
            f"{SUBJECTS[place % len(SUBJECTS)]}. Each term a leader reviews it with the staff, "
            "and governors read the result."
            for place, question in enumerate(questions)
        },
        "evidence": [],
    }


def open_it(application: Application, *, officers: list[User], manager: User) -> None:
    """Opened by the first of two."""
    ConflictDeclaration.declare(application, by=officers[0], has_conflict=False)
    Opening.add(application, by=officers[0])


def _check(application: Application, officers: list[User]) -> None:
    for officer in officers:
        ConflictDeclaration.declare(application, by=officer, has_conflict=False)
        Opening.add(application, by=officer)
    for kind in FindingKind.before_scoring():
        Finding.make(
            application,
            kind,
            by=officers[0],
            passed=True,
            reason="Read in full; nothing stands in the way.",
        )
    assigning.assign(assigning.plan([application], officers, each=2), by=officers[0])


def half_score(application: Application, *, officers: list[User], manager: User) -> None:
    """Scored by one of two."""
    _check(application, officers)
    _score(application, officers[:1])


def score_it(application: Application, *, officers: list[User], manager: User) -> None:
    """Scored by both, and ready to agree."""
    _check(application, officers)
    _score(application, officers)


def _score(application: Application, evaluators: list[User]) -> None:
    for place, person in enumerate(evaluators):
        own = application.assignments.of(person).select_related("question")
        for assignment in own.in_order():
            assignment.application = application
            score = Decimal(6 + (assignment.question.number + place) % 3)
            Score.give(assignment, by=person, score=score, rationale=RATIONALE)


def recommend(application: Application, *, officers: list[User], manager: User) -> None:
    """Agreed, found in order, and before the managers."""
    score_it(application, officers=officers, manager=manager)
    for question in application.scheme.questions.in_order():
        ModeratedScore.agree(
            application,
            question,
            by=officers[0],
            score=Decimal(7),
            reason="Both found the examples convincing, and agreed on how far they go.",
            present=[officer.name for officer in officers],
        )
    for kind in FindingKind.due_diligence():
        Finding.make(
            application, kind, by=officers[0], passed=True, reason="Looked up today; in order."
        )
    deciding.recommend(
        application,
        by=officers[0],
        recommendation="It meets the thresholds of both lots, and nothing was found against it.",
    )


def approve(application: Application, *, officers: list[User], manager: User) -> None:
    """Approved, and held until it is released."""
    recommend(application, officers=officers, manager=manager)
    ConflictDeclaration.declare(application, by=manager, has_conflict=False)
    deciding.approve(application, by=manager)
