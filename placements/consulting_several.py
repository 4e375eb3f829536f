"""Asking schools for several children at once: their school is suspended, leaves or closes.

All are asked, or none: each case by its own newest pack, from a shortlist of its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.lifecycle import stop_if
from placements import permissions
from placements.matching import ranking, shortlists
from placements.matching.question import MatchingQuestion
from placements.models import Case, Consultation, ConsultationPack, Shortlist
from providers.models import ProviderRole, School


def can_be_asked_now(urns: Collection[int]) -> set[int]:
    """Those of these schools at which somebody can sign in to answer."""
    writing = School.objects.filter(
        urn__in=urns,
        provider__members__role__in=ProviderRole.writers(),
        provider__members__user__is_active=True,
    )
    return set(writing.values_list("urn", flat=True))


def asked_already(cases: Collection[int]) -> set[tuple[int, int]]:
    """The cases, by number, and the schools, by URN, that are consulted about them now."""
    open_now = Consultation.objects.open().filter(case__in=cases)
    return set(open_now.values_list("case", "school__urn"))


def newest_packs(cases: Iterable[Case]) -> dict[int, ConsultationPack]:
    """The pack that was made last in each of these cases, by the number of the case."""
    packs = ConsultationPack.objects.with_documents().filter(case__in=cases)
    newest = packs.order_by("case", "-made_at", "-pk").distinct("case")
    return {pack.case_id: pack for pack in newest}


def digest_of_newest_packs(packs: Mapping[int, ConsultationPack]) -> str:
    """What tells one page about sending several packs from another."""
    return digest_of(*([pack, pack.documents.all()] for _, pack in sorted(packs.items())))


@in_person
def send_for_several(
    asked: Mapping[int, Collection[int]],
    *,
    by: User,
    among: Collection[int],
    seen: str,
    today: datetime.date,
) -> list[Consultation]:
    """Ask schools, by their URN, for each of several cases, by its number; all or none.

    ``among`` are the cases of the page, whose packs its reader saw. Matching is asked anew from
    each child's home and age, and keeps its list: a school that cannot take the child is not asked.
    """
    rows = Case.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=among)
    held = {case.pk: case for case in rows.order_by("pk")}
    packs = newest_packs(held.values())
    stop_if_changed("A pack", seen=seen, now=digest_of_newest_packs(packs))
    cases = Case.objects.visible_to(by).filter(pk__in=asked).order_by("pk")
    urns = {urn for each in asked.values() for urn in each}
    schools = School.objects.select_related("provider").in_bulk(urns, field_name="urn")
    sent = []
    for case in cases.select_related("child__identity", "preferred_school").prefetch_related(
        "needs"
    ):
        pack = packs.get(case.pk)
        stop_if(permissions.why_not_consult_at_once(case, pack))
        shortlist = _shortlist(case, asked[case.pk], by=by, today=today)
        asked_now = [schools[urn] for urn in asked[case.pk]]
        sent += Consultation.send_held(asked_now, case, pack, shortlist, by=by)
    return sent


def _shortlist(case: Case, urns: Collection[int], *, by: User, today: datetime.date) -> Shortlist:
    """These schools as they rank for the case now; refused where one cannot take the child."""
    case.child.note_look(by=by, with_identity=True)
    question = MatchingQuestion.of(case, today=today, filters={"urns": sorted(urns)})
    ranked = ranking.rank(question)
    missing = sorted(set(urns) - {each.urn for each in ranked.matches})
    if missing:
        out = {each.urn: each for each in ranking.out_of(question)[0]}
        first = out[missing[0]]
        stop_if(permissions.why_not_for_this_child(case, str(first), first.why))
    return shortlists.save(case, ranked, by=by)
