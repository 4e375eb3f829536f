"""Company numbers, in the one form in which we hold them: eight signs, in capitals.

A number tells one provider from another, so it must not come in two forms: a spreadsheet takes
the zeros from its beginning, and writes 1234567.0.
"""

from __future__ import annotations

import re

from django.db.models import CheckConstraint, Q

from nmiss.base.importing.cells import NO_FRACTION, SHORTENED, Unreadable

FORM = r"^([0-9]{8}|[A-Z]{2}[0-9]{6})$"
_DIGITS = re.compile(r"[0-9]{1,8}", re.ASCII)
_LETTERS_FIRST = re.compile(r"([A-Z]{2})(?!0+$)([0-9]{1,6})", re.ASCII)
# What people write for "there is none", by its letters and digits.
_NONE = {
    *("", "na", "none", "nil", "null", "notapplicable", "notknown", "unknown", "tbc", "tba"),
    *("notavailable", "notgiven", "notregistered", "notacompany", "nocompanynumber"),
}
REMEDY = "enter eight digits, or two letters and six digits, or leave it empty"


def company_number(text: str) -> str:
    """The number in its one form; empty where the words say that there is none."""
    bare = NO_FRACTION.sub("", "".join(text.upper().split()))
    if "".join(filter(str.isalnum, bare)).lower() in _NONE or not bare.strip("0"):
        return ""
    if SHORTENED.fullmatch(bare):
        raise Unreadable("a spreadsheet has shortened this number: show the column as text")
    if _DIGITS.fullmatch(bare):
        number = bare.zfill(8)
    elif found := _LETTERS_FIRST.fullmatch(bare):
        number = found[1] + found[2].zfill(6)
    else:
        raise Unreadable(REMEDY)
    return number


def in_one_form() -> CheckConstraint:
    """Have the database refuse a number in any other form."""
    return CheckConstraint(
        name="%(app_label)s_%(class)s_company_number_in_one_form",
        condition=Q(company_number="") | Q(company_number__regex=FORM),
        violation_error_message="Enter " + REMEDY.removeprefix("enter "),
    )
