"""Codes that are numbers, however they are written: the register has ``02`` and ``08``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

_DIGITS = re.compile(r"[0-9]{1,10}", re.ASCII)


@functools.lru_cache(maxsize=4096)
def number_of(code: str) -> int | None:
    """The code as a number; nothing where it is none."""
    text = code.strip()
    return int(text) if _DIGITS.fullmatch(text) else None


def numbers_of(codes: Iterable[object]) -> frozenset[int]:
    """Those of the codes that are numbers."""
    found = (number_of(str(code)) for code in codes)
    return frozenset(number for number in found if number is not None)


def of_authority(code: str) -> str:
    """An authority's code in the one form in which we hold it: three digits, nothing else."""
    number = number_of(code)
    return f"{number:03}" if number is not None and number < 1000 else ""
