"""What takes two people: a school that is not on the DPS is chosen for a child."""

from __future__ import annotations

from django.urls import reverse

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.two_people import Kind, register
from placements import permissions
from placements.choosing import OffDpsChoice, choose_as_agreed, of_proposal
from placements.models.school_choice import OFF_DPS, OffDpsReason


def _asks(proposal: Proposal) -> str:
    choice: OffDpsChoice = proposal.data
    code = OffDpsReason(choice.off_dps_reason).label
    return (
        f"place a child at {choice.school}, which is not on the DPS ({code.lower()}; "
        f"consultation {choice.consultation})"
    )


def _refused(proposal: Proposal) -> str:
    return permissions.why_not_choose(of_proposal(proposal), "")


def _page_of(proposal: Proposal) -> str:
    return reverse("placements:consultation_detail", args=[proposal.data.consultation])


def _choose(proposal: Proposal, by: User) -> None:
    choose_as_agreed(proposal, by=by)


register(
    Kind(
        OFF_DPS,
        (Role.PLACEMENTS,),
        (Role.MANAGER,),
        _asks,
        _choose,
        given=OffDpsChoice,
        page=_page_of,
        why_not=_refused,
        warning="The page of the consultation shows which DPS schools were consulted, and what "
        "they said. We tell the schools as soon as you agree.",
    )
)
