"""What takes two people: a school that is not on the DPS is chosen for a child."""

from __future__ import annotations

from django.urls import reverse

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.two_people import KindOfProposal, register
from nmiss.base.core.templatetags.components import day, money
from placements import permissions
from placements.choosing import OffDpsChoice, choose_as_agreed, of_proposal
from placements.models import ConsultationReply
from placements.models.school_choice import OFF_DPS, OffDpsReason


def _asks(proposal: Proposal) -> str:
    choice: OffDpsChoice = proposal.data
    label = OffDpsReason(choice.off_dps_reason).label
    code = f"{label[:1].lower()}{label[1:]}"
    price = choice.price_a_year
    cost = "without an offer" if price is None else f"for {money(price)} a year"
    return (
        f"place a child at {choice.school} {cost}, which is not on the DPS ({code}; "
        f"consultation {choice.consultation})"
    )


def _refused(proposal: Proposal) -> str:
    return permissions.why_not_choose_as_agreed(of_proposal(proposal), proposal.data.reply)


def _shows(proposal: Proposal) -> list[tuple[str, str]]:
    """The offer, line by line, as a manager agrees to it."""
    choice: OffDpsChoice = proposal.data
    reply = ConsultationReply.objects.with_parts().filter(pk=choice.reply).first()
    if reply is None:
        return [("Offer", "The school had not replied")]
    facts = [("Reply", f"{reply.get_kind_display()}. Reply number {reply.pk}")]
    if reply.starts_on:
        facts.append(("Earliest start", day(reply.starts_on)))
    if reply.conditions:
        facts.append(("Conditions", reply.conditions))
    if reply.is_offer:
        facts.append(("Price a year", money(reply.cost_a_year)))
    return facts + [(line.get_kind_display(), line.in_words) for line in reply.prices.all()]


def _page_of(proposal: Proposal) -> str:
    return reverse("placements:consultation_detail", args=[proposal.data.consultation])


def _choose(proposal: Proposal, by: User) -> None:
    choose_as_agreed(proposal, by=by)


register(
    KindOfProposal(
        OFF_DPS,
        (Role.PLACEMENTS,),
        (Role.MANAGER,),
        _asks,
        _choose,
        given=OffDpsChoice,
        page=_page_of,
        why_not=_refused,
        shows=_shows,
        warning="The page of the consultation shows which DPS schools were consulted, and what "
        "they said. We tell the schools as soon as you agree.",
    )
)
