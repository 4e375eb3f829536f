"""Values that may come in, and are odd: more than all, beyond the limits, or asked by nobody."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from kpis import rating
from kpis.models import Indicator
from kpis.reports.results import Framework
from nmiss.base.importing.rows import Fault

if TYPE_CHECKING:
    from kpis.intake.returns import Key, Value

PER_CENT = frozenset({"%", "percent", "per cent", "percentage"})
SHARE = frozenset({"share", "proportion", "fraction", "ratio"})


class Plausible:
    """What is odd in the returns of a file, by the versions of their periods."""

    def __init__(
        self, entries: Mapping[Key, Mapping[str, Any]], ours: Callable[[Key], Mapping[str, Value]]
    ) -> None:
        self.entries, self.ours = entries, ours
        self.framework = Framework()

    def warnings(self, today: datetime.date) -> list[Fault]:
        found = []
        for key, entries in self.entries.items():
            period = next(iter(entries.values())).period
            asked = [
                each
                for each in self.framework.indicators(period.last_day).values()
                if each.frequency == period.frequency
            ]
            needed = {name for each in asked for name in each.inputs}
            for name, entry in entries.items():
                if name not in needed:
                    found.append(_warning(entry, "input", name, _ASKED_BY_NOBODY))
                if period.first_day > today:
                    found.append(_warning(entry, "period", period.name, _NOT_BEGUN))
            found += self._odd_values(key, asked)
        return found

    def _odd_values(self, key: Key, asked: Iterable[Indicator]) -> Iterator[Fault]:
        entries = self.entries[key]
        told = dict(self.ours(key)) | {name: each.value for name, each in entries.items()}
        given = {
            name: Fraction(value) if isinstance(value, Decimal) else None
            for name, value in told.items()
        }
        for indicator in asked:
            own = [entries[name] for name in indicator.inputs if name in entries]
            if not indicator.formula or not own:
                continue
            value = rating.result_of(indicator, given).value
            if value is not None and (odd := why_odd(indicator, value)):
                yield _warning(own[0], "value", own[0].row.text("value"), odd)


def why_odd(indicator: Indicator, value: Fraction) -> str:
    """Why a value is implausible; nothing where it is not."""
    shown = f"{rating.shown(value).normalize():f}"
    named = f"{indicator} comes to {shown} {indicator.unit}".strip()
    whole = _whole(indicator.unit)
    if whole is not None and value > whole:
        return f"{named}, which is more than the whole: check these figures"
    for kind in ("hard", "soft"):
        low, high = getattr(indicator, f"{kind}_min"), getattr(indicator, f"{kind}_max")
        if low is not None and value < Fraction(low):
            return f"{named}, and we expect at least {low.normalize():f}: check these figures"
        if high is not None and value > Fraction(high):
            return f"{named}, and we expect at most {high.normalize():f}: check these figures"
    return ""


def _whole(unit: str) -> int | None:
    """What all are, in a unit of shares."""
    unit = " ".join(unit.split()).casefold()
    if unit in PER_CENT:
        return 100
    return 1 if unit in SHARE else None


def _warning(entry: Any, column: str, value: str, remedy: str) -> Fault:
    return Fault(entry.row.line, column, value, remedy)


_ASKED_BY_NOBODY = (
    "no indicator asks for this input in this period: we keep the value and rate nothing by it"
)
_NOT_BEGUN = "this period has not begun"
