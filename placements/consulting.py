"""Asking schools for a place, and asking no longer, by what was read on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from placements.choosing import digest_of_offer
from placements.models import (
    Case,
    Consultation,
    ConsultationPack,
    ConsultationReply,
    Shortlist,
)
from providers.models import School


def digest_of_packs(case: Case) -> str:
    """What tells one page about sending a pack from another: every pack with its documents."""
    packs = case.packs.with_documents().newest_first()
    return digest_of(*([pack, pack.documents.all()] for pack in packs))


@in_person
def send_as_read(
    schools: Iterable[School],
    pack: ConsultationPack,
    shortlist: Shortlist,
    *,
    by: User,
    seen: str,
    emails: Mapping[int, str],
) -> list[Consultation]:
    """Ask schools by a pack that is what was read: what is sent is not taken back."""
    case = Case.objects.select_for_update(of=("self",), no_key=True).get(pk=pack.case_id)
    stop_if_changed("The pack", seen=seen, now=digest_of_packs(case))
    return Consultation.send_to(schools, pack, shortlist, by=by, emails=emails)


@in_person
def close_as_read(consultation: Consultation, *, by: User, seen: str, reason: str) -> None:
    """Ask a school no longer whose reply is still the one that was read."""
    consultation.hold_open()
    stop_if_changed("This consultation", seen=seen, now=digest_of_offer(consultation))
    consultation.close(by=by, reason=reason)


def offers_of(case: Case) -> list[ConsultationReply]:
    """The places that are offered now in a case, oldest first."""
    sent = ConsultationReply.objects.sent().filter(consultation__in=case.consultations.open())
    newest = sent.order_by("consultation", "-sent_at", "-pk").distinct("consultation")
    rows = newest.select_related("consultation__school")
    return sorted((each for each in rows if each.is_offer), key=lambda each: each.sent_at)


@in_person
def close_case_as_read(case: Case, *, by: User, seen: str, reason: str) -> None:
    """Look no longer, where no place is offered but those that were read."""
    held = Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    stop_if_changed("This case", seen=seen, now=digest_of(held, offers_of(held)))
    case.close(by=by, reason=reason)
