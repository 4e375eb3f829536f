"""Days as tables write them: ours, and the register's."""

from __future__ import annotations

import datetime
import re


def _iso_day(text: str) -> datetime.date | None:
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text, re.ASCII)
    return _day(*match.groups()) if match else None


def _our_day(text: str) -> datetime.date | None:
    """As 2024-09-02, or as a British spreadsheet writes it when it saves: 02/09/2024."""
    match = re.fullmatch(r"([0-9]{2})/([0-9]{2})/([0-9]{4})", text, re.ASCII)
    return _day(*reversed(match.groups())) if match else _iso_day(text)


def _register_day(text: str) -> datetime.date | None:
    match = re.fullmatch(r"([0-9]{2})-([0-9]{2})-([0-9]{4})", text, re.ASCII)
    return _day(*reversed(match.groups())) if match else None


def register_or_our_day(text: str) -> datetime.date | None:
    """As the register writes it, or as a spreadsheet that it went through."""
    return _register_day(text) or _our_day(text)


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


# How each is read, and what it looks like.
FORMS = {"%Y-%m-%d": (_our_day, "2024-09-02"), "%d-%m-%Y": (_register_day, "02-09-2024")}
