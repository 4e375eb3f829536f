"""How long a return takes, as it was measured: no school is told another's time, but a median.

A return takes from its first save to its first certificate. How long people work at it is the sum
of the gaps between its saves; a gap of over an hour is a break, and not counted. Each gap belongs
to the section that was saved at its end.
"""

from __future__ import annotations

import datetime
import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Count

from kpis.models import KpiReturn, ReturnSection, ReturnVersion

FEWEST = 5  # schools
BREAK = datetime.timedelta(hours=1)
NOTHING = datetime.timedelta()
Saves = list[tuple[datetime.datetime, str]]  # when, and which section


@dataclass(frozen=True)
class UsualTime:
    """The medians of a period: in all, at work, and of each section that enough schools saved."""

    period_name: str
    schools: int
    in_all: datetime.timedelta
    at_work: datetime.timedelta
    of_sections: Mapping[str, datetime.timedelta]

    @property
    def words(self) -> str:
        """In a sentence that a school reads before it begins."""
        return (
            f"For {self.period_name}, schools took {in_words(self.in_all)} from the first save to "
            f"the certificate, with about {in_words(self.at_work)} of work (median of "
            f"{self.schools} schools)."
        )

    def of_section(self, key: str) -> str:
        """How long the section takes; nothing where that is not known."""
        found = self.of_sections.get(key)
        return in_words(found) if found else ""

    @property
    def sections_in_words(self) -> list[tuple[str, str]]:
        """Each section that takes any time, the longest first."""
        longest = sorted(self.of_sections.items(), key=lambda each: (-each[1], each[0]))
        return [(key, in_words(time)) for key, time in longest if time]


def in_words(time: datetime.timedelta) -> str:
    """Minutes below two hours, hours below two days, else days; never less than a minute."""
    minutes = max(round(time.total_seconds() / 60), 1)
    for size, unit, most in ((1, "minute", 120), (60, "hour", 48 * 60)):
        if minutes < most:
            return _counted(round(minutes / size), unit)
    return _counted(round(minutes / (24 * 60)), "day")


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"


def usual_time(frequency: str, *, before: datetime.date | None = None) -> UsualTime | None:
    """That of the last period of a frequency for which enough schools certified a return here.

    ``before`` is the last day of the return that is to be filled in.
    """
    returns = KpiReturn.objects.filter(frequency=frequency, imported=False)
    if before:
        returns = returns.filter(last_day__lt=before)
    first_ones = ReturnVersion.objects.filter(number=1, certified_at__isnull=False)
    certified = first_ones.filter(kpi_return__in=returns)
    last = (
        certified.order_by()
        .values("kpi_return__last_day", "kpi_return__period_name")
        .annotate(schools=Count("kpi_return__school", distinct=True))
        .filter(schools__gte=FEWEST)
        .order_by("-kpi_return__last_day")
        .first()
    )
    if last is None:
        return None
    of_period = certified.filter(kpi_return__last_day=last["kpi_return__last_day"])
    spans = {
        version: (begun_at, certified_at)
        for version, begun_at, certified_at in of_period.values_list(
            "pk", "begun_at", "certified_at"
        )
    }
    works = [_work_of(saves) for saves in _saves_of(spans).values()]
    if len(works) < FEWEST:
        return None
    return UsualTime(
        last["kpi_return__period_name"],
        last["schools"],
        _median(certified_at - begun_at for begun_at, certified_at in spans.values()),
        _median(sum(work.values(), NOTHING) for work in works),
        _of_sections(works),
    )


def _saves_of(
    spans: Mapping[int, tuple[datetime.datetime, datetime.datetime]],
) -> Mapping[int, Saves]:
    """By the number of a version, every save of its sections until its certificate, in order.

    The first is the beginning of the return, of no section.
    """
    saved = ReturnSection.pgh_event_models["insert"].objects.filter(version__in=spans)
    rows = saved.order_by("saved_at", "pgh_id").values_list("version", "saved_at", "key")
    found = {version: [(begun_at, "")] for version, (begun_at, _) in spans.items()}
    for version, saved_at, key in rows:
        found[version].append((saved_at, key))
    return found


def _work_of(saves: Saves) -> dict[str, datetime.timedelta]:
    """How long was worked at each section of a version."""
    work: dict[str, datetime.timedelta] = defaultdict(datetime.timedelta)
    for (before, _), (saved_at, key) in pairwise(saves):
        gap = saved_at - before
        work[key] += gap if NOTHING < gap <= BREAK else NOTHING
    return work


def _of_sections(
    works: Iterable[Mapping[str, datetime.timedelta]],
) -> dict[str, datetime.timedelta]:
    each: dict[str, list[datetime.timedelta]] = defaultdict(list)
    for work in works:
        for key, time in work.items():
            each[key].append(time)
    return {key: _median(times) for key, times in each.items() if len(times) >= FEWEST}


def _median(times: Iterable[datetime.timedelta]) -> datetime.timedelta:
    seconds = statistics.median(each.total_seconds() for each in times)
    return datetime.timedelta(seconds=seconds)
