"""A mandate takes two people: one recommends how far the council may go, a manager approves."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.two_people import KindOfProposal, register
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import stop_if_changed
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.templatetags.components import day, money
from placements.fees import permissions
from placements.fees.limits import limit_of
from placements.fees.models import FeeMandate, FeeRequest
from placements.fees.negotiating import THE_REQUEST, digest_of_request
from placements.fees.rises import rises_of
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
    request: FeeRequest, *, by: User, seen: str, percent: Decimal, reason: str, decision: str = ""
) -> Proposal:
    """Recommend a ceiling, instead of what the same person recommended before."""
    request.lock()
    stop_if(permissions.why_not_answer_request(by, request))
    stop_if_changed(THE_REQUEST, seen=seen, now=digest_of_request(request, by))
    pounds = more_of(list(request.lines.all()), percent)
    asked = {"percent": percent, "pounds": pounds, "decision": decision}
    stop_if(permissions.why_not_mandate(request, limit_of(request), **asked))
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
    """Read once for a proposal; who agrees locks it, and so reads it again."""
    if "fee_request" not in vars(proposal):
        found = FeeRequest.objects.with_parties()
        proposal.fee_request = found.get(pk=proposal.data.request)
    return proposal.fee_request


def _why_not(proposal: Proposal) -> str:
    ceiling: Ceiling = proposal.data
    request = _request_of(proposal)
    return permissions.why_not_mandate(
        request,
        limit_of(request),
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


def _shows(proposal: Proposal) -> list[tuple[str, str]]:
    """What the ceiling does to the prices of placements, and to the price lists."""
    request, ceiling = _request_of(proposal), proposal.data
    facts = [
        ("Request", f"{request.of_whom}, {request.get_scope_display().lower()}"),
        ("Prices of placements", f"Up to {money(ceiling.pounds_a_year)} more a year"),
        ("New prices from", day(request.effective_on)),
    ]
    if request.asked_percent is not None:
        facts.append(("Increase requested for price lists", f"{request.asked_percent} %"))
    if ceiling.decision:
        facts.append(("Executive decision", ceiling.decision))
    return facts + rises_of(request, ceiling.percent)


register(
    KindOfProposal(
        MANDATE,
        proposers=(Role.OFFICER, Role.MANAGER),
        agreers=(Role.MANAGER,),
        asks=_asks,
        agreed=_agreed,
        given=Ceiling,
        page=lambda proposal: reverse("placements:fee_request", args=[proposal.data.request]),
        why_not=_why_not,
        shows=_shows,
        warning="An offer for all prices and for the price lists stays within the percentage, and "
        "each offer within the annual cost.",
    )
)
