"""Typing a day into its three boxes."""

from __future__ import annotations

import datetime

from playwright.sync_api import Page


def type_day(page: Page, legend: str, day: datetime.date) -> None:
    """Type it where the question says ``legend``."""
    boxes = page.get_by_role("group", name=legend)
    for part in ("day", "month", "year"):
        boxes.get_by_label(part.capitalize(), exact=True).fill(str(getattr(day, part)))
