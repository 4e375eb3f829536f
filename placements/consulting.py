"""Asking schools for a place, and asking no longer, by what was read on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from placements.choosing import digest_of_offer
from placements.models import Case, Consultation, ConsultationPack, Shortlist
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
