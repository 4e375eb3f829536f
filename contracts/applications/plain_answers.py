"""Answers as people read them, and how many words they have."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from contracts.applications.questionnaire import FormQuestion, Kind
from nmiss.base.core.templatetags.components import day, money


def in_words(question: FormQuestion, value: Any) -> str:
    """The answer in words: choices by their labels, days and money as the pages print them."""
    if question.kind in (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO):
        labels = dict(question.options)
        values = value if isinstance(value, list) else [value]
        return ", ".join(str(labels.get(each, each)) for each in values)
    if question.kind == Kind.DAY:
        return day(datetime.date.fromisoformat(value))
    if question.kind == Kind.MONEY:
        return money(Decimal(value))
    return str(value)


def count_words(text: str) -> int:
    """How many words there are, as a person counts: what stands between spaces."""
    return len(text.split())
