"""A mandate takes two people: one recommends how far the council may go, a manager approves."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.two_people import Kind, register
from nmiss.base.core.acting import in_person
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.templatetags.components import money
from placements.fees import permissions
from placements.fees.models import FeeMandate, FeeRequest
from placements.fees.sums import more_of

MANDATE = "fee_mandate"


@dataclass(frozen=True)
class Ceiling:
    """How far the council may go for a request."""

    request: int
    percent: Decimal
    pounds_a_year: Decimal
    decision: str


@in_person
def recommend(
    request: FeeRequest, *, by: User, percent: Decimal, reason: str, decision: str = ""
) -> Proposal:
    """Recommend a ceiling, instead of what the same person recommended before."""
    request.lock()
    stop_if(permissions.why_not_answer_request(by, request))
    pounds = more_of(list(request.lines.all()), percent)
    stop_if(permissions.why_not_mandate(request, percent=percent, pounds=pounds, decision=decision))
    for each in Proposal.objects.of(MANDATE, request).waiting().filter(proposed_by=by):
        each.withdraw(by=by)
    return Proposal.propose(
        MANDATE,
        request,
        by=by,
        reason=reason,
        request=request.pk,
        percent=percent,
        pounds_a_year=pounds,
        decision=decision,
    )


def _agreed(proposal: Proposal, by: User) -> None:
    request = _request_of(proposal)
    request.lock()
    ceiling: Ceiling = proposal.data
    stop_if(proposal.type.why_not(proposal))
    made = FeeMandate.objects.create(
        request=request,
        percent=ceiling.percent,
        pounds_a_year=ceiling.pounds_a_year,
        decision=ceiling.decision,
        reason=proposal.reason,
        recommended_by=proposal.proposed_by,
        approved_by=by,
    )
    AuditEvent.record("approve_fee_mandate", request, by=by, pounds=made.pounds_a_year)


def _request_of(proposal: Proposal) -> FeeRequest:
    return FeeRequest.objects.with_parties().get(pk=proposal.data.request)


def _why_not(proposal: Proposal) -> str:
    ceiling: Ceiling = proposal.data
    return permissions.why_not_mandate(
        _request_of(proposal),
        percent=ceiling.percent,
        pounds=ceiling.pounds_a_year,
        decision=ceiling.decision,
    )


def _asks(proposal: Proposal) -> str:
    ceiling: Ceiling = proposal.data
    return (
        f"offer up to {ceiling.percent.normalize():f}% ({money(ceiling.pounds_a_year)} more a "
        f"year) on fee request F{ceiling.request:05}"
    )


register(
    Kind(
        MANDATE,
        proposers=(Role.OFFICER, Role.MANAGER),
        agreers=(Role.MANAGER,),
        asks=_asks,
        agreed=_agreed,
        given=Ceiling,
        page=lambda proposal: reverse("placements:fee_request", args=[proposal.data.request]),
        why_not=_why_not,
    )
)
