"""The children of 3.3 and 3.7: placed in January 2024, or at some day of the window, or both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from nmiss.demo import figures
from nmiss.demo.calendar import (
    DAY,
    academic_year,
    between,
    in_term,
    last_day_of,
    start_in_year,
    start_of_term,
)
from nmiss.demo.children import Choice, DemoPlace, Needs, Refs, new_child, new_place
from nmiss.demo.figures import ROWS, SNAPSHOT, WINDOW_FIRST, WINDOW_LAST, SnapshotRow
from nmiss.demo.membership import LEFT_BEFORE_WINDOW
from nmiss.demo.schools import DemoSchool

_YEAR = academic_year(SNAPSHOT)
# Where nobody goes on to another of our schools: home, another council, a maintained school.
GONE_FOR = ("moved_away", "parental_choice", "notice_by_authority", "planned_transfer", "other")
_YEARS_AGO = (40, 28, 17, 10, 5)
_ARRIVING = {1: 4, 2: 5, 3: 6, 4: 7, 5: 7, 6: 4, 7: 26, 8: 14, 9: 14, 10: 9, 12: 4}


class Cohort:
    """Fills the schools of one county until both tables come true."""

    def __init__(self, rng: Random, refs: Refs, schools: list[DemoSchool]) -> None:
        self._rng, self._refs = rng, refs
        self._schools = {row: [s for s in schools if s.row is row] for row in ROWS}
        self._used = {
            row: [school for school in mine if not school.is_new_to_us]
            for row, mine in self._schools.items()
        }
        self._choice = {row: Choice(mine) for row, mine in self._used.items()}
        self._needs = Needs(figures.NEEDS_ON_SNAPSHOT, is_exact=True)
        self._later_needs = Needs(figures.NEEDS_ON_SNAPSHOT, is_exact=False)
        self.places: list[DemoPlace] = []

    def fill(self) -> list[DemoPlace]:
        """Place the children; each step leaves the counts of the paper as they must be."""
        years = Counter(figures.NC_YEARS_ON_SNAPSHOT)
        seeded = {row: self._seed(row, years) for row in ROWS}
        staying = list(years.elements())
        self._rng.shuffle(staying)
        finishing = _take_finishing(staying)
        for row in ROWS:
            self._place_gone(row, [staying.pop() for _ in range(row.gone)])
        deals = [row for row in ROWS for _ in range(row.stayed - seeded[row])]
        self._rng.shuffle(deals)
        for year in finishing:
            self._place_finishing(deals.pop(), year)
        stayed = [self._place_stayed(row, year) for row, year in zip(deals, staying, strict=True)]
        self._leave_early(stayed)
        for row in ROWS:
            self._transfer(row, [place for place in stayed if place.school.row is row])
            self._place_arrived(row)
        self._call_off_too_late()
        return self.places

    def _add(self, school: DemoSchool, reception: int, starts_on: date, needs: Needs) -> DemoPlace:
        need = needs.take(self._rng, school)
        child = new_child(self._rng, self._refs, reception, need, school)
        place = new_place(self._rng, child, school, starts_on)
        self.places.append(place)
        return place

    def _add_on_snapshot(
        self, school: DemoSchool, year: int, starts_on: date | None = None
    ) -> DemoPlace:
        starts_on = starts_on or self._start_before_snapshot(school, year)
        return self._add(school, _YEAR - year, starts_on, self._needs)

    def _start_before_snapshot(self, school: DemoSchool, year: int) -> date:
        """Pick a first day in this academic year or one of the four before, of an age to come."""
        most = min(4, year - school.first_year)
        ago = self._rng.choices(range(most + 1), _YEARS_AGO[: most + 1])[0]
        if ago:
            return start_in_year(self._rng, _YEAR - ago)
        return self._start_this_year()

    def _start_this_year(self) -> date:
        if self._rng.random() < 0.7:
            return start_of_term(self._rng, _YEAR)
        return between(self._rng, date(_YEAR, 9, 16), date(_YEAR + 1, 1, 12))

    def _seed(self, row: SnapshotRow, years: Counter[int]) -> int:
        """Give every school that was used on the snapshot a child who stays; return how many."""
        before = len(self.places)
        for school in self._used[row]:
            if school.is_closing:
                for _ in range(2):
                    self._seed_one(school, years, range(1, 9)).is_left_behind = True
            elif school.was_member:
                for _ in range(2):
                    self._seed_one(school, years, range(7, 11), self._start_this_year())
            else:
                self._seed_one(school, years, range(school.first_year, school.last_year))
        return len(self.places) - before

    def _seed_one(
        self, school: DemoSchool, years: Counter[int], among: range, starts_on: date | None = None
    ) -> DemoPlace:
        year = self._rng.choices(among, [years[each] for each in among])[0]
        years[year] -= 1
        return self._add_on_snapshot(school, year, starts_on)

    def _place_gone(self, row: SnapshotRow, years: list[int]) -> None:
        """Place those who were there on the snapshot and had gone when the window opened."""
        # The first and the last day on which they can have gone, then days between.
        days = [SNAPSHOT, WINDOW_FIRST - DAY]
        for year in years:
            school = self._choice[row].pick(self._rng, year, year)
            last = days.pop() if days else between(self._rng, SNAPSHOT, date(2024, 3, 28))
            self._add_on_snapshot(school, year).end(last, self._rng.choice(GONE_FOR))

    def _place_finishing(self, row: SnapshotRow, year: int) -> None:
        school = self._choice[row].pick(self._rng, year, year)
        last = self._rng.choice((date(2024, 7, 19), last_day_of(_YEAR)))
        self._add_on_snapshot(school, year).end(last, "planned_transfer")

    def _place_stayed(self, row: SnapshotRow, year: int) -> DemoPlace:
        school = self._choice[row].pick(self._rng, year, year + 1)
        return self._add_on_snapshot(school, year)

    def _leave_early(self, stayed: list[DemoPlace]) -> None:
        """Let a few go inside the window, one of them on its first day."""
        leaving = self._rng.sample(stayed, figures.LEFT_EARLY_IN_WINDOW)
        for place in leaving:
            last = in_term(between(self._rng, WINDOW_FIRST + 2 * DAY, date(2024, 11, 28)))
            place.end(last, self._rng.choice(GONE_FOR))
        leaving[0].end(WINDOW_FIRST, "moved_away")

    def _transfer(self, row: SnapshotRow, stayed: list[DemoPlace]) -> None:
        """Move a child within the row and the window: one child in 3.3, with two places."""
        # Secondary years, for which every row has more than one school.
        years = range(_YEAR - 10, _YEAR - 6)
        going = [p for p in stayed if not p.ended_on and p.child.reception in years]
        for place in self._rng.sample(going, row.transfers):
            last = in_term(between(self._rng, date(2024, 5, 7), date(2024, 10, 18)))
            place.end(last, self._rng.choice(("notice_by_school", "planned_transfer")))
            child = place.child
            next_year = _YEAR + 1 - child.reception
            school = self._choice[row].pick_next(self._rng, place, last + DAY, next_year)
            self.places.append(new_place(self._rng, child, school, last + DAY))

    def _place_arrived(self, row: SnapshotRow) -> None:
        """Place those who came after the snapshot and before the window closed."""
        choice = Choice(self._schools[row])
        new = [school for school in self._schools[row] if school.is_new_to_us]
        arrived = []
        for starts_on in self._arrivals(row.arrived):
            school = new.pop() if new else None
            years = list(_ARRIVING)
            if school:
                years = [y for y in years if school.first_year <= y < school.last_year]
            year = self._rng.choices(years, [_ARRIVING[each] for each in years])[0]
            # Who comes before the summer is a year older after it, and still of an age to stay.
            stays_for = int(starts_on < date(_YEAR + 1, 9, 1))
            school = school or choice.pick(self._rng, year, year + stays_for)
            reception = academic_year(starts_on) - year
            arrived.append(self._add(school, reception, starts_on, self._later_needs))
        came_early = [place for place in arrived if place.starts_on < date(2024, 7, 1)]
        for place in self._rng.sample(came_early, figures.CAME_AND_WENT_IN_WINDOW // len(ROWS)):
            earliest = max(place.starts_on, WINDOW_FIRST) + timedelta(days=40)
            last = between(self._rng, earliest, date(2024, 11, 28))
            place.end(last, self._rng.choice(GONE_FOR))

    def _arrivals(self, count: int) -> Iterator[date]:
        """Yield first days: the window's last, then before Easter, before summer, in autumn."""
        yield WINDOW_LAST
        for _ in range(count - 1):
            draw = self._rng.random()
            if draw < 0.25:
                yield between(self._rng, SNAPSHOT + DAY, date(2024, 3, 28))
            elif draw < 0.45:
                yield between(self._rng, date(2024, 4, 15), date(2024, 7, 5))
            elif draw < 0.85:
                yield start_of_term(self._rng, 2024)
            else:
                yield between(self._rng, date(2024, 9, 16), date(2024, 11, 29))

    def _call_off_too_late(self) -> None:
        """Plant two call-offs at the school that had left the DPS: the import warns of them."""
        late = [
            place
            for place in self.places
            if place.school.was_member and place.starts_on > LEFT_BEFORE_WINDOW
        ]
        for place in late[:2]:
            place.route = "call_off"


def _take_finishing(years: list[int]) -> list[int]:
    """Take out of the shuffled years those who finish in the summer of 2024."""
    finishing = [year for year, count in figures.FINISHED_IN_2024.items() for _ in range(count)]
    for year in finishing:
        years.remove(year)
    return finishing
