"""Saving a ranked list with the case as it was, and saying later what has changed since."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.clock import database_now
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.working_days import add_working_days
from placements.matching.members import members
from placements.matching.ranking import Match, Ranked
from placements.matching.reasons import ordinal
from placements.models import Case, CaseKind, Shortlist, ShortlistedSchool, Stay, Urgency
from providers.models import School


@transaction.atomic
def save(case: Case, ranked: Ranked, *, by: User | None) -> Shortlist:
    """Keep the list as it is now, with the case as it is now."""
    shortlist = Shortlist.objects.create(
        case=case,
        made_by=by,
        seed=ranked.question.seed,
        weights=ranked.question.weights,
        filters=dict(ranked.question.filters),
        on_day=ranked.question.on,
        case_then=case_in_words(case),
    )
    shortlist.refresh_from_db(fields=["made_at"])
    ShortlistedSchool.objects.bulk_create(_row(shortlist, each) for each in ranked.matches)
    AuditEvent.record("save_shortlist", shortlist, by=by, schools=len(ranked.matches))
    return shortlist


def _row(shortlist: Shortlist, match: Match) -> ShortlistedSchool:
    return ShortlistedSchool(
        shortlist=shortlist,
        school_id=match.id,
        rank=match.rank,
        score=match.score,
        is_member=match.is_member,
        open_lots=list(match.open_lots),
        free=match.free,
        miles=None if match.miles is None else round(match.miles, 1),
        cost=match.cost,
        why=match.why,
    )


def case_in_words(case: Case) -> list[list[str]]:
    """What the case said, as labels and words, for who reads the shortlist later."""
    facts = [
        ("Needs", ", ".join(case.needs_in_words)),
        ("Requested start", f"{case.wanted_on:%-d %B %Y}"),
        ("Day or residential", Stay(case.stay).label),
        ("Why", CaseKind(case.kind).label),
        ("How soon", Urgency(case.urgency).label),
        ("Duty to admit", "Only schools that have it" if case.must_admit else ""),
        ("At most", f"{case.most_miles} miles" if case.most_miles else ""),
        ("Must-haves", case.must_haves),
        ("Parents’ preference", str(case.preferred_school or "")),
        ("Parents’ preference", case.preference),
    ]
    return [[label, words] for label, words in facts if words]


def staleness(shortlist: Shortlist, *, now: datetime.datetime | None = None) -> list[str]:
    """Why the list should be made again, in sentences; empty where it still holds."""
    now = now or database_now()
    found = list(_changed_schools(shortlist, timezone.localdate(now)))
    days = shortlist.weights.good_days
    if now > _good_until(shortlist, days):
        found.insert(0, f"More than {days} working days have passed since it was saved.")
    if case_in_words(shortlist.case) != shortlist.case_then:
        found.append("The case has changed since.")
    return found


def _good_until(shortlist: Shortlist, days: int) -> datetime.datetime:
    """The same time of day so many working days later."""
    made = timezone.localtime(shortlist.made_at)
    last = add_working_days(made.date(), days)
    return made.replace(year=last.year, month=last.month, day=last.day)


def _changed_schools(shortlist: Shortlist, today: datetime.date) -> Iterator[str]:
    """Schools on the list that were admitted, suspended, reinstated, have left or have closed."""
    on = max(shortlist.on_day, today)
    rows = list(shortlist.schools.select_related("school").order_by("rank"))
    schools = [row.school_id for row in rows]
    open_now: dict[int, set[int]] = defaultdict(set)
    suspended = set()
    found = members(today=today, on=on).filter(school__in=schools)
    for school, lot, stop in found.values_list("school", "lot__number", "suspended_on"):
        if stop is None:
            open_now[school].add(lot)
        else:
            suspended.add(school)
    for row in rows:
        before, after = set(row.open_lots), open_now[row.school_id]
        for lot in sorted(after - before):
            yield f"{row.school} can now take call-offs in lot {lot}."
        for lot in sorted(before - after):
            word = "is suspended from" if row.school_id in suspended else "is no longer in"
            yield f"{row.school} {word} lot {lot}."
        if _is_closed(row.school, on):
            yield f"{row.school} has closed."


def _is_closed(school: School, on: datetime.date) -> bool:
    return school.is_closed or (school.closed_on is not None and school.closed_on <= on)


def in_short(row: ShortlistedSchool) -> str:
    """Where a school stood, how far it is, and its places when the list was saved, in one line."""
    lots = ", ".join(row.lots) if row.is_member else "not on the DPS"
    return " · ".join(
        (
            f"{ordinal(row.rank)} in the list",
            f"{lots[:1].upper()}{lots[1:]}",
            "Distance not known" if row.miles is None else f"{row.miles} miles",
            _places(row.free),
        )
    )


def _places(free: int | None) -> str:
    if free is None:
        return "Vacancies not known"
    return "1 place free" if free == 1 else f"{free} places free"
