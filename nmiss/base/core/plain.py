"""Data that lie as JSON and are read by a class: plain values there, typed ones here."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

T = TypeVar("T")
_READ = {
    datetime.datetime: datetime.datetime.fromisoformat,
    datetime.date: datetime.date.fromisoformat,
    Decimal: Decimal,
}


def plain(data: Any) -> dict[str, Any]:
    """The fields of a dataclass, as JSON has them: days and instants in full."""
    return {field.name: _plain(getattr(data, field.name)) for field in fields(data)}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):  # an instant is one, too
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def typed(kind: type[T], values: Mapping[str, Any]) -> T:
    """The dataclass again. Raises TypeError or ValueError where these are not its fields."""
    hints = get_type_hints(kind)
    return kind(**{name: _typed(each, hints.get(name)) for name, each in values.items()})


def _typed(value: Any, hint: Any) -> Any:
    """A value as its field has it; nothing stays nothing."""
    kinds = [each for each in get_args(hint) if each is not NoneType] or [hint]
    read = _READ.get(kinds[0]) if value is not None else None
    return read(value) if read else value
