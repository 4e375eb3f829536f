"""Cells that leave: no reader's spreadsheet may take one for a formula."""

from __future__ import annotations

import datetime
import unicodedata
from decimal import Decimal
from itertools import chain

from django.utils import timezone

# Excel takes = + - @ for the beginning of a formula; | and % are of DDE. Full-width forms are
# folded first, and so is whatever some program strips before it looks.
STARTS_A_FORMULA = frozenset("=+-@|%")
STRIPPED = frozenset("\t\r\n\v\f\0")
NUMBER = (int, float, Decimal)


def safe(value: object) -> object:
    """The value as it may stand in a cell: text that would start a formula begins with '.

    Numbers and days stay what they are.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    if isinstance(value, (*NUMBER, datetime.date)):
        return value
    text = str(value)
    return f"'{text}" if _starts_a_formula(text) else text


def _starts_a_formula(text: str) -> bool:
    if text[:1] in STRIPPED:
        return True
    # One sign at a time: a long text is normalised slowly, and its beginning decides.
    for sign in chain.from_iterable(unicodedata.normalize("NFKC", each) for each in text):
        if not sign.isspace() and unicodedata.category(sign) not in {"Cc", "Cf"}:
            return sign in STARTS_A_FORMULA or (unicodedata.category(sign) == "Sm" and sign in "−")
    return False
