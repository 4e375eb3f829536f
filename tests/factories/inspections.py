"""Inspections of schools, as they are typed from a report."""

from __future__ import annotations

import datetime

from providers.models import Inspection

DAY = datetime.date(2025, 11, 20)


def an_inspection(school, *, by, **facts):
    """A report card that says that the standards are met; say otherwise what is otherwise."""
    usual = {
        "framework": "ofsted_report_card",
        "kind": "routine",
        "inspected_on": DAY,
        "reference": "R-1",
        "standards": "met",
        "grades": {"inclusion": "strong_standard"},
    }
    return Inspection.record(school, by=by, **usual | facts)
