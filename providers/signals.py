"""What schools ask of the applications above: who is to have their places is known there."""

from __future__ import annotations

from collections.abc import Collection

from django.dispatch import Signal

# Answered with how many children have an offer of a place of each row, by its key; ``vacancies``
# are the keys of the rows.
places_offered = Signal()


def offers_of(vacancies: Collection[int]) -> dict[int, int]:
    """How many places of each row of a report are offered; rows without an offer are left out."""
    found: dict[int, int] = {}
    for _, answer in places_offered.send(None, vacancies=vacancies):
        found |= answer
    return found
