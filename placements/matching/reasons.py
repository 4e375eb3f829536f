"""Why a school stands where it does, in words: what speaks for it, and what against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nmiss.base.core.days import year_in_words
from nmiss.base.core.templatetags.components import day, pounds
from placements.models import MatchWeights

if TYPE_CHECKING:
    from placements.matching.ranking import Match

MOST_FOR, MOST_AGAINST = 5, 3
FEW_NEEDS = 2  # a school that lists no more than so many specialises in each
GOOD, BAD = 0.6, 0.4  # the shares of a term from which it speaks for a school, or against it
MIDDLE = 0.5
ALWAYS_SAID = {"places", "price"}  # for or against, however little it did
MOST_WEIGHT = 1000  # said before all else
PRICE_MATTERS = 500  # pounds a year

OUT = {
    "closed": "The school is closed, or will be",
    "not_open": "The school is not open by then",
    "suspended": "Suspended from the DPS",
    "too_young": "The child is too young",
    "too_old": "The child is too old",
    "sex": "The school admits the other sex only",
    "residential": "The school does not take residential pupils",
    "no_duty": "The school has no duty to admit",
    "too_far": "Further away than the case allows",
}


@dataclass(frozen=True)
class Reason:
    """One reason in words; the more ``weight``, the more it did for the school, or against it."""

    words: str
    weight: float
    is_for: bool


def reasons_of(match: Match, weights: MatchWeights, year: int) -> tuple[list[str], list[str]]:
    """What speaks for a school and what against, the weightiest first."""
    found = sorted(_reasons(match, weights, year), key=lambda each: -each.weight)
    good = [each.words for each in found if each.is_for]
    bad = [each.words for each in found if not each.is_for]
    return good[:MOST_FOR], bad[:MOST_AGAINST]


def sentence(rank: int, good: list[str], bad: list[str]) -> str:
    """Both in one sentence: "2nd because: …; would be higher but: …"."""
    words = f"{ordinal(rank)} because: {', '.join(good) or 'no reason in its favour'}"
    if not bad:
        return words
    return f"{words}; {'against it' if rank == 1 else 'would be higher but'}: {', '.join(bad)}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _reasons(match: Match, weights: MatchWeights, year: int) -> Iterator[Reason]:
    if match.is_first and match.needs:
        lots = " and ".join(str(each) for each in match.open_lots)
        if match.goes_first:
            yield Reason(f"in lot {lots}, consulted first", MOST_WEIGHT, True)
        else:
            limit = f"more than {weights.first_within_miles} miles away"
            yield Reason(f"in lot {lots}, but {limit}, so not put first", MOST_WEIGHT, False)
    said = {
        "need": _need(match),
        "age": _age(match, year),
        "places": _places(match),
        "distance": _distance(match),
        "price": _price(match),
        "standing": f"KPI standing: {match.standing.lower()}" if match.standing else "",
        "inspection": _inspection(match),
        "section_41": (
            "has a duty to admit"
            if match.must_admit
            else "no duty to admit, so it must offer first"
        ),
    }
    for term, words in said.items():
        share, weight = match.shares[term], getattr(weights, term)
        if not words or not weight:
            continue
        good, bad = (MIDDLE, MIDDLE) if term in ALWAYS_SAID else (GOOD, BAD)
        if share > good:
            yield Reason(words, weight * share, True)
        elif share <= bad:
            yield Reason(words, weight * (1 - share), False)


def _need(match: Match) -> str:
    missing = [each for each in match.asked if each not in match.needs]
    if not match.needs:
        if not match.listed:
            return "the register does not say which needs it meets"
        return f"does not list {' or '.join(missing)} among its needs"
    verb = "specialises in" if match.listed <= FEW_NEEDS else "meets"
    words = f"{verb} {' and '.join(match.needs)}"
    return f"{words}, but does not list {' or '.join(missing)}" if missing else words


def _inspection(match: Match) -> str:
    """Grades speak neither for a school nor against it: they are of frameworks of their own."""
    words = match.inspection
    return f"last inspection: {words[:1].lower()}{words[1:]}"


def _age(match: Match, year: int) -> str:
    if match.shares["age"] == 0:
        return f"{year_in_words(year).lower()} is at the edge of its ages, {match.ages}"
    return ""


def _places(match: Match) -> str:
    if match.free is None:
        return "no up-to-date vacancies"
    if not match.free:
        return f"no place free on {day(match.as_at)}"
    places = "a place" if match.free == 1 else f"{match.free} places"
    words = f"{places} free {'now' if match.is_fresh else f'on {day(match.as_at)}'}"
    if not match.offered:
        return words
    return f"{words}, {match.offered if match.offered < match.free else 'all'} offered"


def _distance(match: Match) -> str:
    if match.miles is None:
        return "the distance is not known"
    return match.distance if match.shares["distance"] >= GOOD else f"{match.distance} away"


def _price(match: Match) -> str:
    if match.cost is None or match.median is None:
        return ""
    difference = match.cost - match.median
    if abs(difference) < PRICE_MATTERS:
        return ""
    words = "dearer than" if difference > 0 else "below"
    return f"{pounds(abs(difference))} {words} the median"
