"""Schools as a placement officer asks for them: near a home, for a child of a year and sex."""

from __future__ import annotations

import functools
import math
import operator
from typing import Self

from django.db.models import BigIntegerField, F, Q
from django.db.models.functions import Cast, Coalesce

from nmiss.base.core.days import ages_in_year
from providers.models.grid import METRES_IN_A_MILE, NOWHERE
from providers.models.naming import NamedQuerySet

# What the register says of schools where children may sleep, by parts of the words.
WORDS_OF_BOARDING = ("boarding school", "residential")
BOARDS = functools.reduce(
    operator.or_, (Q(boarding__icontains=words) for words in WORDS_OF_BOARDING)
)


def is_boarding(words: str) -> bool:
    """Whether the register's words say that children may sleep there."""
    return any(part in words.lower() for part in WORDS_OF_BOARDING)


class FoundQuerySet(NamedQuerySet):
    """Schools by what a child needs of them."""

    def catering_for(self, need: str) -> Self:
        return self.filter(needs__need=need)

    def taking_age(self, age: int) -> Self:
        """Those whose statutory ages hold this one; not those whose ages are not known."""
        return self.filter(lowest_age__lte=age, highest_age__gte=age)

    def taking_year(self, year: int) -> Self:
        """Those that take a National Curriculum year from its beginning to its end.

        A school for ages 11 to 16 takes years 7 to 11.
        """
        first, last = ages_in_year(year)
        return self.filter(lowest_age__lte=first, highest_age__gte=last)

    def admitting(self, sex: str) -> Self:
        """Those for this sex alone or for both."""
        return self.filter(sex__in=[sex, "mixed"])

    def boarding_or_not(self, *, boards: bool) -> Self:
        return self.filter(BOARDS if boards else ~BOARDS)

    def with_metres_squared(self, easting: int, northing: int) -> Self:
        """Each with ``metres_squared`` from a place; a great number where nobody knows its own."""
        east = Cast(F("easting"), BigIntegerField()) - easting
        north = Cast(F("northing"), BigIntegerField()) - northing
        squared = Coalesce(east * east + north * north, NOWHERE, output_field=BigIntegerField())
        return self.annotate(metres_squared=squared)

    def nearest_first(self) -> Self:
        """Of those ``with_metres_squared``."""
        return self.order_by("metres_squared", "pk")

    def within_miles(self, miles: int, *, easting: int, northing: int) -> Self:
        """Those in the circle. The square around it comes first, because an index answers it."""
        metres = miles * METRES_IN_A_MILE
        half = math.ceil(metres)
        square = self.filter(
            easting__range=(easting - half, easting + half),
            northing__range=(northing - half, northing + half),
        )
        return square.with_metres_squared(easting, northing).filter(
            metres_squared__lte=int(metres**2)
        )
