"""Numbers as people type them: with a pound sign, with commas or spaces between thousands.

A box of the type "number" drops what a browser does not know before we ever see it: "£10m"
arrives as 10 and "nil" as nothing. So numbers are typed as text, and read here: whatever has more
than one reading, or none, is refused with the words of its field.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms

# No-break, figure, thin and narrow no-break spaces come with what is pasted from a spreadsheet.
_SPACES = "\u00a0\u2007\u2009\u202f"
_NUMBER = re.compile(
    r"(?P<sign>-?) ?£? ?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)"
    r"(?P<part>\.[0-9]+)?",
    re.ASCII,
)
_LONGEST = 40  # far above any number that means something here


def plain_number(text: str) -> str | None:
    """The digits of a typed number: "£61,184.00" is "61184.00". None for all that is no number."""
    text = text.translate(dict.fromkeys(map(ord, _SPACES), " ")).strip()
    found = _NUMBER.fullmatch(text)
    if found is None or len(text) > _LONGEST:
        return None
    whole = found["whole"].replace(",", "").replace(" ", "")
    return f"{found['sign']}{whole}{found['part'] or ''}"


class NumberInput(forms.TextInput):
    """A line for a number, with the keys of numbers on a phone."""

    def __init__(self, keys: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": keys, "autocomplete": "off", **(attrs or {})})


class MoneyInput(NumberInput):
    """A line for an amount, after a pound sign, with commas between its thousands."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__("decimal", attrs)

    def format_value(self, value: Any) -> str | None:
        plain = None if value in (None, "") else plain_number(str(value))
        return super().format_value(value) if plain is None else f"{Decimal(plain):,f}"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["prefix"] = "£"
        return context


class _Typed:
    """What the two kinds of number share: they are read by ``plain_number`` first."""

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(None if isinstance(value, str) else value)
        plain = plain_number(value)
        if plain is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(plain)


class WholeNumberField(_Typed, forms.IntegerField):
    """A whole number."""

    widget = NumberInput("numeric")
    default_error_messages = {"invalid": "Enter a whole number in figures, such as 12"}


class NumberField(_Typed, forms.DecimalField):
    """A number that may have decimals."""

    widget = NumberInput("decimal")
    default_error_messages = {"invalid": "Enter a number in figures, such as 12.5"}


class MoneyField(NumberField):
    """An amount of money in pounds."""

    widget = MoneyInput


def numbers_between(text: str, low: Decimal, high: Decimal) -> list[Decimal] | None:
    """Numbers with commas between them, none of which may be without; None where one is amiss."""
    found = [plain_number(part) for part in text.split(",") if part.strip()]
    if None in found:
        return None
    numbers = [Decimal(number) for number in found]
    return numbers if all(low <= number <= high for number in numbers) else None
