"""What is asked between the council and applicants, and who is told of the answers."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from contracts.applications.models import Application, Clarification, EvidenceRequest, Status
from contracts.arrangements import signals
from contracts.arrangements.models import Vehicle
from nmiss.base.accounts.models import User
from nmiss.base.core.letterbox import tell
from providers.models import ProviderMember
from providers.recipients import people_of, writers_of


def concerned_by(vehicle: Vehicle) -> list[User]:
    """Who acts for those who apply to a vehicle, or have a school in it today."""
    applying = Application.objects.filter(
        vehicle=vehicle, status__in=[Status.DRAFT, *Status.in_hand()]
    )
    members = signals.answers(signals.members, vehicle, on=timezone.localdate())
    concerned = Q(provider__in=applying.values("provider")) | Q(provider__in=members)
    return people_of(ProviderMember.objects.filter(concerned))


@transaction.atomic
def answer_to_all(
    clarification: Clarification, *, by: User, published_question: str, answer: str
) -> None:
    """Publish an answer, and tell everybody whom it may concern."""
    clarification.publish_answer(by=by, published_question=published_question, answer=answer)
    people = concerned_by(clarification.vehicle)
    tell(people, "contracts/applications/question_answered", about=clarification)


@transaction.atomic
def ask_for_evidence(
    application: Application, *, by: User, question: str, working_days: int
) -> EvidenceRequest:
    """Ask an applicant for what is missing, and tell its owners and editors."""
    request = EvidenceRequest.ask(application, by=by, question=question, working_days=working_days)
    people = writers_of(application.provider_id)
    tell(people, "contracts/applications/evidence_asked", about=request)
    return request
