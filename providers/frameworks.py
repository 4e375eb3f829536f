"""How schools are inspected: each framework with its areas and its grades, in its own words.

No grade of one framework is a grade of another, and none is ever read as one: what counts beyond a
framework is only whether a report says that the standards, and safeguarding, are met.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models

from nmiss.base.core.statuses import coloured


@coloured(met="green", not_met="red")
class MetOrNot(models.TextChoices):
    """What a report says of a standard."""

    MET = "met", "Met"
    NOT_MET = "not_met", "Not met"


@coloured(standards_met="green", standards_not_met="red", standards_not_stated="grey")
class InspectionOutcome(models.TextChoices):
    """Whether a report says that what the law asks of a school is met."""

    MET = "standards_met", "Standards met"
    NOT_MET = "standards_not_met", "Standards not met"
    NOT_STATED = "standards_not_stated", "Standards not stated"


class InspectionKind(models.TextChoices):
    """Why inspectors came."""

    ROUTINE = "routine", "Routine inspection"
    MONITORING = "monitoring", "Progress monitoring"
    MATERIAL_CHANGE = "material_change", "Material change"
    EMERGENCY = "emergency", "Emergency inspection"
    REGISTRATION = "registration", "Before registration"


class InspectionFramework(models.TextChoices):
    """The frameworks that there are and were."""

    OFSTED_GRADES = "ofsted_grades", "Ofsted, four grades"
    OFSTED_REPORT_CARD = "ofsted_report_card", "Ofsted report card"
    ISI_JUDGEMENTS = "isi_judgements", "ISI, four judgements"
    ISI_STANDARDS = "isi_standards", "ISI, standards met or not"


@dataclass(frozen=True)
class Judgements:
    """The areas and grades of a framework, and the first and last day of its inspections."""

    areas: Mapping[str, str]
    grades: Mapping[str, str]
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None

    def grade(self, text: str) -> str:
        """The code of a grade as people write it, in words or by its number; "" for none."""
        plain = " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
        for number, (code, label) in enumerate(self.grades.items(), 1):
            if plain in {code.replace("_", " "), label.casefold(), f"{number}"}:
                return code
        return ""


FRAMEWORKS: dict[str, Judgements] = {
    InspectionFramework.OFSTED_GRADES: Judgements(
        {
            "overall_effectiveness": "Overall effectiveness",
            "quality_of_education": "Quality of education",
            "behaviour_and_attitudes": "Behaviour and attitudes",
            "personal_development": "Personal development",
            "leadership_and_management": "Leadership and management",
            "early_years": "Early years",
            "sixth_form": "Sixth form",
        },
        {
            "outstanding": "Outstanding",
            "good": "Good",
            "requires_improvement": "Requires improvement",
            "inadequate": "Inadequate",
        },
        last_day=datetime.date(2025, 12, 31),
    ),
    InspectionFramework.OFSTED_REPORT_CARD: Judgements(
        {
            "leadership_and_governance": "Leadership and governance",
            "curriculum_and_teaching": "Curriculum and teaching",
            "achievement": "Achievement",
            "attendance_and_behaviour": "Attendance and behaviour",
            "personal_development_and_wellbeing": "Personal development and well-being",
            "inclusion": "Inclusion",
            "early_years": "Early years",
            "post_16": "Post-16 provision",
        },
        {
            "exceptional": "Exceptional",
            "strong_standard": "Strong standard",
            "expected_standard": "Expected standard",
            "needs_attention": "Needs attention",
            "urgent_improvement": "Urgent improvement",
        },
        first_day=datetime.date(2025, 11, 10),
    ),
    InspectionFramework.ISI_JUDGEMENTS: Judgements(
        {
            "achievement": "Pupils’ academic and other achievements",
            "personal_development": "Pupils’ personal development",
        },
        {
            "excellent": "Excellent",
            "good": "Good",
            "sound": "Sound",
            "unsatisfactory": "Unsatisfactory",
        },
        last_day=datetime.date(2023, 8, 31),
    ),
    InspectionFramework.ISI_STANDARDS: Judgements(
        {
            "leadership": "Leadership, management and governance",
            "quality_of_education": "Quality of education, training and recreation",
            "wellbeing": "Pupils’ physical and mental health and emotional well-being",
            "contribution_to_society": "Pupils’ contribution to society",
        },
        dict(MetOrNot.choices),
        first_day=datetime.date(2023, 9, 1),
    ),
}
# Every area once, in the order of the frameworks: the columns of a table of inspections.
AREAS = tuple(dict.fromkeys(area for each in FRAMEWORKS.values() for area in each.areas))


def wrong_day_for(framework: str, day: datetime.date) -> str:
    """Why nobody was inspected by a framework on a day; nothing where it may be so."""
    known = FRAMEWORKS[framework]
    if known.first_day and day < known.first_day:
        return f"inspections by this framework began on {known.first_day:%-d %B %Y}"
    if known.last_day and day > known.last_day:
        return f"inspections by this framework ended on {known.last_day:%-d %B %Y}"
    return ""
