"""The children whom a return asks about one by one, read for many returns at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from kpis import outcomes
from kpis.models import ChildOutcome, KpiReturn, ReturnVersion
from placements.models import Placement

FIRST_PLACE = 1_000_000  # of the sections of children, behind those of all indicators
SOURCE = "Counted from the sections of the children"
Statuses = Mapping[str, str]  # by area


@dataclass(frozen=True)
class PlacedChild:
    """A child’s place at the school, with what this return and the last one say of it."""

    placement: Placement
    now: Statuses = field(default_factory=dict)
    last: Statuses = field(default_factory=dict)

    @property
    def place(self) -> int:
        return FIRST_PLACE + self.placement.pk

    @property
    def key(self) -> str:
        return f"child:{self.placement.pk}"

    @property
    def title(self) -> str:
        return f"Outcomes of {self.placement.child} ({self.placement.reference})"

    @property
    def said(self) -> list[dict[str, str]]:
        """How far the child has come, area by area, in words."""
        return [
            {"area": area.label, "progress": outcomes.OutcomeProgress(self.now[area]).label}
            for area in outcomes.Area
            if area in self.now
        ]


def counts_of(children: Collection[PlacedChild]) -> dict[str, int]:
    """What each input that is counted comes to."""
    statuses = [status for child in children for status in child.now.values()]
    return {name: outcomes.count(name, statuses) for name in outcomes.NAMES}


def children_in(
    returns: Collection[KpiReturn],
    versions: Mapping[int, ReturnVersion],
    before: Mapping[tuple[int, str, str], int],
) -> dict[int, list[PlacedChild]]:
    """The children of each return by reference: those placed at the school on one of its days.

    Of a version that was sent, those whom it tells of. ``before`` says of which return a school's
    return of an earlier period is the last.
    """
    if not returns:
        return {}
    now, last = _said_in(versions), _said_before(before)
    at_school: dict[int, list[Placement]] = defaultdict(list)
    for each in _placed_in(returns):
        at_school[each.school_id].append(each)
    found = {}
    for each in returns:
        version = versions.get(each.pk)
        said = now.get(each.pk, {})
        placements = {one.pk: one for one, _ in said.values()}
        if version is None or not version.is_sealed:
            placements |= {one.pk: one for one in at_school[each.school_id] if _is_there(one, each)}
        earlier = last.get(each.pk, {})
        found[each.pk] = [
            PlacedChild(one, said.get(one.pk, (one, {}))[1], earlier.get(one.pk, (one, {}))[1])
            for one in sorted(placements.values(), key=lambda one: one.reference)
        ]
    return found


def _placed_in(returns: Collection[KpiReturn]) -> Sequence[Placement]:
    first = min(each.first_day for each in returns)
    last = max(each.covers_to for each in returns)
    rows = Placement.objects.filter(school__in={each.school_id for each in returns})
    return rows.touching(first, last).select_related("child")


def _is_there(placement: Placement, kpi_return: KpiReturn) -> bool:
    """Whether a child was at the school on a day that the return covers."""
    began = placement.starts_on <= kpi_return.covers_to
    return began and (placement.ended_on is None or placement.ended_on >= kpi_return.first_day)


Said = dict[int, dict[int, tuple[Placement, dict[str, str]]]]  # by return and placement


def _said_in(versions: Mapping[int, ReturnVersion]) -> Said:
    numbers = {version.pk: kpi_return for kpi_return, version in versions.items()}
    rows = ChildOutcome.objects.filter(version__in=numbers).select_related("placement__child")
    found: Said = defaultdict(dict)
    for row in rows:
        said = found[numbers[row.version_id]].setdefault(row.placement_id, (row.placement, {}))
        said[1][row.area] = row.status
    return found


def _said_before(before: Mapping[tuple[int, str, str], int]) -> Said:
    rows = ChildOutcome.objects.filter(
        version__counts=True,
        version__kpi_return__school__in={school for school, _, _ in before},
        version__kpi_return__period_name__in={name for _, _, name in before},
    ).select_related("placement__child", "version__kpi_return")
    found: Said = defaultdict(dict)
    for row in rows:
        asked = row.version.kpi_return
        number = before.get((asked.school_id, asked.frequency, asked.period_name))
        if number is not None:
            said = found[number].setdefault(row.placement_id, (row.placement, {}))
            said[1][row.area] = row.status
    return found
