"""Rows of a file for figures that some types of school are not asked: they stand beside theirs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kpis.filed import SOURCE, inputs_filed
from kpis.models import Figure, IndicatorSet, KpiReturn, ReturnStatus, ReturnVersion
from kpis.periods import Period


class FiledInputs:
    """Which inputs come from a file, by the type of a school and by the version of a period."""

    def __init__(self) -> None:
        published = IndicatorSet.objects.published().prefetch_related("indicators")
        self._versions = sorted(published, key=lambda each: each.valid_from, reverse=True)
        self._known: dict[tuple[str, str, str], frozenset[str]] = {}

    def of(self, kind: str, period: Period) -> frozenset[str]:
        key = kind, period.frequency, period.name
        if key not in self._known:
            version = next(
                (each for each in self._versions if each.valid_from <= period.last_day), None
            )
            own = version.indicators.all() if version else ()
            asked = [each for each in own if each.frequency == period.frequency]
            self._known[key] = inputs_filed(asked, kind)
        return self._known[key]


def stands_beside(known: KpiReturn) -> bool:
    """Whether a return of the school is under way or sent here, so that a file is put beside it."""
    return not known.imported and known.status not in ReturnStatus.outside()


def told_by_file(version: ReturnVersion, name: str) -> Decimal | None:
    """What an earlier file told of an input."""
    found = next((each for each in version.figures.all() if each.input == name), None)
    return found.ours if found and found.source == SOURCE else None


def write_beside(known: KpiReturn, told: Mapping[str, Decimal | None]) -> None:
    """Put the figures of a file into every version of a return, sent or not."""
    figures = Figure.objects.filter(version__kpi_return=known, input__in=told)
    for name, value in told.items():
        source = SOURCE if value is not None else ""
        figures.filter(input=name, value=None, is_na=False).update(ours=value, source=source)
    there = set(figures.values_list("version", "input"))
    Figure.objects.bulk_create(
        Figure(version=version, input=name, ours=value, source=SOURCE)
        for version in known.versions.filter(sealed_at=None)
        for name, value in told.items()
        if value is not None and (version.pk, name) not in there
    )
