"""Choosing a school: an offer is accepted, a duty to admit used, or an order carried out.

A school that is not on the DPS takes a reason code and a manager, unless the choice is directed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from nmiss.base.accounts.models import Proposal, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.clock import database_now
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from placements import permissions
from placements.matching.members import members
from placements.models import Case, Consultation, EndOfConsultation, SchoolChoice
from placements.models.school_choice import OFF_DPS


@dataclass(frozen=True)
class OffDpsChoice:
    """Which school is to be chosen, by its consultation, and the code of the reason.

    ``reply`` is the one by which it is proposed, and ``price_a_year`` what it offers, if it does.
    """

    consultation: int
    school: str
    off_dps_reason: str
    reply: int | None
    price_a_year: Decimal | None


def is_on_dps(consultation: Consultation) -> bool:
    """Whether the school takes call-offs of the DPS on the requested first day."""
    today = timezone.localdate(database_now())
    found = members(today=today, on=max(consultation.case.wanted_on, today))
    return found.filter(school=consultation.school_id, suspended_on=None).exists()


def digest_of_offer(consultation: Consultation) -> str:
    """What tells one page about choosing a school from another: its reply, with the prices."""
    reply = consultation.reply
    prices = reply.prices.order_by("pk") if reply else ()
    return digest_of(consultation.pk, reply, prices, is_on_dps(consultation))


@in_person
def choose(
    consultation: Consultation,
    *,
    by: User,
    seen: str,
    off_dps_reason: str = "",
    directed: str = "",
    reason: str = "",
) -> SchoolChoice | Proposal:
    """Choose the school, or propose it to a manager where it is not on the DPS.

    ``seen`` is the ``digest_of_offer`` that was read: the school may send another reply meanwhile.
    """
    _hold(consultation)
    stop_if(permissions.why_not_choose(consultation, directed))
    stop_if_changed("This offer", seen=seen, now=digest_of_offer(consultation))
    on_dps = is_on_dps(consultation)
    if on_dps or directed:
        code = "" if on_dps else off_dps_reason
        return _choose(
            consultation, by=by, on_dps=on_dps, code=code, directed=directed, reason=reason
        )
    stop_if(permissions.why_not_leave_the_dps(consultation, off_dps_reason))
    reply = consultation.reply
    return Proposal.propose(
        OFF_DPS,
        consultation,
        by=by,
        reason=reason,
        consultation=consultation.pk,
        school=str(consultation.school),
        off_dps_reason=off_dps_reason,
        reply=reply and reply.pk,
        price_a_year=reply.cost_a_year if reply and reply.is_offer else None,
    )


@in_person
def choose_as_agreed(proposal: Proposal, *, by: User) -> SchoolChoice:
    """Choose the school to which a manager has agreed, in that manager's name."""
    consultation = of_proposal(proposal)
    _hold(consultation)
    stop_if(permissions.why_not_choose_as_agreed(consultation, proposal.data.reply))
    return _choose(
        consultation,
        by=by,
        on_dps=False,
        code=proposal.data.off_dps_reason,
        reason=proposal.reason,
        proposal=proposal,
    )


def of_proposal(proposal: Proposal) -> Consultation:
    """The consultation by which a school was proposed; read once, and again once it is held."""
    if "consultation" not in vars(proposal):
        found = Consultation.objects.select_related("case", "school__provider")
        proposal.consultation = found.get(pk=proposal.data.consultation)
    return proposal.consultation


def _hold(consultation: Consultation) -> None:
    """One choice of a case after the other, and no reply meanwhile."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=consultation.case_id)
    consultation.hold_open()


def _choose(
    consultation: Consultation,
    *,
    by: User,
    on_dps: bool,
    code: str,
    directed: str = "",
    reason: str = "",
    proposal: Proposal | None = None,
) -> SchoolChoice:
    choice = SchoolChoice.objects.create(
        case=consultation.case,
        consultation=consultation,
        reply=consultation.reply,
        is_on_dps=on_dps,
        off_dps_reason=code,
        directed=directed,
        reason=reason or None,
        proposal=proposal,
        chosen_by=by,
    )
    given = {"school": str(consultation.school), "is_on_dps": on_dps}
    AuditEvent.record("choose_school", choice, by=by, directed=directed, **given)
    _close_all(consultation, by=by)
    return choice


def _close_all(chosen: Consultation, *, by: User) -> None:
    """The school is told that it was chosen, and each other one that the child is placed."""
    chosen.close(by=by, reason=EndOfConsultation.CHOSEN)
    rest = Consultation.objects.open().filter(case=chosen.case_id)
    for each in rest.select_related("school").by_due():
        each.close(by=by, reason=EndOfConsultation.PLACED)
