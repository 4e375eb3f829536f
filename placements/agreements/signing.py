"""Signing for the council: the place begins, or changes, in the same transaction."""

from __future__ import annotations

from django.db import transaction

from nmiss.base.accounts.models import User
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from placements.agreements import permissions
from placements.agreements.making import may_begin
from placements.agreements.models import PlacementAgreement
from placements.agreements.repricing import add_price, change_prices
from placements.agreements.terms import ONE_DAY, Terms, Under, goes_on
from placements.models import Case, CloseReason, EndReason, Placement


@transaction.atomic
def countersign(agreement: PlacementAgreement, *, by: User, name: str, capacity: str) -> Placement:
    """Sign for the council. The place begins or changes, and earlier agreements give way."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=agreement.choice.case_id)
    agreement.refresh_from_db(fields=["status", "placement"])
    stop_if(permissions.why_not_countersign_placement(by, agreement))
    earlier = PlacementAgreement.objects.in_force().filter(child=agreement.child_id)
    before = agreement.follows and (agreement.follows.ended_on, agreement.follows.end_reason)
    place = _place(agreement, earlier.filter(choice=agreement.choice_id).first(), by=by)
    before_on, before_reason = before or (None, "")
    agreement.is_of(place, before_on=before_on, before_reason=before_reason)
    for each in earlier:
        each.supersede(by=by, later=agreement)
    agreement.countersign(by=by, name=name, capacity=capacity)
    case = agreement.choice.case
    if case.is_open:
        case.close(by=by, reason=CloseReason.PLACED)
    return place


def terms_of(agreement: PlacementAgreement) -> Terms:
    """The terms of a version, as they were agreed."""
    return Terms(
        school=agreement.school,
        provision=agreement.provision,
        weeks=agreement.weeks,
        starts_on=agreement.starts_on,
        ends_on=agreement.ends_on,
        notice_weeks=agreement.notice_weeks,
        first_notice_weeks=agreement.first_notice_weeks,
        billing=agreement.billing,
        over_number_reason=agreement.over_number_reason,
        ends_place_before=agreement.follows_id is not None,
    )


def _place(
    agreement: PlacementAgreement, before: PlacementAgreement | None, *, by: User
) -> Placement:
    """The placement that the agreement begins, or the one that goes on by it."""
    terms = terms_of(agreement)
    if before:
        stop_if(permissions.why_not_last_until(before.placement, terms.ends_on))
    if before and goes_on(before.placement, terms):
        return _change(before.placement, agreement, by=by)
    under, follows = may_begin(agreement.choice, terms)
    is_same = under == Under(agreement.route, agreement.lot) and follows == agreement.follows
    stop_if(permissions.why_not_as_offered(agreement, is_same=is_same))
    if follows:
        follows.end(by=by, on=agreement.starts_on - ONE_DAY, reason=EndReason.PLANNED_TRANSFER)
    return _begin(agreement, by=by)


def _begin(agreement: PlacementAgreement, *, by: User) -> Placement:
    needs = [*agreement.choice.case.ranked_needs, "", ""]
    place = Placement.objects.create(
        reference=agreement.reference,
        child=agreement.child,
        school=agreement.school,
        route=agreement.route,
        lot=agreement.lot,
        provision=agreement.provision,
        primary_need=needs[0],
        secondary_need=needs[1],
        starts_on=agreement.starts_on,
        ended_on=agreement.ends_on,
        end_reason=EndReason.PLANNED_TRANSFER,
        annual_fee=0,
    )
    AuditEvent.record("begin_placement", place, by=by, starts_on=place.starts_on)
    for line in agreement.prices.order_by("pk"):
        add_price(place, line, starts_on=agreement.starts_on, by=by)
    return place


def _change(place: Placement, agreement: PlacementAgreement, *, by: User) -> Placement:
    """The place lasts as the version says, and has its prices from that day on."""
    if place.ended_on != agreement.ends_on:
        place.end(by=by, on=agreement.ends_on, reason=EndReason.PLANNED_TRANSFER)
    change_prices(place, agreement, by=by)
    return place
