"""What happened to the county after the window: places end, children move on, others come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from nmiss.demo import figures
from nmiss.demo.calendar import (
    DAY,
    between,
    in_term,
    last_day_of,
    nc_year,
    start_of_term,
)
from nmiss.demo.children import Choice, DemoPlace, Needs, Refs, new_child, new_place
from nmiss.demo.figures import ON_THE_DPS, ROWS
from nmiss.demo.schools import CLOSES_ON, DemoSchool

_FROM = date(2025, 1, 6)
# Of a hundred endings inside the year: why, and how many of these go on to another school.
_ENDINGS = {
    "moved_away": (18, 0),
    "notice_by_school": (22, 100),
    "notice_by_authority": (12, 0),
    "parental_choice": (14, 40),
    "planned_transfer": (20, 60),
    "tribunal": (6, 100),
    "permanent_exclusion": (6, 100),
    "other": (2, 0),
}
_DAYS_BETWEEN_ENDINGS = 365 / 0.06
_LEAVE_AFTER = {11: 20, 13: 35, 14: 45}
# Endings are known some months ahead: notice is a term.
_NOTICE = timedelta(days=120)
_COMING = {1: 22, 2: 12, 3: 12, 4: 18, 5: 12, 6: 10, 7: 3, 8: 0, 10: 16, 11: 14, 12: 5}
_COMING_FIRST = 50
_YEARS_IN_AUTUMN = {0: 2, 1: 3, 2: 4, 3: 5, 4: 6, 5: 6, 6: 4, 7: 30, 8: 10, 9: 12, 10: 7, 12: 8}
_YEARS_LATER = {1: 3, 2: 4, 3: 5, 4: 7, 5: 7, 7: 14, 8: 20, 9: 22, 10: 14}
_ON_THE_DPS = 0.6


class Aftermath:
    """Takes the county on from the window, month by month, to a last day."""

    def __init__(self, rng: Random, refs: Refs, schools: list[DemoSchool], until: date) -> None:
        self._rng, self._refs, self._until = rng, refs, until
        self._choice = {
            row: Choice([s for s in schools if s.row is row and not s.is_closing]) for row in ROWS
        }
        self._needs = Needs(figures.NEEDS_ON_SNAPSHOT, is_exact=False)
        self._change: Counter[tuple[int, int]] = Counter()
        self.places: list[DemoPlace] = []

    def take_on(self, places: list[DemoPlace]) -> list[DemoPlace]:
        """End the places that end, and return those that were made since."""
        still = [place for place in places if not place.ended_on]
        for place in still:
            if not place.is_left_behind:
                self._settle(place)
        placed = len(still)
        for first in self._months():
            month = (first.year, first.month)
            placed += self._change[month]
            coming = self._coming(first, placed)
            placed += coming
            for _ in range(coming):
                self._welcome(first)
        self._leave_one_without_a_place([*places, *self.places])
        return self.places

    def _months(self) -> Iterator[date]:
        first = date(2025, 1, 1)
        while first <= self._until:
            yield first
            first = (first + 31 * DAY).replace(day=1)

    def _coming(self, first: date, placed: int) -> int:
        """Say how many start in the month; in September as many as make up for who finished."""
        if first.month == 9:
            wanted = figures.PLACED_IN_AUTUMN
            return max(0, wanted[min(first.year - 2025, len(wanted) - 1)] - placed)
        return _COMING_FIRST if first == date(2025, 1, 1) else _COMING[first.month]

    def _welcome(self, first: date) -> None:
        rng = self._rng
        if first.month == 9:
            starts_on, years = start_of_term(rng, first.year), _YEARS_IN_AUTUMN
        else:
            earliest = first.replace(day=6) if first.month == 1 else first
            starts_on, years = between(rng, earliest, first.replace(day=27)), _YEARS_LATER
        if starts_on > self._until:
            return
        year = rng.choices(list(years), list(years.values()))[0]
        school = self._choice[self._row()].pick(rng, year, year)
        reception = nc_year(year, starts_on)
        need = self._needs.take(rng, school)
        child = new_child(rng, self._refs, reception, need, school)
        self._begin(new_place(rng, child, school, starts_on), is_counted=False)

    def _row(self) -> figures.SnapshotRow:
        return ROWS[0] if self._rng.random() < _ON_THE_DPS else ROWS[1]

    def _begin(self, place: DemoPlace, *, is_counted: bool) -> None:
        self.places.append(place)
        if is_counted:
            self._change[place.starts_on.year, place.starts_on.month] += 1
        self._settle(place)

    def _settle(self, place: DemoPlace) -> None:
        """Decide how a place ends, and write down what is known of it on the last day."""
        last, reason, goes_on = self._ending(place)
        if last > self._until:
            if last - self._until <= _NOTICE:
                place.end(last, reason)
            return
        next_first = self._next_first(last, reason) if goes_on else None
        if goes_on and not next_first:
            reason = "moved_away"
        place.end(last, reason)
        self._change[(last + DAY).year, (last + DAY).month] -= 1
        if next_first:
            self._move_on(place, next_first)

    def _ending(self, place: DemoPlace) -> tuple[date, str, bool]:
        rng = self._rng
        finish = self._finish(place)
        wait = timedelta(days=int(rng.expovariate(1 / _DAYS_BETWEEN_ENDINGS)))
        inside = in_term(max(place.starts_on + 40 * DAY, _FROM) + min(wait, 40 * 365 * DAY))
        last = min(finish, max(inside, place.starts_on + 20 * DAY))
        if place.school.is_closing and last > CLOSES_ON:
            return CLOSES_ON, "school_closed", True
        if last == finish:
            is_of_primary_age = place.child.year(last) < 11
            return last, "planned_transfer", is_of_primary_age and rng.random() < 0.75
        weights = [share for share, _ in _ENDINGS.values()]
        reason = rng.choices(list(_ENDINGS), weights)[0]
        return last, reason, rng.randrange(100) < _ENDINGS[reason][1]

    def _finish(self, place: DemoPlace) -> date:
        """Return the end of the child's last year there: 11, 13, 14 or as far as it goes."""
        year = place.child.year(max(place.starts_on, _FROM))
        last_year = place.school.last_year
        if last_year > 11:
            years = [each for each in _LEAVE_AFTER if year <= each <= last_year]
            last_year = self._rng.choices(years, [_LEAVE_AFTER[each] for each in years])[0]
        return last_day_of(place.child.reception + last_year)

    def _next_first(self, last: date, reason: str) -> date | None:
        """Return the first day of the next place, by the last day of all; None if there is none."""
        if last.month in (7, 8):
            first = date(last.year, 9, 1)
        else:
            is_planned = reason in ("planned_transfer", "tribunal")
            first = last + (DAY if is_planned else self._rng.randint(3, 35) * DAY)
        if first > self._until:
            first = last + DAY
        return first if first <= self._until else None

    def _move_on(self, place: DemoPlace, first: date) -> None:
        first_choice = self._row()
        for row in sorted(ROWS, key=lambda row: row is not first_choice):
            school = self._choice[row].pick_next(self._rng, place, first, 0)
            if school:
                break
        else:
            place.end_reason = "moved_away"
            return
        self._begin(new_place(self._rng, place.child, school, first), is_counted=True)

    def _leave_one_without_a_place(self, places: list[DemoPlace]) -> None:
        """Plant a child out of school: excluded some weeks ago, and no next place."""
        last = in_term(self._until - 38 * DAY)
        settled = [
            place
            for place in places
            if place.ended_on is None
            and not place.is_left_behind
            and place.starts_on < last - 90 * DAY
            and place.child.year(last) < 11
            and place.school.row is ON_THE_DPS
        ]
        self._rng.choice(settled).end(last, "permanent_exclusion")
