"""Taking over: planned and mapped by one officer, agreed by another, done on its day.

Old terms stand until they are re-signed: who is carried goes on in the new arrangement by its old
agreement; who is to re-sign stays in the old one, while that lasts, until its new agreement begins.
"""

from __future__ import annotations

import datetime
import logging
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from contracts.arrangements.models import Lot, Vehicle
from contracts.membership import permissions
from contracts.membership.models import (
    TAKEOVER,
    Membership,
    MembershipMapping,
    Onward,
    Suspension,
    Takeover,
    TakeoverStatus,
)
from contracts.membership.signals import taken_over
from nmiss.base.accounts.models import Proposal, User
from nmiss.base.core import locks
from nmiss.base.core.acting import by_the_hub, in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.templatetags.components import day
from providers.recipients import owners_of

TAKING_OVER = 8_860_420
SHOWN = 3  # schools named in a sentence

log = logging.getLogger(__name__)


@in_person
def plan(vehicle: Vehicle, *, by: User, successor: Vehicle, starts_on: datetime.date) -> Takeover:
    """Begin a plan. Who has a membership in the new arrangement by the day re-signs; nobody else
    is mapped before an officer does it.
    """
    Vehicle.objects.select_for_update(of=("self",), no_key=True).get(pk=vehicle.pk)
    stop_if(permissions.why_not_plan_takeover(by, vehicle))
    stop_if(permissions.why_not_take_over_on(vehicle, successor, starts_on))
    takeover = Takeover.objects.create(
        vehicle=vehicle, successor=successor, starts_on=starts_on, planned_by=by
    )
    AuditEvent.record("plan_takeover", takeover, by=by, takes_over_on=starts_on)
    MembershipMapping.objects.bulk_create(_without_a_row(takeover))
    return takeover


def _without_a_row(takeover: Takeover) -> list[MembershipMapping]:
    """A row for each membership that has none, not saved yet: who joined since the plan began.

    Who has a membership in the new arrangement re-signs.
    """
    there = takeover.mappings.values("membership")
    members = takeover.members().exclude(pk__in=there)
    signed = {
        (each.school_id, each.provider_id): each.lot
        for each in _in_the_successor(takeover).select_related("lot").order_by("lot__number")
    }
    rows = []
    for each in members.select_related("school", "provider", "lot__vehicle").order_by("pk"):
        lot = signed.get((each.school_id, each.provider_id))
        way = Onward.RE_SIGNED if lot else ""
        rows.append(MembershipMapping(takeover=takeover, membership=each, way=way, lot=lot))
    return rows


@transaction.atomic
def map_members(
    takeover: Takeover, *, by: User, ways: Mapping[int, tuple[str, Lot | None]], seen: str
) -> None:
    """Say how memberships go on: by the key of each, the way and the lot."""
    takeover.lock()
    stop_if(permissions.why_not_map_takeover(by, takeover))
    stop_if_changed("This plan", seen=seen, now=digest_of_plan(takeover))
    MembershipMapping.objects.bulk_create(_without_a_row(takeover))
    rows = list(takeover.mappings.filter(membership__in=ways).order_by("pk"))
    for row in rows:
        row.way, row.lot = ways[row.membership_id]
    MembershipMapping.objects.bulk_update(rows, ["way", "lot"])
    AuditEvent.record("map_takeover", takeover, by=by, **_as_deeds(counts(rows)))


@dataclass(frozen=True)
class MembersByWay:
    """How many go which way. They add up where none is left over."""

    total: int
    carried: int
    re_signed: int
    left: int
    not_mapped: int

    @property
    def add_up(self) -> bool:
        return not self.not_mapped


def counts(rows: Iterable[MembershipMapping]) -> MembersByWay:
    """Of these rows."""
    found = Counter(row.way for row in rows)
    return MembersByWay(
        sum(found.values()),
        found[Onward.CARRIED],
        found[Onward.RE_SIGNED],
        found[Onward.LEFT],
        found[""],
    )


def _as_deeds(found: MembersByWay) -> dict[str, int]:
    return {"carried": found.carried, "re_signed": found.re_signed, "stay_behind": found.left}


def rows_that_count(takeover: Takeover) -> list[MembershipMapping]:
    """A row for each membership in force on the eve; of one that is done, those that were then."""
    rows = MembershipMapping.objects.of(takeover)
    if takeover.is_done:
        return list(rows.filter(counted=True))
    there = list(rows.filter(membership__in=takeover.members().values("pk")))
    return there + _without_a_row(takeover)


def missing(takeover: Takeover) -> list[str]:
    """What stands in the way, in sentences: the guard of the proposal and of the day."""
    parties = takeover.vehicle, takeover.successor
    found = [permissions.why_not_take_over_on(*parties, takeover.starts_on)]
    counted = rows_that_count(takeover)
    without = [row.membership.school for row in counted if row.pk is None or not row.way]
    if without:
        found.append(f"{_named(without)} not mapped.")
    there = {(each.school_id, each.lot_id) for each in _in_the_successor(takeover)}
    rows = [row for row in counted if row.way == Onward.CARRIED]
    targets = Counter((row.membership.school_id, row.lot_id) for row in rows)
    twice = [
        row.membership.school
        for row in rows
        if targets[key := (row.membership.school_id, row.lot_id)] > 1 or key in there
    ]
    if twice:
        schools = list(dict.fromkeys(twice))
        found.append(
            f"{_named(schools)} carried into a lot twice, or into one where the school is a "
            "member already: select Re-signed or Left for one of them."
        )
    return [each for each in found if each]


