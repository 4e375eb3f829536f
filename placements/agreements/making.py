"""Making a version of a placement agreement: checked, printed, and offered to the provider."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.printing import PDF_TYPE, pdf_of
from nmiss.base.files.models import StoredFile
from placements.agreements import documents, permissions
from placements.agreements.models import AgreedPrice, PlacementAgreement
from placements.agreements.terms import (
    ONE_DAY,
    Terms,
    Under,
    goes_on,
    is_suspended_on,
    place_on,
    under_what,
)
from placements.models import Case, Placement, SchoolChoice
from providers.recipients import owners_of

Prices = Sequence[Mapping[str, Any]]


@transaction.atomic
def make_agreement(
    choice: SchoolChoice, terms: Terms, prices: Prices, *, by: User
) -> PlacementAgreement:
    """Offer the first version, by which the place begins."""
    _hold(choice)
    stop_if(permissions.why_not_begin_agreement(choice))
    stop_if(permissions.why_not_make_agreement(choice, terms.school))
    under, follows = may_begin(choice, terms)
    return _offer(choice, terms, prices, under=under, follows=follows, begins=True, by=by)


@transaction.atomic
def change_agreement(
    agreement: PlacementAgreement, terms: Terms, prices: Prices, *, by: User
) -> PlacementAgreement:
    """Offer another version, which changes the one in force from a day."""
    choice = agreement.choice
    _hold(choice)
    agreement.refresh_from_db(fields=["status"])
    stop_if(permissions.why_not_change_agreement(agreement))
    stop_if(permissions.why_not_make_agreement(choice, terms.school))
    place = agreement.placement
    stop_if(permissions.why_not_last_until(place, terms.ends_on))
    if goes_on(place, terms):
        under, follows = Under(place.route, place.lot), None
    else:
        under, follows = may_begin(choice, terms)
    return _offer(choice, terms, prices, under=under, follows=follows, begins=False, by=by)


def may_begin(choice: SchoolChoice, terms: Terms) -> tuple[Under, Placement | None]:
    """Under what a place begins, and which place it follows; raises why it may not begin."""
    school, starts_on = terms.school, terms.starts_on
    under = under_what(choice, school, starts_on)
    stop_if(
        permissions.why_not_place_there(
            school,
            is_on_dps=under is not None,
            is_suspended=is_suspended_on(school, starts_on),
            may_be_off=False,
            starts_on=starts_on,
        )
    )
    follows = _followed(choice, terms)
    there = Placement.objects.on(starts_on).filter(school=school)
    placed = there.exclude(pk=follows.pk if follows else None).count()
    stop_if(
        permissions.why_not_exceed(
            school,
            placed=placed,
            reason=terms.over_number_reason,
            is_directed=bool(choice.directed),
        )
    )
    return under, follows


def _followed(choice: SchoolChoice, terms: Terms) -> Placement | None:
    """The place that ends the day before; raises where another stands in the way."""
    child = choice.case.child
    before = place_on(child, terms.starts_on)
    later = child.placements.touching(terms.starts_on + ONE_DAY, terms.ends_on)
    later = later.filter(starts_on__gt=terms.starts_on).select_related("school").first()
    if before and before.starts_on < terms.starts_on and terms.ends_place_before:
        before, follows = None, before
    else:
        follows = None
    stop_if(permissions.why_not_overlap(before or later))
    return follows


def _hold(choice: SchoolChoice) -> None:
    """One version of a case after the other."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=choice.case_id)
    choice.refresh_from_db(fields=["voided_at"])


@in_person
def _offer(
    choice: SchoolChoice,
    terms: Terms,
    prices: Prices,
    *,
    under: Under,
    follows: Placement | None,
    begins: bool,
    by: User,
) -> PlacementAgreement:
    stop_if(permissions.why_not_last_so_long(choice.case.child, terms.ends_on))
    newest = choice.agreements.order_by("-version").first()
    agreement = PlacementAgreement(
        choice=choice,
        version=newest.version + 1 if newest else 1,
        child=choice.case.child,
        school=terms.school,
        route=under.route,
        lot=under.lot,
        provision=terms.provision,
        weeks=terms.weeks,
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
        follows=follows,
        notice_weeks=terms.notice_weeks,
        first_notice_weeks=terms.first_notice_weeks,
        billing=terms.billing,
        over_number_reason=terms.over_number_reason or None,
        made_by=by,
    )
    lines = [AgreedPrice.of(agreement, **each) for each in prices]
    if begins:
        stop_if(permissions.why_not_cost_more(choice, sum(each.cost_a_year for each in lines)))
    file = StoredFile.keep_made(
        pdf_of(
            documents.title_of(agreement),
            documents.blocks_of(agreement, lines),
            author=settings.COUNCIL_NAME,
            on=timezone.localdate(),
        ),
        name=f"placement-agreement-{agreement.reference}.pdf",
        content_type=PDF_TYPE,
        by=by,
    )
    agreement.document, agreement.digest = file, file.sha256
    agreement.save(force_insert=True)
    for line in lines:
        line.agreement = agreement
        line.save(force_insert=True)
    given = {"starts_on": agreement.starts_on, "school": str(agreement.school)}
    AuditEvent.record("offer_placement", agreement, by=by, digest=file.sha256, **given)
    people = owners_of(agreement.provider)
    tell(people, "placements/agreements/agreement_offered", about=agreement)
    return agreement
