"""Voiding an agreement: its place counts on no day, and the child and the case are where they were.

Changes of a place that goes on are set right by another version: prices are dated and never
change. So what is voided is a place, with each version by which it began or changed.
"""

from __future__ import annotations

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.lifecycle import stop_if
from placements.agreements import permissions
from placements.agreements.models import PlacementAgreement
from placements.agreements.terms import ONE_DAY
from placements.models import Case, EndReason, Placement
from placements.savings import ledger


@in_person
def void_agreement(agreement: PlacementAgreement, *, by: User, reason: str) -> None:
    """Void the place of an agreement in force, and the versions that it began or changed by.

    The place that it followed lasts as it would have, the agreement that gave way is in force
    again, and what the ledger says of the place is reversed. Where no agreement of the choice
    stands then, its case is open again, with the school still chosen.
    """
    case = Case.objects.select_for_update(of=("self",), no_key=True).get(
        pk=agreement.choice.case_id
    )
    agreement.refresh_from_db(fields=["status", "placement"])
    stop_if(permissions.why_not_void_agreement(by, agreement))
    versions = list(agreement.versions_of_place().with_facts())
    agreement.placement.void(by=by, reason=f"Voided with agreement {agreement.reference}")
    ledger.take_back_of(agreement.placement, by=by)
    for version in versions:
        version.placement = agreement.placement
        version.void(by=by, reason=reason)
    for version in versions:
        if version.follows:
            _last_again(version, by=by)
    gave_way = PlacementAgreement.objects.filter(superseded_by__in=versions)
    for each in gave_way.standing():
        each.reinstate(by=by)
    if not case.is_open and not agreement.choice.agreements.standing().exists():
        case.reopen(by=by)


def _last_again(version: PlacementAgreement, *, by: User) -> None:
    """The place before lasts as it would have, but into no later place and beyond no ending."""
    place = version.follows
    place.refresh_from_db()
    if place.is_voided or place.ended_on != version.starts_on - ONE_DAY:
        return
    later = Placement.objects.filter(child=version.child_id, starts_on__gt=place.ended_on)
    following = later.order_by("starts_on").first()
    ending = place.endings.that_stand().order_by("last_on").first()
    until, reason = version.before_on, version.before_reason
    if following and (until is None or until >= following.starts_on):
        until, reason = following.starts_on - ONE_DAY, EndReason.PLANNED_TRANSFER
    if ending and (until is None or until > ending.last_on):
        until, reason = ending.last_on, ending.reason
    place.end(by=by, on=until, reason=reason)
