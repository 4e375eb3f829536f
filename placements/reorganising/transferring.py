"""The verbs of a reorganisation: home districts, the plan, its proposal, and its day."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from nmiss.base.accounts.models import Proposal, User
from nmiss.base.core import locks
from nmiss.base.core.acting import by_the_hub, in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.core.models import AuditEvent
from placements.models import Child, ChildIdentity, Look
from placements.reorganising import letters, permissions
from placements.reorganising.models import (
    REORGANISATION,
    ChildTransfer,
    DistrictTransfer,
    HomeDistrict,
    Reorganisation,
    ReorganisationStatus,
)
from placements.reorganising.report import dry_run, homes_of, without_district
from providers.models import District, LocalAuthority

REORGANISING = 8_860_421

log = logging.getLogger(__name__)


@transaction.atomic
def add_authority(
    *, by: User, code: str, name: str, first_on: datetime.date | None
) -> LocalAuthority:
    """Enter a council that is to be, or one next door."""
    authority = LocalAuthority.objects.create(code=code, name=name, first_on=first_on)
    AuditEvent.record("add_authority", authority, by=by, code=code)
    return authority


@transaction.atomic
def change_authority(
    authority: LocalAuthority,
    *,
    by: User,
    name: str,
    code: str,
    first_on: datetime.date | None,
) -> None:
    """Correct a council that is to be, as long as it has no schools and no children."""
    authority = LocalAuthority.objects.select_for_update().get(pk=authority.pk)
    stop_if(permissions.why_not_change_authority(by, authority))
    before = {"name": authority.name, "code": authority.code, "first_on": authority.first_on}
    after = {"name": name, "code": code, "first_on": first_on}
    for each, value in after.items():
        setattr(authority, each, value)
    authority.save(update_fields=list(after))
    AuditEvent.record("change_authority", authority, by=by, before=before, after=after)


@transaction.atomic
def add_district(
    *, by: User, name: str, authority: LocalAuthority, outward_codes: list[str]
) -> District:
    """Enter a district with the first halves of its postcodes."""
    district = District.objects.create(
        name=name, authority=authority, outward_codes=sorted(set(outward_codes))
    )
    AuditEvent.record("add_district", district, by=by, authority=str(authority))
    return district


@transaction.atomic
def change_district(
    district: District, *, by: User, name: str, authority: LocalAuthority, outward_codes: list[str]
) -> None:
    """Correct a district that nothing uses."""
    district = _held(district)
    stop_if(permissions.why_not_change_district(by, district))
    after = {"name": name, "authority": authority, "outward_codes": sorted(set(outward_codes))}
    before = {each: str(getattr(district, each)) for each in after}
    for each, value in after.items():
        setattr(district, each, value)
    district.save(update_fields=list(after))
    said = {each: str(value) for each, value in after.items()}
    AuditEvent.record("change_district", district, by=by, before=before, after=said)


@transaction.atomic
def remove_district(district: District, *, by: User) -> None:
    """Take a district away that nothing uses."""
    district = _held(district)
    stop_if(permissions.why_not_change_district(by, district))
    AuditEvent.record("remove_district", district, by=by, authority=str(district.authority))
    district.delete()


def _held(district: District) -> District:
    """Under a lock, as it is now."""
    rows = District.objects.select_for_update(of=("self",)).select_related("authority")
    found = rows.filter(pk=district.pk).first()
    stop_if(permissions.why_not_find_district(found))
    return found


@in_person
def settle_home_districts(plan: Reorganisation, *, by: User) -> int:
    """Record the district of each child whose outward code lies in one alone.

    It reads home postcodes, so each is a look on record. Return how many were recorded; whose
    code straddles districts, or lies in none, a person says.
    """
    stop_if(permissions.why_not_map(by, plan))
    districts: dict[str, list[District]] = {}
    for each in plan.old.districts.order_by("name"):
        for code in each.outward_codes:
            districts.setdefault(code, []).append(each)
    children = list(without_district(plan))
    Look.objects.bulk_create(
        Look(child=child, looked_by=by, with_identity=True) for child in children
    )
    found = []
    for identity in ChildIdentity.objects.filter(child__in=children).order_by("pk"):
        code = identity.home_postcode.split(" ")[0].upper()
        if len(there := districts.get(code, [])) == 1:
            home = {"child_id": identity.child_id, "district": there[0]}
            found.append(HomeDistrict(**home, by_postcode=True, recorded_by=by))
    HomeDistrict.objects.bulk_create(found)
    AuditEvent.record("settle_home_districts", plan, by=by, children=len(found))
    return len(found)


@in_person
def say_home_district(child: Child, district: District, *, by: User) -> None:
    """A person knows where the child lives."""
    Child.objects.select_for_update(of=("self",), no_key=True).get(pk=child.pk)
    HomeDistrict.objects.update_or_create(
        child=child, defaults={"district": district, "by_postcode": False, "recorded_by": by}
    )
    AuditEvent.record("say_home_district", child, by=by)


@in_person
def plan(
    old: LocalAuthority, *, by: User, lead: LocalAuthority, starts_on: datetime.date
) -> Reorganisation:
    """Begin a plan, with every district of the old authority."""
    stop_if(permissions.why_not_plan(by, old))
    stop_if(permissions.why_not_vest_on(old, starts_on))
    stop_if(permissions.why_not_succeed(old, lead, starts_on))
    planned = Reorganisation.objects.create(old=old, lead=lead, starts_on=starts_on, planned_by=by)
    AuditEvent.record("plan_reorganisation", planned, by=by)
    _add_districts(planned)
    return planned


def _add_districts(plan: Reorganisation) -> None:
    there = plan.old.districts.exclude(transfers__reorganisation=plan).order_by("name")
    DistrictTransfer.objects.bulk_create(
        DistrictTransfer(reorganisation=plan, district=each) for each in there
    )


@transaction.atomic
def map_districts(
    plan: Reorganisation, *, by: User, successors: Mapping[int, LocalAuthority | None], seen: str
) -> None:
    """Say to which authority each district goes, by its key."""
    plan.lock()
    stop_if(permissions.why_not_map(by, plan))
    stop_if_changed("This plan", seen=seen, now=digest_of_districts(plan))
    _add_districts(plan)
    rows = list(plan.districts.filter(district__in=successors).order_by("pk"))
    for row in rows:
        row.successor = successors[row.district_id]
    DistrictTransfer.objects.bulk_update(rows, ["successor"])
    AuditEvent.record("map_districts", plan, by=by, districts=len(rows))


def missing(plan: Reorganisation) -> list[str]:
    """What stands in the way, in sentences: the guard of the proposal and of the day."""
    found = _not_in_force(plan)
    mapped = plan.districts.exclude(successor=None).values("district")
    if open_ones := list(plan.old.districts.exclude(pk__in=mapped).order_by("name")):
        names = ", ".join(str(each) for each in open_ones)
        found.append(f"No successor is selected for {names}.")
    if many := without_district(plan).count():
        who = "1 child has" if many == 1 else f"{many} children have"
        found.append(f"{who} no home district of {plan.old}: record it.")
    if not found and not dry_run(plan).add_up:
        found.append("The sums do not add up to those of the old authority.")
    return found


def _not_in_force(plan: Reorganisation) -> list[str]:
    """Why the authorities that it names cannot give way, lead or succeed on its day."""
    rows = plan.districts.exclude(successor=None).select_related("successor")
    successors = {row.successor for row in rows} - {plan.lead}
    new_ones = [plan.lead, *sorted(successors, key=str)]
    why_nots = [permissions.why_not_give_way_on(plan.old, plan.starts_on)]
    why_nots += [permissions.why_not_succeed(plan.old, new, plan.starts_on) for new in new_ones]
    return [each for each in why_nots if each]


def digest_of_plan(plan: Reorganisation) -> str:
    """What tells one plan from another: its districts, and where each child lives."""
    return digest_of(digest_of_districts(plan), *homes_of(plan))


def digest_of_districts(plan: Reorganisation) -> str:
    """What its map shows."""
    rows = plan.districts.order_by("pk").values_list("district", "successor")
    return digest_of(plan.pk, plan.starts_on, plan.lead_id, *rows)


@in_person
def propose(plan: Reorganisation, *, by: User, reason: str) -> Proposal:
    """Propose the plan as it is to another officer."""
    plan.lock()
    stop_if(permissions.why_not_map(by, plan))
    stop_if(permissions.why_not_reorganise(missing(plan)))
    run = dry_run(plan)
    return Proposal.propose(
        REORGANISATION,
        plan,
        by=by,
        reason=reason,
        plan=plan.pk,
        digest=digest_of_plan(plan),
        children=run.children,
        contracts=run.contracts,
        cost_a_year=run.cost_a_year,
        old=str(plan.old),
        lead=str(plan.lead),
        starts_on=plan.starts_on,
    )


@by_the_hub
def carry_out(plan: Reorganisation) -> None:
    """Do the whole of it at once: children with their districts, and the days of authorities."""
    locks.hold(REORGANISING)
    plan.lock()
    if plan.status != ReorganisationStatus.AGREED or plan.starts_on > timezone.localdate():
        return
    stop_if(permissions.why_not_reorganise(missing(plan)))
    run = dry_run(plan)
    plan.finish(by=None)
    ChildTransfer.objects.bulk_create(
        ChildTransfer(
            reorganisation=plan,
            child_id=each.child,
            district_id=each.district,
            successor_id=each.successor,
            contracts=each.contracts,
            cost_a_year=each.cost_a_year,
        )
        for each in run.each
    )
    for row in plan.districts.select_related("district", "successor").order_by("pk"):
        row.district.authority = row.successor
        row.district.save(update_fields=["authority"])
        if row.successor.first_on is None and not row.successor.schools.exists():
            row.successor.first_on = plan.starts_on
            row.successor.save(update_fields=["first_on"])
    if not plan.old.districts.exists():
        plan.old.last_on = plan.eve
        plan.old.save(update_fields=["last_on"])
    letters.tell_of(plan, run)


def reorganise_where_due(today: datetime.date) -> None:
    """Do what is agreed and due. Where something is missing nothing is done; its page says what.

    What breaks holds up no other.
    """
    for plan in Reorganisation.objects.due(today).with_parties():
        try:
            carry_out(plan)
        except NotAllowedNow:
            continue
        except Exception:
            log.exception("Reorganisation %s could not be done", plan.pk)
