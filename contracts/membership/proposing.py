"""What takes two officers: a takeover of one arrangement by another."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from contracts.membership import permissions, taking_over
from contracts.membership.models import TAKEOVER, Takeover
from contracts.membership.permissions import COMMISSIONING
from nmiss.base.accounts.models import Proposal, User
from nmiss.base.accounts.two_people import KindOfProposal, register
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.templatetags.components import day


@dataclass(frozen=True)
class PlanOfTakeover:
    """The plan, as it was read: by its digest, and how many memberships go which way."""

    takeover: int
    plan: str
    old: str
    new: str
    starts_on: datetime.date
    total: int
    carried: int
    re_signed: int
    left: int


def _takeover_of(proposal: Proposal) -> Takeover:
    return Takeover.objects.with_parties().get(pk=proposal.data.takeover)


def _asks(proposal: Proposal) -> str:
    return f"carry out the {proposal.subject_name}"


def _shows(proposal: Proposal) -> list[tuple[str, str]]:
    plan: PlanOfTakeover = proposal.data
    return [
        ("From", plan.old),
        ("To", plan.new),
        ("First day", day(plan.starts_on)),
        ("Memberships", str(plan.total)),
        ("Carried, on their old terms", str(plan.carried)),
        ("Re-signed", str(plan.re_signed)),
        ("Left", str(plan.left)),
    ]


def _refused(proposal: Proposal) -> str:
    takeover = _takeover_of(proposal)
    return permissions.why_not_agree_to_plan(takeover, **_as_it_is(proposal, takeover))


def _as_it_is(proposal: Proposal, takeover: Takeover) -> dict[str, Any]:
    is_as_proposed = taking_over.digest_of_plan(takeover) == proposal.data.plan
    return {"is_as_proposed": is_as_proposed, "missing": taking_over.missing(takeover)}


def _page_of(proposal: Proposal) -> str:
    return reverse("placements:takeover_detail", args=[proposal.data.takeover])


def _agree(proposal: Proposal, by: User) -> None:
    takeover = _takeover_of(proposal)
    takeover.lock()
    stop_if(permissions.why_not_agree_to_plan(takeover, **_as_it_is(proposal, takeover)))
    takeover.agree(by=by, proposal=proposal)


register(
    KindOfProposal(
        TAKEOVER,
        COMMISSIONING,
        COMMISSIONING,
        _asks,
        _agree,
        given=PlanOfTakeover,
        page=_page_of,
        why_not=_refused,
        shows=_shows,
        done_on=lambda proposal: proposal.data.starts_on,
        warning="The page of the plan lists every membership and counts the placements. We email "
        "the owners of each provider on that day.",
    )
)
