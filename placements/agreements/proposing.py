"""What takes two people: a provider asks to move a child to another of its sites."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.two_people import KindOfProposal, register
from nmiss.base.core.templatetags.components import day, money
from placements.agreements import moving
from placements.agreements.models import PlacementAgreement
from providers.models import School


def _asks(proposal: Proposal) -> str:
    move: moving.MoveToSite = proposal.data
    return (
        f"move the place of agreement {move.reference} from {move.here} to {move.there} on "
        f"{day(move.starts_on)}"
    )


def _shows(proposal: Proposal) -> list[tuple[str, str]]:
    move: moving.MoveToSite = proposal.data
    return [
        ("School now", move.here),
        ("Other site", move.there),
        ("First day there", day(move.starts_on)),
        ("Price a year, unchanged", money(move.cost_a_year)),
    ]


def _refused(proposal: Proposal) -> str:
    move: moving.MoveToSite = proposal.data
    site = School.objects.get(pk=move.site)
    return moving.why_not_move(moving.agreement_of(proposal), site, move.starts_on)


def _page_of(proposal: Proposal) -> str:
    return reverse("placements:placement_agreement_detail", args=[proposal.data.agreement])


def _move(proposal: Proposal, by: User) -> None:
    moving.carry_out(proposal, by=by)


def _of_provider(user: User) -> QuerySet:
    """Those about agreements of one's own schools."""
    return PlacementAgreement.objects.visible_to(user)


register(
    KindOfProposal(
        moving.SITE_MOVE,
        (Role.PROVIDER,),
        (Role.PLACEMENTS,),
        _asks,
        _move,
        given=moving.MoveToSite,
        page=_page_of,
        why_not=_refused,
        shows=_shows,
        of_provider=_of_provider,
        warning="We offer the provider a new version of the agreement. Its terms and prices stay "
        "as they are, but for the site and the first day. Both sides sign it before the child "
        "moves.",
    )
)
