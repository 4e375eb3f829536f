"""Verbs over many schools: their standings are written down."""

from __future__ import annotations

from django.db import transaction

from kpis.periods import Period
from kpis.rating import shown
from kpis.reports import standings_in
from kpis.scoring import Judged
from nmiss.base.accounts.models import User
from nmiss.base.core.models import AuditEvent
from providers.models import School, Standing

FACTS = ("score", "coverage", "band", "reason")


@transaction.atomic
def write_standings(period: Period, *, by: User | None, schools: list[School] | None = None) -> int:
    """Write down how schools stand in a period, and answer for how many that is new.

    Safe to do again: a school for which nothing has changed gets no other standing; those that
    were written stay on record.
    """
    found = standings_in(period, schools=schools)
    newest = {
        each.school_id: each
        for each in Standing.objects.filter(
            school__in=[one.school for one in found], period_name=period.name
        ).order_by("written_at", "pk")
    }
    new = [
        Standing(
            school=one.school, period_name=period.name, as_at=period.last_day, **_facts(one.judged)
        )
        for one in found
        if _differs(newest.get(one.school.pk), _facts(one.judged))
    ]
    Standing.objects.bulk_create(new)
    if new:
        AuditEvent.record("write_standings", str(period), by=by, schools=len(new))
    return len(new)


def _facts(judged: Judged) -> dict[str, object]:
    return {
        "score": shown(judged.score),
        "coverage": shown(judged.coverage),
        "band": judged.band,
        "reason": judged.reason,
    }


def _differs(standing: Standing | None, facts: dict[str, object]) -> bool:
    return standing is None or any(getattr(standing, name) != facts[name] for name in FACTS)
