"""Cells of these tables: numbers that are exact, and names of inputs."""

from __future__ import annotations

from decimal import Decimal

from kpis.formulae import INPUT
from nmiss.base.core.number_fields import plain_number
from nmiss.base.importing.cells import Unreadable

NA = "NA"
MOST = Decimal(10) ** 12
PLACES = 8


def number(text: str) -> Decimal:
    """A number as it stands, with up to eight decimals."""
    plain = plain_number(text)
    if plain is None or "£" in text or text.startswith("0,"):
        raise Unreadable(_why_no_number(text))
    found = Decimal(plain)
    if abs(found) >= MOST:
        raise Unreadable("enter a number below 1,000,000,000,000")
    if found.normalize().as_tuple().exponent < -PLACES:
        raise Unreadable(f"enter at most {PLACES} decimals")
    return found


def distance(text: str) -> Decimal:
    """A number from nought up."""
    found = number(text)
    if found < 0:
        raise Unreadable("enter a number from 0 up")
    return found


def value(text: str) -> Decimal | str:
    """What a school returned: a number from nought up, or NA."""
    if text == NA:
        return NA
    found = number(text)
    if found < 0:
        raise Unreadable("enter a number from 0 up: nothing that is counted is negative")
    return found


def input_name(text: str) -> str:
    """The name of an input, as it stands in formulae."""
    if not INPUT.fullmatch(text) or len(text) > 50:
        raise Unreadable("enter the name of an input as in the formula, such as sessions_attended")
    return text


def _why_no_number(text: str) -> str:
    if text.count(",") == 1 and text.replace(",", "").isdecimal():
        return f"write decimals with a full stop: {text.replace(',', '.')}"
    if text.endswith("%"):
        return f"enter the number without the sign: {text[:-1].strip()}"
    return "enter a number in figures, such as 92.5"
