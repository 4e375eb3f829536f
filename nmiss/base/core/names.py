"""Names that come in from outside: what nobody would read as a name."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Q

FORMULA = ("=", "+", "-", "@")  # what a spreadsheet takes for the beginning of a formula
# Controls and line breaks would break the subject of an email; of the marks without a width, those
# that turn the direction of reading make a name look like another.
_UNSEEN = {"Cc", "Zl", "Zp", "Cs", "Co"}
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# What has no width, or looks like nothing: two names that read alike would be two.
_WITHOUT_SIGN = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_LOST = "\ufffd"  # what a byte becomes that no encoding knows
# What mail programs make a link of, although nobody wrote it as one.
_ENDINGS = (
    "com org net info biz edu gov sch co io ai app dev web site online link page click top xyz "
    "shop store club live tech cloud email school academy education care london ltd test example"
)
_LINK = re.compile(
    r"://|\b(?:https?|ftp|mailto|javascript|data):|\bwww\."
    r"|\b[a-z0-9-]{2,63}\.(?:" + _ENDINGS.replace(" ", "|") + r"|[a-z]{2})(?![\w'’-])"
    r"|\b[a-z0-9-]{2,63}\.[a-z]{2,63}/"
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b",
    re.IGNORECASE,
)
HIDDEN = "Take out the line breaks and the characters that cannot be seen"
TURNED = "Take out the characters that turn the direction of reading"
NOTHING_SEEN = "Write something that can be read"
ADDRESS = "Write the name alone, without an email address"
LINK = "Write the name alone, without a web address. Put a space after a full stop"
NO_LETTERS = "Write a name with letters or digits"
TOO_LONG = "Write a shorter name"
LONGEST = 1000  # no field takes as many; what is longer is not looked at, which would take long
# The same as the database is told it: the worst of it.
_REFUSED = (
    r"[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb@]|://|[Ww][Ww][Ww][.]"
)


def what_is_wrong_with(name: str) -> str:
    """Why a name may not come in, as what to do; nothing where it may."""
    if any(unicodedata.category(sign) in _UNSEEN or sign in _TURNING for sign in name):
        return "take out the line breaks and the characters that cannot be seen"
    if not any(map(str.isalnum, name)):
        return "give a name with letters or digits"
    return ""


def is_one_line(text: str) -> None:
    """Refuse, as a validator of Django's, what would break a line or turn the reading around."""
    if any(
        unicodedata.category(sign) in _UNSEEN or sign in _TURNING or sign == _LOST for sign in text
    ):
        raise ValidationError(HIDDEN, code="hidden")
    is_seen(text)


def is_seen(text: str) -> None:
    """Refuse, as a validator of Django's, a text with nothing to read, or read the other way."""
    if not _TURNING.isdisjoint(text):
        raise ValidationError(TURNED, code="hidden")
    hidden = _UNSEEN | {"Cf", "Cn", "Zs"}
    if all(unicodedata.category(sign) in hidden or sign in _WITHOUT_SIGN for sign in text):
        raise ValidationError(NOTHING_SEEN, code="hidden")


def what_is_wrong_with_who(name: str) -> str:
    """Why nobody can be called this, a person or a provider; nothing where somebody can.

    Names stand in emails, letters and the ledger: one must not break a line, point elsewhere or
    pass for another.
    """
    if len(name) > LONGEST:
        return TOO_LONG
    if any(
        unicodedata.category(sign) in _UNSEEN | {"Cf", "Cn"} or sign in _WITHOUT_SIGN
        for sign in name
    ):
        return HIDDEN
    if "@" in name or "＠" in name:
        return ADDRESS
    if _LINK.search(unicodedata.normalize("NFKC", name)):
        return LINK
    return "" if any(map(str.isalnum, name)) else NO_LETTERS


def is_of_somebody(name: str) -> None:
    """Refuse, as a validator of Django's, what nobody can be called."""
    if wrong := what_is_wrong_with_who(name):
        raise ValidationError(wrong, code="name")


def safe_name(field: str = "name") -> CheckConstraint:
    """Have the database refuse names that hold a hidden character, an email or a web address.

    Python says it more finely (``what_is_wrong_with_who``).
    """
    return CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_is_of_somebody",
        condition=~Q(**{f"{field}__regex": _REFUSED}),
        violation_error_message=HIDDEN,
    )
