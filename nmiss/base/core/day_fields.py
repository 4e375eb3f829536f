"""Days as people type them: a box for the day, one for the month, one for the year.

An address, and whoever sends a form by hand, may give a day in one piece, as 2024-04-01: it is read
from there first.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.dateparse import parse_date
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django_filters import Filter

EARLIEST = datetime.date(1990, 1, 1)
LATEST = datetime.date(2099, 12, 31)
PARTS = ("day", "month", "year")
_MONTHS = "january february march april may june july august september october november december"
_SHORTEST = 3  # letters of the name of a month
_BOX = (
    '<div class="govuk-date-input__item"><div class="govuk-form-group">'
    '<label class="govuk-label govuk-date-input__label" for="{id}">{label}</label>'
    '<input class="govuk-input govuk-date-input__input govuk-input--width-{width}{wrong}" '
    'type="text" inputmode="numeric" name="{name}" id="{id}" value="{value}" autocomplete="off">'
    "</div></div>"
)


class DayBoxes(forms.MultiWidget):
    """Three boxes. ``wrong`` are the parts that cannot be read, once the field has been cleaned."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({part: forms.TextInput() for part in PARTS}, attrs)
        self.wrong: Sequence[str] = ()

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """The whole where it was given in one piece, or else the parts; "" for none."""
        if (whole := data.get(name)) is not None:
            return whole
        parts = [data.get(f"{name}_{part}", "") for part in PARTS]
        return parts if any(map(str.strip, parts)) else ""

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(each in data for each in self.names(name))

    def names(self, name: str) -> list[str]:
        """All names under which a day may have been given."""
        return [name, *(f"{name}_{part}" for part in PARTS)]

    def decompress(self, value: Any) -> list[str]:
        """What stands in each box. What cannot be read stands in the first."""
        if value in (None, ""):
            return ["", "", ""]
        day = value if isinstance(value, datetime.date) else in_one_piece(str(value))
        return (
            [str(value), "", ""] if day is None else [str(day.day), str(day.month), str(day.year)]
        )

    def id_of_input(self, auto_id: str) -> str:
        """Where a link leads: to the first part that is wrong, or the first."""
        return f"{auto_id}_{next(iter(self.wrong), PARTS[0])}"

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        values = value if isinstance(value, list) else self.decompress(value)
        attrs = attrs or {}
        at = attrs.get("id") or f"id_{name}"
        wrong = self.wrong or (PARTS if attrs.get("aria-invalid") else ())
        boxes = [
            {
                "id": f"{at}_{part}",
                "name": f"{name}_{part}",
                "label": part.capitalize(),
                "width": "4" if part == "year" else "2",
                "wrong": " govuk-input--error" if part in wrong else "",
                "value": text,
            }
            for part, text in zip(PARTS, values, strict=True)
        ]
        inside = format_html_join("", _BOX, boxes)
        return format_html('<div class="govuk-date-input" id="{}">{}</div>', at, inside)


class DayField(forms.DateField):
    """A day. ``asked`` names it in what is said of mistakes: "Enter the first day"."""

    widget = DayBoxes
    earliest, latest = EARLIEST, LATEST
    out_of_range = "Enter a day from 1990 to 2099"

    def __init__(self, *, asked: str, **options: Any) -> None:
        self.asked = asked
        wrong = f"Enter {asked} as a real date, such as 1 April 2024"
        super().__init__(error_messages={"required": f"Enter {asked}", "invalid": wrong}, **options)

    @property
    def fields(self) -> list[forms.Field]:
        """What crispy asks of a field with several boxes: one for each."""
        return [forms.CharField(widget=each) for each in self.widget.widgets]

    def to_python(self, value: Any) -> datetime.date | None:
        self._mark()
        if not isinstance(value, list):
            if isinstance(value, str) and value.strip():
                return in_one_piece(value) or self._refuse(self.error_messages["invalid"])
            return super().to_python(value)
        parts = dict(zip(PARTS, map(str.strip, value), strict=True))
        typed = [part for part in PARTS if parts[part]]
        if not typed:
            return None
        if typed == ["day"] and (day := in_one_piece(parts["day"])):
            return day
        return self._of_parts(parts)

    def validate(self, value: datetime.date | None) -> None:
        super().validate(value)
        if value and not self.earliest <= value <= self.latest:
            raise forms.ValidationError(self.out_of_range)

    def _of_parts(self, parts: dict[str, str]) -> datetime.date:
        missing = [part for part in PARTS if not parts[part]]
        if missing:
            self._mark(*missing)
            names = " and ".join(f"the {part}" for part in missing)
            is_or_are = "is" if len(missing) == 1 else "are"
            self._refuse(f"Enter {self.asked} in full: {names} {is_or_are} missing")
        read = {
            "day": _number(parts["day"], 1, 31),
            "month": _number(parts["month"], 1, 12) or _month_named(parts["month"]),
            "year": _number(parts["year"], 1000, 9999),
        }
        wrong = [part for part in PARTS if read[part] is None]
        self._mark(*wrong)
        if wrong:
            self._refuse(*(_REMEDIES[part].format(self.asked) for part in wrong))
        try:
            return datetime.date(read["year"], read["month"], read["day"])
        except ValueError:
            self._refuse(self.error_messages["invalid"])

    def _mark(self, *wrong: str) -> None:
        if isinstance(self.widget, DayBoxes):
            self.widget.wrong = wrong

    def _refuse(self, *errors: str) -> Any:
        raise forms.ValidationError([forms.ValidationError(each, "invalid") for each in errors])


class DayFilter(Filter):
    """A filter that asks for a day."""

    field_class = DayField


_REMEDIES = {
    "day": "Enter {} with a day from 1 to 31",
    "month": "Enter {} with a month from 1 to 12, or its name",
    "year": "Enter {} with a year of 4 digits, such as 2026",
}


def in_one_piece(text: str) -> datetime.date | None:
    """A day as 2024-04-01 or 01/04/2024; None for all else."""
    text = text.strip()
    day, _, rest = text.partition("/")
    month, _, year = rest.partition("/")
    numbers = [_number(day, 1, 31), _number(month, 1, 12), _number(year, 1000, 9999)]
    try:
        if None not in numbers:
            return datetime.date(*reversed(numbers))
        return parse_date(text)
    except ValueError:
        return None


def _number(text: str, least: int, most: int) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(most))
    return int(text) if is_number and least <= int(text) <= most else None


def _month_named(text: str) -> int | None:
    """The number of a month by its name, or the first letters of it."""
    found = [
        number
        for number, name in enumerate(_MONTHS.split(), start=1)
        if len(text) >= _SHORTEST and name.startswith(text.lower())
    ]
    return found[0] if len(found) == 1 else None
