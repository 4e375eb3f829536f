"""Names that come in from outside: what nobody would read as a name."""

from __future__ import annotations

import unicodedata

FORMULA = ("=", "+", "-", "@")  # what a spreadsheet takes for the beginning of a formula
# Controls and line breaks would break the subject of an email; of the marks without a width, those
# that turn the direction of reading make a name look like another.
_UNSEEN = {"Cc", "Zl", "Zp", "Cs", "Co"}
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def what_is_wrong_with(name: str) -> str:
    """Why a name may not come in, as what to do; nothing where it may."""
    if any(unicodedata.category(sign) in _UNSEEN or sign in _TURNING for sign in name):
        return "take out the line breaks and the characters that cannot be seen"
    if not any(map(str.isalnum, name)):
        return "give a name with letters or digits"
    return ""
