"""Moving a child to another site of the same provider: its owner asks, the council approves.

Approving offers a version of the agreement that has the other site and the first day there, and
else the terms and prices of today. Both sides sign it, as any other version.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils import timezone

from nmiss.base.accounts.models import Proposal, User
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from placements.agreements import permissions
from placements.agreements.making import change_agreement, may_begin
from placements.agreements.models import PlacementAgreement
from placements.agreements.signing import terms_of
from placements.agreements.terms import Terms
from placements.models import PriceLine
from providers.models import School

SITE_MOVE = "site_move"
PARTS = ("kind", "unit", "quantity", "amount", "funder", "weeks")


@dataclass(frozen=True)
class MoveToSite:
    """Whose place, where it is and is to be, from which day, and what it costs a year."""

    agreement: int
    reference: str
    here: str
    site: int
    there: str
    starts_on: datetime.date
    cost_a_year: Decimal


def sites_for(agreement: PlacementAgreement) -> list[School]:
    """The other open sites of the provider."""
    if agreement.provider is None:
        return []
    sites = School.objects.filter(provider=agreement.provider).not_closed()
    return list(sites.exclude(pk=agreement.school_id).select_related("provider").by_name())


def ask_move(
    agreement: PlacementAgreement,
    site: School,
    starts_on: datetime.date,
    *,
    by: User,
    reason: str,
) -> Proposal:
    """Ask the council to let the child move; it decides."""
    stop_if(permissions.why_not_ask_move(by, agreement))
    _see_that_it_may_move(agreement, site, starts_on)
    lines = prices_on(agreement, starts_on)
    return Proposal.propose(
        SITE_MOVE,
        agreement,
        by=by,
        reason=reason,
        agreement=agreement.pk,
        reference=agreement.reference,
        here=str(agreement.school),
        site=site.pk,
        there=str(site),
        starts_on=starts_on,
        cost_a_year=round(sum(each.cost_a_year for each in lines), 2),
    )


def why_not_move(agreement: PlacementAgreement, site: School, starts_on: datetime.date) -> str:
    """Why the place cannot go on there from that day by the same terms; nothing where it can."""
    try:
        _see_that_it_may_move(agreement, site, starts_on)
    except NotAllowedNow as refusal:
        return str(refusal)
    return ""


def _see_that_it_may_move(
    agreement: PlacementAgreement, site: School, starts_on: datetime.date
) -> None:
    terms = _terms(agreement, site, starts_on)
    stop_if(permissions.why_not_change_agreement(agreement))
    stop_if(permissions.why_not_make_agreement(agreement.choice, site))
    stop_if(permissions.why_not_last_until(agreement.placement, terms.ends_on))
    _see_that_it_may_then(agreement, starts_on)
    may_begin(agreement.choice, terms)


def carry_out(proposal: Proposal, *, by: User) -> PlacementAgreement:
    """Offer the version by which the child moves; ``change_agreement`` asks the rest again."""
    given: MoveToSite = proposal.data
    agreement, site = agreement_of(proposal), School.objects.get(pk=given.site)
    _see_that_it_may_then(agreement, given.starts_on)
    prices = [_parts_of(each) for each in prices_on(agreement, given.starts_on)]
    return change_agreement(agreement, _terms(agreement, site, given.starts_on), prices, by=by)


def agreement_of(proposal: Proposal) -> PlacementAgreement:
    return PlacementAgreement.objects.with_facts().get(pk=proposal.data.agreement)


def prices_on(agreement: PlacementAgreement, day: datetime.date) -> list[PriceLine]:
    """What the place costs on a day, line by line."""
    return list(agreement.placement.price_lines.that_count().on(day).order_by("pk"))


def _see_that_it_may_then(agreement: PlacementAgreement, starts_on: datetime.date) -> None:
    """What is asked of a move, and of no other change."""
    today = timezone.localdate()
    stop_if(permissions.why_not_move_then(agreement, starts_on, today=today))
    stop_if(permissions.why_not_keep_prices(_later_price(agreement, starts_on)))


def _later_price(agreement: PlacementAgreement, day: datetime.date) -> PriceLine | None:
    lines = agreement.placement.price_lines.that_count().filter(starts_on__gt=day)
    return lines.order_by("starts_on", "pk").first()


def _terms(agreement: PlacementAgreement, site: School, starts_on: datetime.date) -> Terms:
    facts = {"school": site, "starts_on": starts_on, "over_number_reason": None}
    return replace(terms_of(agreement), ends_place_before=True, **facts)


def _parts_of(line: PriceLine) -> Mapping[str, Any]:
    return {name: getattr(line, name) for name in PARTS}
