"""What matching is asked: a child's needs and dates, and nothing that says who the child is."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nmiss.base.core.models import LegalParameter
from placements.matching import members
from placements.models import Case, ChildSex, MatchWeights, Stay
from providers.models import Provision, VacancyRules
from providers.models.finding import WORDS_OF_BOARDING
from providers.positions import NoPostcode, Nowhere, Position, position_of


@dataclass(frozen=True)
class MatchingQuestion:
    """What a school must be able to do, and what it is ranked by.

    ``on`` is the day of which memberships and suspensions are asked: the first day of the place,
    or today where that has passed. ``filters`` narrow the list: ``within`` miles, ``free`` places
    alone, members alone (``dps``), some schools alone (``urns``) or all but some (``without``).
    ``case`` is whose own offers take no place from it.
    """

    needs: tuple[str, ...]
    age: int
    year: int
    sex: str
    stay: str
    on: datetime.date
    today: datetime.date
    home: Position | None
    must_admit: bool
    most_miles: int | None
    seed: int
    weights: MatchWeights
    vacancies_from: datetime.date
    fresh_from: datetime.date
    place_funding: int
    filters: Mapping[str, Any]
    case: int | None = None

    @classmethod
    def of(
        cls, case: Case, *, today: datetime.date, filters: Mapping[str, Any]
    ) -> MatchingQuestion:
        """That of a case. It reads the child's identity: note the look."""
        rules, on = VacancyRules.objects.in_force(today), max(case.wanted_on, today)
        return cls(
            needs=tuple(case.ranked_needs),
            age=case.age_on_start(),
            year=case.year,
            sex=case.child.sex,
            stay=case.stay,
            on=on,
            today=today,
            home=home_of(case),
            must_admit=case.must_admit,
            most_miles=case.most_miles,
            seed=case.seed,
            weights=MatchWeights.objects.in_force(today),
            vacancies_from=rules.oldest_that_counts(today),
            fresh_from=rules.oldest_that_is_fresh(today),
            place_funding=place_funding(on),
            filters=filters,
            case=case.pk,
        )

    def memberships(self) -> str:
        """The memberships that count, as a statement within a statement."""
        return members.as_statement(today=self.today, on=self.on)

    def parameters(self) -> dict[str, Any]:
        """What the statements of ``placements.matching.statements`` are given."""
        stay, weights = Stay(self.stay), self.weights
        return {
            "needs": list(self.needs),
            "need_weights": [1 / rank for rank in range(1, len(self.needs) + 1)],
            "age": self.age,
            "year": self.year,
            "sexes": ["", "mixed", "girls" if self.sex == ChildSex.FEMALE else "boys"],
            "is_residential": stay == Stay.RESIDENTIAL,
            "provisions": [each.value for each in stay.provisions],
            "boarding": [f"%{words}%" for words in WORDS_OF_BOARDING],
            "on": self.on,
            "easting": self.home.easting if self.home else None,
            "northing": self.home.northing if self.home else None,
            "must_admit": self.must_admit,
            "most_miles": self.most_miles,
            "case": self.case,
            "seed": str(self.seed),
            "vacancies_from": self.vacancies_from,
            "place_funding": self.place_funding,
            "mile_cost": weights.mile_cost if stay == Stay.DAY else None,
            "reach_miles": weights.reach_miles,
            "first_within_miles": weights.first_within_miles,
            **{f"weight_{name}": weight for name, weight in weights.terms()},
            "within": self.filters.get("within"),
            "only_free": bool(self.filters.get("free")),
            "only_members": bool(self.filters.get("dps")),
            "urns": self.filters.get("urns"),
            "without": list(self.filters.get("without", ())),
            "day": Provision.DAY.value,
        }


def home_of(case: Case) -> Position | None:
    """Where the child lives, as near as the hub knows; None where it knows nothing."""
    try:
        return position_of(case.child.identity.home_postcode)
    except (NoPostcode, Nowhere):
        return None


def place_funding(on: datetime.date) -> int:
    """What the state pays a non-maintained school for a place, in pounds a year, on a day."""
    found = LegalParameter.objects.in_force("place_funding", regime="send", on=on)
    return found.value if found else 0
