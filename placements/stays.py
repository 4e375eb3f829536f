"""The schools of one place, in order: it goes on where its school got another number."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nmiss.base.importing.outcomes import in_words
from placements.models import EarlierSchool, Placement
from providers.lines import Step, Successions
from providers.models import School

ONE_DAY = datetime.timedelta(days=1)
LONGEST_GAP = datetime.timedelta(days=100)  # a summer, between a school's end and the next


@dataclass(frozen=True)
class Place:
    """What must be known of a place to say at which schools it was."""

    starts_on: datetime.date
    ended_on: datetime.date | None


class Stays:
    """Says at which schools places were, by the register's links and what we were told."""

    def __init__(self, lines: Successions, *, today: datetime.date) -> None:
        self.lines, self.today = lines, today
        days = School.objects.values_list("pk", "opened_on", "closed_on")
        self.days = {pk: (opened_on, closed_on) for pk, opened_on, closed_on in days}

    def of(self, place: Place, *, told: int, before: Sequence[Step] = ()) -> list[Step]:
        """The stays of a place, the first from its first day.

        ``told`` is the school that we were told now, ``before`` what we had. A school that is
        among those, or on the line of one, is no correction: the place went on.
        """
        steps = self._joined(place, told, self._dated(before))
        steps = self._back(place, steps)
        return self._cut(place, self._onward(place, steps))

    def _dated(self, steps: Sequence[Step]) -> list[Step]:
        """What we had, from the days of the register's links where there are such by now."""
        dated = list(steps[:1])
        for step in steps[1:]:
            here = self.lines.after.get(dated[-1].school, ())
            dated.append(next((link for link in here if link.school == step.school), step))
        return dated

    def _joined(self, place: Place, told: int, before: list[Step]) -> list[Step]:
        alone = [Step(place.starts_on, told)]
        if told in [step.school for step in before]:
            return before
        if not before:
            return alone
        here = before[-1].school
        onward = self.lines.path(here, told, after=place.starts_on)
        return [*before, *onward] if onward else self._inferred(place, before, told) or alone

    def _inferred(self, place: Place, before: list[Step], told: int) -> list[Step]:
        """Go on at a school that opened as the other closed, where no link tells of it (yet).

        The place began before that school was there: it cannot have been there all the time.
        """
        closed, opened = self.days[before[-1].school][1], self.days[told][0]
        if not (closed and opened) or opened <= place.starts_on or closed < place.starts_on:
            return []
        return [*before, Step(opened, told)] if ONE_DAY <= opened - closed <= LONGEST_GAP else []

    def _back(self, place: Place, steps: list[Step]) -> list[Step]:
        """Begin at the school that was there on the first day, where there is only one."""
        seen = {step.school for step in steps}
        while True:
            first = steps[0].school
            came = self.origins(first, place.starts_on)
            if len(came) != 1 or came[0].school in seen:
                return steps
            seen.add(came[0].school)
            steps = [
                Step(place.starts_on, came[0].school),
                Step(came[0].from_on, first),
                *steps[1:],
            ]

    def origins(self, school: int, day: datetime.date) -> list[Step]:
        """The schools of which this one came after a day; none where it was there already."""
        opened = self.days[school][0]
        if opened and opened <= day:
            return []
        return self.lines.predecessors(school, after=day)

    def _onward(self, place: Place, steps: list[Step]) -> list[Step]:
        """Go on at the one successor, as far as the place lasts and the days have come."""
        last = min(place.ended_on or self.today, self.today)
        seen = {step.school for step in steps}
        while step := self.lines.successor(steps[-1].school, by=last):
            if step.school in seen:
                break
            seen.add(step.school)
            steps = [*steps, step]
        return steps

    @staticmethod
    def _cut(place: Place, steps: list[Step]) -> list[Step]:
        """Leave out what was over before the first day, or begins after the last."""
        last = place.ended_on or datetime.date.max
        inside = [step for step in steps if step.from_on <= last] or steps[:1]
        begun = [step for step in inside if step.from_on <= place.starts_on] or inside[:1]
        later = [step for step in inside[len(begun) :] if step.from_on > place.starts_on]
        return [Step(place.starts_on, begun[-1].school), *later]


def schools_in_words(steps: Sequence[Step], urns: Mapping[int, int]) -> str:
    """The schools by their numbers: "900003 until 31 August 2025, then 900980"."""
    parts = [
        f"{urns[step.school]} until {in_words(following.from_on - ONE_DAY)}"
        for step, following in itertools.pairwise(steps)
    ]
    return ", then ".join([*parts, str(urns[steps[-1].school])])


def stays_of(placement: Placement) -> list[Step]:
    """What we have; its earlier schools must be prefetched."""
    earlier = sorted(placement.earlier_schools.all(), key=lambda each: each.from_on)
    begun = earlier[-1].until_on + ONE_DAY if earlier else placement.starts_on
    steps = [Step(each.from_on, each.school_id) for each in earlier]
    return [*steps, Step(begun, placement.school_id)]


def write_stays(stays: dict[int, list[Step]]) -> None:
    """Keep the earlier schools of placements, by primary key, as they are now."""
    wanted = {
        (pk, step.school, step.from_on, following.from_on - ONE_DAY)
        for pk, steps in stays.items()
        for step, following in itertools.pairwise(steps)
    }
    have = {
        (each.placement_id, each.school_id, each.from_on, each.until_on): each.pk
        for each in EarlierSchool.objects.filter(placement__in=stays)
    }
    gone = [pk for key, pk in have.items() if key not in wanted]
    EarlierSchool.objects.filter(pk__in=gone).delete()
    EarlierSchool.objects.bulk_create(
        EarlierSchool(placement_id=pk, school_id=school, from_on=from_on, until_on=until_on)
        for pk, school, from_on, until_on in sorted(wanted - have.keys())
    )