def _named(schools: list[object]) -> str:
    names = ", ".join(str(each) for each in schools[:SHOWN])
    rest = len(schools) - SHOWN
    more = f" and {rest} more" if rest > 0 else ""
    return f"{names}{more} {'is' if len(schools) == 1 else 'are'}"


def _in_the_successor(takeover: Takeover) -> object:
    return Membership.objects.of_vehicle(takeover.successor_id).not_over(takeover.starts_on)


def digest_of_plan(takeover: Takeover) -> str:
    """What tells one plan from another: its parties, its day and each row."""
    rows = takeover.mappings.order_by("pk").values_list("membership", "way", "lot")
    return digest_of(takeover.pk, takeover.starts_on, *rows)


@in_person
def propose(takeover: Takeover, *, by: User, reason: str) -> Proposal:
    """Propose the plan as it is to another officer."""
    takeover.lock()
    stop_if(permissions.why_not_map_takeover(by, takeover))
    stop_if(permissions.why_not_take_over(missing(takeover)))
    found = counts(rows_that_count(takeover))
    return Proposal.propose(
        TAKEOVER,
        takeover,
        by=by,
        reason=reason,
        takeover=takeover.pk,
        plan=digest_of_plan(takeover),
        old=str(takeover.vehicle),
        new=str(takeover.successor),
        starts_on=takeover.starts_on,
        **{"total": found.total, "carried": found.carried},
        **{"re_signed": found.re_signed, "left": found.left},
    )


@by_the_hub
def carry_out(takeover: Takeover, *, by: User | None = None) -> None:
    """Do the whole of it: memberships, what hangs on them, and the old arrangement's rounds."""
    locks.hold(TAKING_OVER)
    takeover.lock()
    if takeover.status != TakeoverStatus.AGREED or takeover.starts_on > timezone.localdate():
        return
    list(takeover.members().select_for_update(of=("self",), no_key=True).order_by("pk"))
    stop_if(permissions.why_not_take_over(missing(takeover)))
    rows = rows_that_count(takeover)
    for row in rows:
        row.counted = True
        if row.way == Onward.CARRIED:
            row.became = _carry(row.membership, row.lot, takeover)
        if row.way in (Onward.CARRIED, Onward.LEFT):
            _end(row.membership, takeover.eve)
    MembershipMapping.objects.bulk_update(rows, ["counted", "became"])
    takeover.finish(by=by)
    taken_over.send(takeover)
    takeover.vehicle.give_way(takeover.successor, starts_on=takeover.starts_on)
    _tell_providers(takeover, rows)


def take_over_where_due(today: datetime.date) -> None:
    """Do what is agreed and due, each in a transaction of its own; and what was re-signed since.

    Where the counts do not add up, nothing is done: its page says why, and officers have a task.
    So they have where it breaks, and neither holds up the next one.
    """
    for takeover in Takeover.objects.due(today).with_parties():
        try:
            carry_out(takeover)
        except NotAllowedNow:
            continue
        except Exception:
            log.exception("Takeover %s could not be done", takeover.pk)
    _follow_signatures(today)


@by_the_hub
def _follow_signatures(today: datetime.date) -> None:
    """End an old membership the day before its provider's new one begins."""
    locks.hold(TAKING_OVER)
    for row in MembershipMapping.objects.to_re_sign():
        old = row.membership
        new = Membership.objects.filter(
            lot=row.lot_id, school=old.school_id, provider=old.provider_id, admitted_on__lte=today
        )
        became = new.not_over(row.takeover.starts_on).order_by("admitted_on", "pk").first()
        if became is None:
            continue
        row.became = became
        row.save(update_fields=["became"])
        last_on = max(row.takeover.starts_on, became.admitted_on) - datetime.timedelta(days=1)
        _end(old, last_on)
        AuditEvent.record("follow_signature", old, by=None, left_on=last_on)


def _carry(old: Membership, lot: Lot, takeover: Takeover) -> Membership:
    """In the new lot by the old agreement, suspended where it was, leaving when it was to leave."""
    new = Membership.objects.create(
        school_id=old.school_id,
        lot=lot,
        provider_id=old.provider_id,
        admitted_on=takeover.starts_on,
        left_on=old.left_on,
        agreement_id=old.agreement_id,
        leaving=old.leaving,
        leaving_reason=old.leaving_reason,
        notice_on=old.notice_on,
    )
    for suspension in Suspension.objects.not_over(takeover.starts_on).filter(membership=old):
        suspension.pk, suspension.membership = None, new
        suspension.save(force_insert=True)
    AuditEvent.record("carry_over", new, by=None, admitted_on=takeover.starts_on)
    return new


def _end(old: Membership, last_on: datetime.date) -> None:
    """Its last day, where it has none that is earlier. It ends for no reason of its own."""
    if old.left_on is not None and old.left_on <= last_on:
        return
    old.left_on, old.leaving, old.leaving_reason, old.notice_on = last_on, "", "", None
    old.save(update_fields=["left_on", "leaving", "leaving_reason", "notice_on"])


def _tell_providers(takeover: Takeover, rows: list[MembershipMapping]) -> None:
    """One letter to each provider, with its schools."""
    by_provider: dict[object, list[MembershipMapping]] = {}
    for row in rows:
        by_provider.setdefault(row.membership.provider, []).append(row)
    for provider, theirs in by_provider.items():
        schools = [
            f"{row.membership.school}, {row.membership.lot}: {row.in_words}" for row in theirs
        ]
        tell(
            owners_of(provider),
            "contracts/membership/taken_over",
            about=takeover,
            provider=str(provider),
            schools=schools,
            starts_on=day(takeover.starts_on),
        )
