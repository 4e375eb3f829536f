"""Whether two references of children are one child: the same but for their zeros.

A spreadsheet takes the zeros from the beginning of a number. Where two references differ in
nothing else, and birth date and postcode are the same, only a person can say whether this is one
child or two, such as twins. What they said is kept: nobody is asked twice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nmiss.base.importing.questions import SAME, ReferenceQuestion, answer_to
from placements.entries import PlacementEntry
from placements.models import Child, OtherReference

ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])", re.ASCII)
COLUMN = "pupil_ref"


def without_zeros(reference: str) -> str:
    """A reference without the zeros at the beginning of its numbers."""
    return ZEROS.sub("", reference.upper())


@dataclass(frozen=True)
class _Known:
    """What tells whether two references may be one child."""

    reference: str
    birth_date: object
    postcode: str
    entry: PlacementEntry | None = None

    @property
    def where(self) -> str:
        return f"on line {self.entry.row.line}" if self.entry else "in our records"

    def may_be(self, other: _Known) -> bool:
        """Whether nothing tells the two apart. A postcode that is missing tells nothing."""
        postcodes = {self.postcode, other.postcode} - {""}
        return self.birth_date == other.birth_date and len(postcodes) < 2


class References:
    """The children's references of a file, beside those that we have."""

    def __init__(self, latest: Mapping[str, PlacementEntry], answers: Mapping[str, str]) -> None:
        self.questions: list[ReferenceQuestion] = []
        # Which reference stands for the child, of those that came under another.
        self.same_as = _told_before(latest)
        self._answers = answers
        new = latest.keys() - self.same_as.keys() - _of_children(latest)
        for alike in _alike(new, latest).values():
            self._ask_about(alike, new)
        self.told_now = {
            question.reference: self.same_as[question.reference]
            for question in self.questions
            if question.answer == SAME
        }

    def child_of(self, reference: str) -> str:
        """The reference that stands for the child."""
        return self.same_as.get(reference, reference)

    def _ask_about(self, alike: list[_Known], new: set[str]) -> None:
        for number, one in enumerate(alike):
            other = next((each for each in alike[:number] if each.may_be(one)), None)
            if one.reference not in new or other is None:
                continue
            answer = answer_to(one.reference, self._answers)
            self.questions.append(
                ReferenceQuestion(
                    one.entry.row.line, COLUMN, one.reference, other.reference, other.where, answer
                )
            )
            if answer == SAME:
                self.same_as[one.reference] = self.child_of(other.reference)


def _told_before(references: Iterable[str]) -> dict[str, str]:
    others = OtherReference.objects.filter(reference__in=list(references))
    return {
        other: reference.upper()
        for other, reference in others.values_list("reference", "child__reference")
    }


def _of_children(references: Iterable[str]) -> set[str]:
    return {child.reference.upper() for child in Child.objects.with_references(references)}


def _alike(new: set[str], latest: Mapping[str, PlacementEntry]) -> dict[str, list[_Known]]:
    """Those that differ in their zeros alone, by what they share: ours first, then the longest."""
    keys = {without_zeros(reference) for reference in new}
    if not keys:
        return {}
    ours = Child.objects.values_list("reference", flat=True).iterator()
    suspects = [reference for reference in ours if without_zeros(reference) in keys]
    found: dict[str, list[_Known]] = defaultdict(list)
    for child in Child.objects.with_references(suspects).select_related("identity"):
        identity = child.identity
        found[without_zeros(child.reference)].append(
            _Known(child.reference.upper(), identity.birth_date, identity.home_postcode)
        )
    for reference in sorted(new, key=lambda one: (-len(one), one)):
        entry = latest[reference]
        if entry.birth_date:
            found[without_zeros(reference)].append(
                _Known(reference, entry.birth_date, entry.home_postcode, entry)
            )
    return {key: alike for key, alike in found.items() if len(alike) > 1}
