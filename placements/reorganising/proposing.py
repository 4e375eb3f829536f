"""What takes two officers: a reorganisation of authorities."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse

from nmiss.base.accounts.models import Proposal, User
from nmiss.base.accounts.two_people import KindOfProposal, register
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.templatetags.components import day, money
from placements.reorganising import permissions, transferring
from placements.reorganising.models import REORGANISATION, Reorganisation
from placements.reorganising.permissions import PLANNERS


@dataclass(frozen=True)
class PlanOfReorganisation:
    """The plan, as it was read: by its digest, and what it comes to."""

    plan: int
    digest: str
    children: int
    contracts: int
    cost_a_year: Decimal
    old: str
    lead: str
    starts_on: datetime.date


def _plan_of(proposal: Proposal) -> Reorganisation:
    return Reorganisation.objects.with_parties().get(pk=proposal.data.plan)


def _asks(proposal: Proposal) -> str:
    return f"carry out the {proposal.subject_name}"


def _shows(proposal: Proposal) -> list[tuple[str, str]]:
    given: PlanOfReorganisation = proposal.data
    return [
        ("Old authority", given.old),
        ("First day of the new ones", day(given.starts_on)),
        ("Arrangements go to", given.lead),
        ("Children", f"{given.children:,}"),
        ("Contracts for places", f"{given.contracts:,}"),
        ("Fees a year", money(given.cost_a_year)),
    ]


def _refused(proposal: Proposal) -> str:
    plan = _plan_of(proposal)
    return permissions.why_not_agree_to_plan(plan, **_as_it_is(proposal, plan))


def _as_it_is(proposal: Proposal, plan: Reorganisation) -> dict[str, Any]:
    is_as_proposed = transferring.digest_of_plan(plan) == proposal.data.digest
    return {"is_as_proposed": is_as_proposed, "missing": transferring.missing(plan)}


def _page_of(proposal: Proposal) -> str:
    return reverse("placements:reorganisation_detail", args=[proposal.data.plan])


def _agree(proposal: Proposal, by: User) -> None:
    plan = _plan_of(proposal)
    plan.lock()
    stop_if(permissions.why_not_agree_to_plan(plan, **_as_it_is(proposal, plan)))
    plan.agree(by=by, proposal=proposal)


register(
    KindOfProposal(
        REORGANISATION,
        PLANNERS,
        PLANNERS,
        _asks,
        _agree,
        given=PlanOfReorganisation,
        page=_page_of,
        why_not=_refused,
        shows=_shows,
        done_on=lambda proposal: proposal.data.starts_on,
        warning="The page of the plan shows which children, contracts and pounds go to which "
        "authority.",
    )
)
