"""Percentages and pounds, as they are typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from nmiss.base.core.number_fields import NumberField

MOST_POUNDS = Decimal("99999999.99")


LEAST_PERCENT, MOST_PERCENT = Decimal("0.5"), Decimal(50)


def problems(words: str, *more: str) -> dict[str, str]:
    names = ("invalid", "min_value", "max_value", "max_digits", "max_whole_digits", *more)
    return dict.fromkeys((*names, "max_decimal_places"), words)


class PercentField(NumberField):
    """A rise in per cent. A fraction, or pounds, typed where per cent is meant is asked about."""

    def __init__(self, *, asked: str, least: Decimal = Decimal(0), **options: Any) -> None:
        self.asked = asked
        words = f"Enter {asked} as a percentage with up to 2 decimals, such as 4 or 3.5"
        messages = problems(words) | {"required": f"Enter {asked}"}
        super().__init__(max_digits=9, decimal_places=2, error_messages=messages, **options)
        self.least = least

    def clean(self, value: Any) -> Decimal | None:
        if isinstance(value, str):
            value = value.strip().removesuffix("%").strip()
        percent = super().clean(value)
        if percent is None:
            return None
        if 0 < percent < LEAST_PERCENT:
            whole = (percent * 100).normalize()
            raise forms.ValidationError(
                f"{percent.normalize():f} means {percent.normalize():f}%. For {whole:f}%, "
                f"enter {whole:f}. A rise is at least {LEAST_PERCENT}%"
            )
        if percent < self.least or percent > MOST_PERCENT:
            raise forms.ValidationError(
                f"Enter {self.asked} as a percentage from {self.least} to {MOST_PERCENT}, such as "
                "4. Enter pounds in the boxes for amounts"
            )
        return percent


def pounds(label: str, row: str, **options: Any) -> NumberField:
    return NumberField(
        label=label,
        min_value=0,
        max_value=MOST_POUNDS,
        max_digits=10,
        decimal_places=2,
        error_messages=problems(f"{row}: enter pounds from 0 to 99,999,999.99, such as 61184.50"),
        **options,
    )
