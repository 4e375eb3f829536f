"""Lines of schools: where each came from and what it has become, by the register's links."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, Self

from django.db.models import BigIntegerField, Case, Expression, F, Value, When

from providers.models import Succession


class Step(NamedTuple):
    """From this day on, at this school (by primary key)."""

    from_on: datetime.date
    school: int


class Successions:
    """All successions, which are few, in memory."""

    def __init__(self, links: Iterable[tuple[int, int, datetime.date]]) -> None:
        self.after: dict[int, list[Step]] = defaultdict(list)
        self.before: dict[int, list[Step]] = defaultdict(list)
        for old, new, from_on in sorted(links, key=lambda link: link[2]):
            self.after[old].append(Step(from_on, new))
            self.before[new].append(Step(from_on, old))

    @classmethod
    def load(cls) -> Self:
        return cls(Succession.objects.values_list("predecessor", "successor", "from_on"))

    def successor(self, school: int, *, by: datetime.date) -> Step | None:
        """What a school went on as by a day; nothing where it did not, or was split."""
        steps = self.after.get(school, ())
        return steps[0] if len(steps) == 1 and steps[0].from_on <= by else None

    def heirs(self, on: datetime.date) -> dict[int, int]:
        """What each school that is no more has become by a day, at the end of its line."""
        found = {}
        for school in self.after:
            seen, heir = {school}, school
            while (step := self.successor(heir, by=on)) and step.school not in seen:
                heir = step.school
                seen.add(heir)
            if heir != school:
                found[school] = heir
        return found

    def path(self, old: int, new: int, *, after: datetime.date) -> list[Step]:
        """The steps from one school to another, by splits and amalgamations, too."""
        ways: list[list[Step]] = [[step] for step in self.after.get(old, ())]
        seen = {old}
        while ways:
            way = ways.pop(0)
            last = way[-1]
            if last.school in seen or way[0].from_on <= after:
                continue
            if last.school == new:
                return way
            seen.add(last.school)
            following = self.after.get(last.school, ())
            ways += [[*way, step] for step in following if step.from_on >= last.from_on]
        return []

    def predecessors(self, school: int, *, after: datetime.date) -> list[Step]:
        """The schools of which this one came, after a day, each with the day of it."""
        return [step for step in self.before.get(school, ()) if step.from_on > after]


def as_of(field: str, heirs: dict[int, int]) -> Expression:
    """The school of a field, as what it has become."""
    if not heirs:
        return F(field)
    became = [When(**{field: old}, then=Value(new)) for old, new in sorted(heirs.items())]
    return Case(*became, default=F(field), output_field=BigIntegerField())
