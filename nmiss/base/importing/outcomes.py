"""What a table that comes in brings: records, changes and warnings, counted and said in words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from nmiss.base.importing.rows import Fault


@dataclass(frozen=True)
class Change:
    """One field of a known record that the file changes. Personal values are not shown."""

    reference: str
    column: str
    before: object
    after: object
    personal: bool = False
    name: str = ""  # what the record is called, where its reference says nothing to people
    said: tuple[str, str] | None = None  # before and after, where the values are codes

    def __str__(self) -> str:
        if self.personal:
            return f"{self.reference}: {self.column}"
        before, after = (words or "nothing" for words in self.in_words)
        return f"{self.reference}: {self.column} from {before} to {after}"

    @property
    def in_words(self) -> tuple[str, str]:
        """Before and after as people say them; nothing for what is not there."""
        return self.said or (in_words(self.before), in_words(self.after))


def in_words(value: object) -> str:
    """A value as people say it: days as on our pages, pounds as pounds."""
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, Decimal):
        return f"£{value:,.2f}".removesuffix(".00")
    return str(value)


@dataclass(frozen=True)
class New:
    """One record that the file brings."""

    line: int
    reference: str
    name: str


@dataclass
class Outcome:
    """What a file brought, or in a dry run would bring."""

    noun: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    changes: list[Change] = field(default_factory=list)
    added: list[New] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)  # of the file as a whole, and no row's fault

    def counts(self) -> dict[str, int]:
        """The figures alone."""
        return {
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "warnings": len(self.warnings),
        }

    def count(self, new: New, *, known: bool, changes: list[Change]) -> None:
        """Count one record, and keep what changes of it; ``new`` is it, where it is not known."""
        if not known:
            self.new += 1
            self.added.append(new)
        elif changes:
            self.changed += 1
            self.changes += changes
        else:
            self.unchanged += 1
