"""The text of one cell, read as a day, an amount, a number, a postcode or a reference.

A cell is taken where it has only one reading, however a spreadsheet has written it. Where it has
none, or two, ``Unreadable`` says what is wrong and what to do.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from nmiss.base.core.number_fields import plain_number

FIRST_YEAR, LAST_YEAR = 1900, 2100
LAST_SHORT_YEAR = 29  # spreadsheets write 2029 as 29 too, but 30 may be 1930
PENNY = Decimal("0.01")
MOST_POUNDS = Decimal(100_000_000)
# What a spreadsheet shows for a formula that failed.
ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)
REFERENCE = re.compile(r"[A-Z0-9][A-Z0-9._-]*", re.ASCII)  # references stand in addresses of pages
SHORTENED = re.compile(r"-?[0-9](\.[0-9]+)?E\+?[0-9]+", re.ASCII | re.IGNORECASE)
WHOLE = re.compile(r"[0-9]{1,10}", re.ASCII)
NO_FRACTION = re.compile(r"(?<=[0-9])\.0+", re.ASCII)
POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})", re.ASCII)

_MIDNIGHT = re.compile(r"(.*[0-9])\s+00?:00(?::00(?:\.0+)?)?", re.ASCII)
_TIME = re.compile(r"(.*[0-9])[\sT]+[0-9]{1,2}:[0-9]{2}.*", re.ASCII)
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4})", re.ASCII)
_MONTH_NAMED = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    r"([0-9]{1,2})(?:st|nd|rd|th)?[ /-]([a-z]{3,9})\.?,?[ /-]([0-9]{4}|[0-9]{2})",
    re.ASCII | re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}", re.ASCII)
_SERIAL = re.compile(r"[1-9][0-9]{2,5}", re.ASCII)
_MONTHS = tuple(datetime.date(2000, month, 1).strftime("%B").lower() for month in range(1, 13))


class Unreadable(Exception):
    """The cell cannot be taken; the words say what to do."""


def day(
    text: str, *, like: str = "2024-09-02", serial_from: datetime.date | None = None
) -> datetime.date:
    """A day, year first or day first; never month first.

    ``serial_from`` is the day from which a workbook counts the days that it shows as numbers.
    """
    if found := _MIDNIGHT.fullmatch(text):
        text = found[1]
    elif _TIME.fullmatch(text):
        raise Unreadable(f"enter the date without a time, in the form {like}")
    read = _numbered_day(text, like) or _named_day(text, like) or _serial_day(text, serial_from)
    if read is None:
        raise Unreadable(_why_no_day(text, like))
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise Unreadable(f"enter a date from {FIRST_YEAR} to {LAST_YEAR}")
    return read


def _numbered_day(text: str, like: str) -> datetime.date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _existing(found[1], found[3], found[4], like)
    if found := _DAY_FIRST.fullmatch(text):
        first, month = int(found[1]), int(found[3])
        if month > 12 and first <= 12:
            raise Unreadable(
                f"we read dates as day/month/year, and there is no month {month}: if this table "
                f"has the month first, enter all its dates in the form {like}"
            )
        return _existing(found[4], found[3], found[1], like)
    return None


def _named_day(text: str, like: str) -> datetime.date | None:
    found = _MONTH_NAMED.fullmatch(" ".join(text.split()))
    month = _month(found[2]) if found else None
    if month is None:
        return None
    year = int(found[3])
    if len(found[3]) == 2 and year > LAST_SHORT_YEAR:
        raise Unreadable(f"enter the year with four digits, in the form {like}")
    return _existing(2000 + year if len(found[3]) == 2 else year, month, found[1], like)


def _month(name: str) -> int | None:
    name = "sep" if name.lower() == "sept" else name.lower()
    numbers = [n for n, month in enumerate(_MONTHS, start=1) if name in (month, month[:3])]
    return numbers[0] if numbers else None


def _serial_day(text: str, serial_from: datetime.date | None) -> datetime.date | None:
    if serial_from is None or not _SERIAL.fullmatch(text):
        return None
    return serial_from + datetime.timedelta(days=int(text))


def _existing(year: str | int, month: str | int, number: str | int, like: str) -> datetime.date:
    try:
        return datetime.date(int(year), int(month), int(number))
    except ValueError:
        raise Unreadable(f"enter a real date, in the form {like}") from None


def _why_no_day(text: str, like: str) -> str:
    if _SHORT_YEAR.fullmatch(text):
        return f"enter the year with four digits, in the form {like}"
    if re.fullmatch(r"[34][0-9]{4}", text, re.ASCII):
        remedy = "format the column as dates, in the form"
        return f"this is a spreadsheet’s number for a date: {remedy} {like}"
    return f"enter a real date, in the form {like}"


def pounds(text: str) -> Decimal:
    """Pounds, to the penny at the most, not negative."""
    plain = plain_number(text)
    if not text:
        raise Unreadable("enter pounds in digits, such as 61184 or 61184.50")
    if plain is None:
        raise Unreadable(f'"{text}" is not an amount: give pounds, such as 61184 or 61184.50')
    amount = Decimal(plain)
    if plain.startswith("-"):
        raise Unreadable("a fee cannot be negative: enter pounds from 0 up")
    if amount >= MOST_POUNDS:
        raise Unreadable(f"enter pounds below {MOST_POUNDS:,}")
    if amount != amount.quantize(PENNY):
        raise Unreadable("enter pounds and whole pence, such as 61184.50")
    return amount.quantize(PENNY)


def number(text: str, *, places: int, most: Decimal, least: Decimal = Decimal(0)) -> Decimal:
    """A number with a few decimals at the most, such as 2.5."""
    plain = plain_number(text)
    if plain is None or "£" in text:
        raise Unreadable(f'"{text}" is not a number: give one such as 1 or 2.5')
    found = Decimal(plain)
    if not least <= found <= most:
        raise Unreadable(f"enter a number from {least} to {most:,}")
    if found != round(found, places):
        raise Unreadable(f"enter {places} decimals at the most, such as 2.5")
    return round(found, places)


def whole(text: str, *, largest: int) -> int:
    """A whole number from 0. A spreadsheet may have written 12.0, or 1,200, for it."""
    digits = text if WHOLE.fullmatch(text) else NO_FRACTION.sub("", plain_number(text) or "")
    if not WHOLE.fullmatch(digits) or "£" in text or int(digits) > largest:
        raise Unreadable(f"enter a whole number from 0 to {largest}")
    return int(digits)


def postcode(text: str) -> str:
    """A whole postcode, as the post writes it: CT20 3QA."""
    found = POSTCODE.fullmatch("".join(text.upper().split()))
    if found is None:
        raise Unreadable("enter a whole postcode such as CT20 3QA, or leave it empty")
    return f"{found[1]} {found[2]}"


def reference(text: str, *, longest: int) -> str:
    """A reference, in capitals: zc77 and ZC77 are one."""
    if SHORTENED.fullmatch(text):
        raise Unreadable("a spreadsheet has shortened this number: show the column as text")
    if len(text) > longest:
        raise Unreadable(f"use at most {longest} characters")
    if not REFERENCE.fullmatch(text.upper()) or not text.isascii():
        raise Unreadable("use letters, digits, full stops, hyphens and underscores only")
    return text.upper()
