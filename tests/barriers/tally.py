"""What was looked at, and what was found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

FOUND = ("axe", "too wide", "stumbles", "W3C", "html-validate", "below 95", "shifts")


@dataclass
class Tally:
    """Counts by kind; a finding is printed once, with the first page on which it was."""

    counts: Counter = field(default_factory=Counter)
    met: set[tuple[str, str]] = field(default_factory=set)

    def is_new(self, thing: tuple[str, str]) -> bool:
        """Whether it is met for the first time."""
        before = len(self.met)
        self.met.add(thing)
        return len(self.met) > before

    def looked(self, kind: str) -> None:
        self.counts[kind] += 1

    def found(self, kind: str, where: str, finding: str) -> None:
        self.counts[kind] += 1
        if self.is_new((kind, finding)):
            self.print(f"{kind:<14}{where}: {finding}")

    def say(self) -> None:
        self.print(
            ", ".join(f"{kind} {number:,}" for kind, number in sorted(self.counts.items()))
            + "; "
            + ", ".join(f"{kind} {self.counts[kind]}" for kind in FOUND)
        )

    @property
    def found_any(self) -> bool:
        return any(self.counts[kind] for kind in FOUND)

    @staticmethod
    def print(line: str) -> None:
        print(line, flush=True)  # noqa: T201
