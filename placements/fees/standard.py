"""The standard offer: those who ask for so little that prices alone are enough are offered it.

"A standard offer for all under a price or percentage threshold, the full form above it". The window
has the threshold. One officer recommends the mandates of all of them at once, a manager approves
each, and then all of them are offered at once what they asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nmiss.base.accounts.models import Proposal, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.lifecycle import stop_if
from placements.fees import asking, negotiating, permissions, proposing
from placements.fees.models import FeeLine, FeeMandate, FeeRequest, FeeStatus
from placements.fees.sums import more_of

THE_REQUESTS = "This list"
NOUGHT = Decimal(0)
TO_DO, RECOMMENDED, APPROVED = "no mandate", "mandate recommended", "mandate approved"


@dataclass(frozen=True)
class StandardRequest:
    """A request on the standard route that nobody has answered, and how far its mandate goes."""

    request: FeeRequest
    lines: Sequence[FeeLine]
    mandate: FeeMandate | None
    is_recommended: bool

    @property
    def percent(self) -> Decimal:
        """The largest increase that is asked for: the ceiling that covers it."""
        own = [line.percent for line in self.lines if line.percent is not None]
        return max([*own, self.request.asked_percent or NOUGHT])

    @property
    def more_a_year(self) -> Decimal:
        return more_of(self.lines, None)

    @property
    def is_covered(self) -> bool:
        """Whether two people have approved what it asks for."""
        mandate = self.mandate
        rise = self.request.asked_percent or NOUGHT
        return (
            mandate is not None
            and self.more_a_year <= mandate.pounds_a_year
            and rise <= mandate.percent
        )

    @property
    def state(self) -> str:
        if self.is_covered:
            return APPROVED
        return RECOMMENDED if self.is_recommended else TO_DO


def standard_requests() -> list[StandardRequest]:
    """Those that were received and have had no offer yet, the earliest promise first."""
    received = (
        FeeRequest.objects.with_parties()
        .filter(status=FeeStatus.RECEIVED, offers=None)
        .prefetch_related("lines__placement", "mandates")
        .order_by("answer_due_on", "pk")
    )
    waiting = {
        proposal.data.request
        for proposal in Proposal.objects.waiting().filter(kind=proposing.MANDATE)
    }
    found = []
    for request in received:
        lines = list(request.lines.all())
        if asking.is_standard(request, lines):
            newest = max(request.mandates.all(), key=lambda each: each.pk, default=None)
            found.append(StandardRequest(request, lines, newest, request.pk in waiting))
    return found


def digest_of_list(requests: Sequence[StandardRequest]) -> str:
    """What tells one state of the list from another; what was certified stays as it is."""
    return digest_of(
        [
            (each.request.pk, each.state, each.mandate and each.mandate.pk, each.more_a_year)
            for each in requests
        ]
    )


@in_person
def recommend_all(*, by: User, seen: str, reason: str) -> int:
    """Recommend a mandate for each that has none: a manager approves each."""
    every = standard_requests()
    stop_if_changed(THE_REQUESTS, seen=seen, now=digest_of_list(every))
    todo = [each for each in every if each.state == TO_DO]
    stop_if(permissions.why_not_standard(todo, "to recommend"))
    for each in todo:
        request = _alone(each)
        proposing.recommend(
            request,
            by=by,
            seen=negotiating.digest_of_request(request, by),
            percent=each.percent,
            reason=reason,
        )
    return len(todo)


@in_person
def offer_all(*, by: User, seen: str, expires_on: datetime.date) -> int:
    """Offer each that a manager has approved what it asked for; all of them, or nobody."""
    every = standard_requests()
    stop_if_changed(THE_REQUESTS, seen=seen, now=digest_of_list(every))
    covered = [each for each in every if each.is_covered]
    stop_if(permissions.why_not_standard(covered, "to offer"))
    for each in covered:
        request = _alone(each)
        negotiating.offer(
            request,
            by=by,
            seen=negotiating.digest_of_request(request, by),
            percent=None,
            expires_on=expires_on,
        )
    return len(covered)


def _alone(found: StandardRequest) -> FeeRequest:
    """The request by itself: each is locked and answered as on its own page."""
    return FeeRequest.objects.with_parties().get(pk=found.request.pk)
