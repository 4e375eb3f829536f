"""How the schools of the demo were inspected: an import of past years, and one typed lately."""

from __future__ import annotations

import csv
import datetime
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from django.db.models import F
from django.utils import timezone

from nmiss.base.accounts.models import User
from providers.frameworks import AREAS, FRAMEWORKS, InspectionFramework, wrong_day_for
from providers.inspection_imports import import_inspections
from providers.models import Inspection, School

MOST_SCHOOLS = 300
LATELY, HISTORY = datetime.timedelta(days=12), datetime.timedelta(days=100)
COLUMNS = ("school_urn", "framework", "inspected_on", "reference", "standards", "safeguarding")
# How often each grade comes where the standards are met, the best first; else the other way round.
_USUAL = {4: (2, 10, 4, 0), 5: (1, 6, 10, 3, 0)}


def take_in_inspections(*, officer: User) -> None:
    """Reports of past years for most schools, and one that an officer typed a few days ago."""
    run_first = F("provider").asc(nulls_last=True), "urn"
    schools = list(School.objects.not_closed().order_by(*run_first)[:MOST_SCHOOLS])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "inspections.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, (*COLUMNS, *AREAS), restval="", lineterminator="\n")
            writer.writeheader()
            for school in schools:
                writer.writerows(_of(school))
        import_inspections(path, by=None)
    _type_one(officer)


def _of(school: School) -> Iterator[dict[str, object]]:
    """One of the years before, and for some a newer one; of one school in ten nothing is known."""
    rng = Random(f"inspections of the demo: {school.urn}")
    old, new = _frameworks_of(school)
    today = timezone.localdate()
    for framework, day, often in (
        (old, datetime.date(2024, rng.randint(1, 12), rng.randint(1, 20)), 0.9),
        (new, datetime.date(2026, rng.randint(1, 7), rng.randint(1, 20)), 0.3),
    ):
        if rng.random() < often and day < today - HISTORY:
            yield _row(rng, school, framework, day)


def _frameworks_of(school: School) -> tuple[InspectionFramework, InspectionFramework]:
    """The one of some years ago, and the one of today."""
    if "ISI" in school.inspectorate:
        return InspectionFramework.ISI_STANDARDS, InspectionFramework.ISI_STANDARDS
    return InspectionFramework.OFSTED_GRADES, InspectionFramework.OFSTED_REPORT_CARD


def _row(rng: Random, school: School, framework: str, day: datetime.date) -> dict[str, object]:
    judged = FRAMEWORKS[framework]
    is_met = rng.random() < 0.9
    grades = {area: _grade(rng, framework, is_met=is_met) for area in _areas(school, framework)}
    return {
        "school_urn": school.urn,
        "framework": framework,
        "inspected_on": day,
        "reference": f"{10_000_000 + rng.randrange(900_000)}",
        "standards": "met" if is_met else "not_met",
        "safeguarding": "met" if is_met or rng.random() < 0.5 else "not_met",
        **{area: judged.grades[grade] for area, grade in grades.items()},
    }


def _areas(school: School, framework: str) -> list[str]:
    """Those that a school of its ages has."""
    areas = list(FRAMEWORKS[framework].areas)
    if (school.highest_age or 16) <= 16:
        areas = [each for each in areas if each not in {"sixth_form", "post_16"}]
    if (school.lowest_age or 5) >= 5:
        areas = [each for each in areas if each != "early_years"]
    return areas


def _grade(rng: Random, framework: str, *, is_met: bool) -> str:
    grades = list(FRAMEWORKS[framework].grades)
    if framework == InspectionFramework.ISI_STANDARDS:
        return "met" if is_met else rng.choice(grades)
    usual = _USUAL[len(grades)]
    return rng.choices(grades, usual if is_met else usual[::-1])[0]


def _type_one(officer: User) -> None:
    """The report of a member that came a few days ago, so that there is something to read."""
    day = timezone.localdate() - LATELY
    school = School.objects.not_closed().exclude(provider=None).order_by("urn").first()
    if school is None:
        return
    rng = Random("inspection of the demo that is new")
    old, new = _frameworks_of(school)
    framework = old if wrong_day_for(new, day) else new
    areas = _areas(school, framework)
    Inspection.record(
        school,
        by=officer,
        framework=framework,
        kind="routine",
        inspected_on=day,
        published_on=day + datetime.timedelta(days=9),
        reference="10999001",
        standards="met",
        safeguarding="met",
        grades={area: _grade(rng, framework, is_met=True) for area in areas},
    )
