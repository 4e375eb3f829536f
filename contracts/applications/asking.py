"""What is asked between the council and applicants, and who is told of the answers."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from contracts.applications import notices
from contracts.applications.models import Application, Clarification, EvidenceRequest, Status
from contracts.arrangements import signals
from contracts.arrangements.models import Vehicle
from nmiss.base.accounts.models import User
from providers.models import ProviderMember, ProviderRole


def people_of(vehicle: Vehicle) -> list[str]:
    """Where to write to who applies to a vehicle, or has a school in it today."""
    applying = Application.objects.filter(
        vehicle=vehicle, status__in=[Status.DRAFT, *Status.in_hand()]
    )
    members = signals.answers(signals.members, vehicle, on=timezone.localdate())
    people = ProviderMember.objects.filter(
        Q(provider__in=applying.values("provider")) | Q(provider__in=members),
        user__is_active=True,
    )
    return sorted(set(people.values_list("user__email", flat=True)))


@transaction.atomic
def answer_to_all(
    clarification: Clarification, *, by: User, published_question: str, answer: str
) -> None:
    """Publish an answer, and tell everybody whom it may concern."""
    clarification.publish_answer(by=by, published_question=published_question, answer=answer)
    notices.question_answered(clarification, people_of(clarification.vehicle))


@transaction.atomic
def ask_for_evidence(
    application: Application, *, by: User, question: str, working_days: int
) -> EvidenceRequest:
    """Ask an applicant for what is missing, and tell its owners and editors."""
    request = EvidenceRequest.ask(application, by=by, question=question, working_days=working_days)
    writers = [ProviderRole.OWNER, ProviderRole.EDITOR]
    people = application.provider.members.filter(role__in=writers, user__is_active=True)
    notices.evidence_asked(request, sorted(set(people.values_list("user__email", flat=True))))
    return request
