"""What a school’s people say of a child in a return, and the counts that are kept with it."""

from __future__ import annotations

from collections.abc import Mapping

from kpis import saving
from kpis.filling import Filling, Part
from kpis.models import ChildOutcome, Figure, KpiReturn, ReturnSection
from kpis.outcomes import Area
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.models import AuditEvent


@in_person
def save_child(
    kpi_return: KpiReturn,
    place: int,
    statuses: Mapping[str, str],
    *,
    by: User,
    revision: int,
    answer: str = "",
) -> ReturnSection:
    """Save the section of a child: each area with how far it has come, or without an outcome.

    Raises SavedMeanwhile where ``revision`` is no longer the newest.
    """
    filling, part = saving.hold(kpi_return, place, by=by)
    section = filling.known.saved.get(part.key)
    said = {area: statuses[area] for area in Area.values if statuses.get(area)}
    if section and section.revision != revision and dict(part.child.now) != said:
        raise saving.SavedMeanwhile(section)
    write_statuses(filling, {part: {area: said.get(area, "") for area in Area.values}})
    section = saving.keep(filling, part, by=by)
    saving.keep_answer(filling, part, answer, by=by)
    AuditEvent.record("save_return_section", kpi_return, by=by, section=part.title)
    return section


def write_statuses(filling: Filling, told: Mapping[Part, Mapping[str, str]]) -> None:
    """Have these statuses, by section and area; an empty one is of an area without an outcome."""
    own = ChildOutcome.objects.filter(version=filling.version)
    there = {(each.placement_id, each.area): each for each in own}
    new, gone = [], []
    for part, statuses in told.items():
        placement = part.child.placement
        for area, status in statuses.items():
            known = there.get((placement.pk, area))
            if status and known is None:
                row = ChildOutcome(version=filling.version, placement=placement, area=area)
                row.status = status
                new.append(row)
            elif known is not None and not status:
                gone.append(known.pk)
            elif known is not None and known.status != status:
                known.status = status
                known.save(update_fields=["status"])
    own.filter(pk__in=gone).delete()
    ChildOutcome.objects.bulk_create(new)


def keep_counts(filling: Filling) -> None:
    """Keep what the sections of the children count to, as figures of the version."""
    counted = [each for name, each in filling.known.figures.items() if name in filling.counted]
    Figure.objects.bulk_create(each for each in counted if each.pk is None)
    Figure.objects.bulk_update((each for each in counted if each.pk), ["value", "source"])
