"""What the box in the header finds: by name, by reference, and schools by need and postcode."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone

from contracts.models import Application
from nmiss.base.accounts.landing import Shortcut, shortcuts
from nmiss.base.accounts.models import User
from nmiss.base.accounts.navigation import entries_of
from placements import permissions
from placements.models import Child
from providers.company_numbers import company_number
from providers.models import Need, Provider, School, SchoolNeed
from providers.need_words import needs_in
from providers.positions import OUTWARD, NoPostcode, Nowhere, Position, position_of

MOST = 10
LONGEST = 100
LARGEST_URN = 2_147_483_647
POSTCODE = re.compile(rf"\b{OUTWARD}(?:\s*[0-9][A-Z]{{2}})?\b", re.IGNORECASE | re.ASCII)
COMPANY = re.compile(r"[A-Z]{2}\s*[0-9]{1,6}|[0-9]{7,8}", re.IGNORECASE | re.ASCII)
NUMBER = re.compile(r"(?:application\s+)?a\s*-?\s*([0-9]{1,12})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Suited:
    """Schools for needs, near a place, or both, as the words ask; ``near`` is where."""

    needs: list[Need]
    near: Position | None
    schools: list[School]

    @property
    def query(self) -> str:
        """The list of schools that asks the same; of a postcode it has the first half alone."""
        asked = {"need": self.needs[0]} if self.needs else {}
        return urlencode(asked | ({"near": self.near.postcode.split()[0]} if self.near else {}))


@dataclass(frozen=True)
class SearchResults:
    """The first few of each kind; ``more_schools`` where there are others.

    Names are guesses where nothing is called so: ``schools_are_like``, ``providers_are_like``.
    """

    schools: list[School] = field(default_factory=list)
    in_town: list[School] = field(default_factory=list)
    more_schools: bool = False
    schools_are_like: bool = False
    providers: list[Provider] = field(default_factory=list)
    providers_are_like: bool = False
    children: list[Child] = field(default_factory=list)
    application: Application | None = None
    suited: Suited | None = None
    pages: list[Shortcut] = field(default_factory=list)

    def __bool__(self) -> bool:
        named = (self.schools, self.in_town, self.providers)
        found = (*named, self.children, self.application, self.suited, self.pages)
        return any(map(bool, found))


def search(words: str, *, by: User) -> SearchResults:
    """Look for these words among all that this person sees."""
    words = words.replace("\0", "").strip()[:LONGEST]
    if not words:
        return SearchResults()
    application = _application(words, by)
    schools, schools_are_so = _schools(words, by)
    in_town = _in_town(words, by)
    providers, providers_are_so = _providers(words, by)
    suited = None if application else _suited(words, by)
    if (
        application or suited or in_town
    ):  # then nobody asked for names that are a little like these words
        schools = schools if schools_are_so else []
        providers = providers if providers_are_so else []
    return SearchResults(
        application=application,
        suited=suited,
        schools=schools[:MOST],
        in_town=in_town,
        more_schools=len(schools) > MOST,
        schools_are_like=not schools_are_so,
        providers=list(providers[:MOST]),
        providers_are_like=not providers_are_so,
        children=_children(words, by),
        pages=pages_called(words, by=by),
    )


def pages_called(words: str, *, by: User) -> list[Shortcut]:
    """The pages of the menu and of "More" whose name has every word that was typed."""
    typed = [_stem(word) for word in words.split()]
    ways = [Shortcut(each.words, reverse(each.page)) for each in entries_of(by.role)]
    found = [*ways, *shortcuts.of(by, timezone.localdate())]
    named = [each for each in found if _is_called(each.words, typed)]
    return named[:MOST]


def _is_called(name: str, typed: list[str]) -> bool:
    of_name = [_stem(word) for word in name.split()]
    return all(any(each.startswith(word) for each in of_name) for word in typed)


def _stem(word: str) -> str:
    """A word without its capitals, brackets and plural: "Takeovers" is asked for as "takeover"."""
    return word.lower().strip("().,").removesuffix("s")


def _suited(words: str, by: User) -> Suited | None:
    """Schools for the needs and near the postcode of these words, if they say nothing else."""
    near, without = _place(words)
    needs, rest = needs_in(without)
    if rest or not (near or needs):
        return None
    schools = School.objects.visible_to(by).not_closed().select_related("authority")
    if needs:
        of_need = SchoolNeed.objects.filter(school=OuterRef("pk"), need__in=needs)
        schools = schools.filter(Exists(of_need))
    if near:
        schools = schools.with_metres_squared(near.easting, near.northing).nearest_first()
    else:
        schools = schools.by_name()
    return Suited(needs, near, list(schools[:MOST]))


def _place(words: str) -> tuple[Position | None, str]:
    """Where the postcode among the words is, or its first half, and the other words."""
    for found in POSTCODE.finditer(words):
        try:
            return position_of(found[0]), f"{words[: found.start()]} {words[found.end() :]}"
        except (NoPostcode, Nowhere):
            continue
    return None, words


def _application(words: str, by: User) -> Application | None:
    """By its number, as people write it: A00021, a21, "A 00021"."""
    found = NUMBER.fullmatch(words)
    if found is None:
        return None
    applications = Application.objects.visible_to(by).select_related("provider")
    return applications.filter(pk=int(found[1])).first()


def _schools(words: str, by: User) -> tuple[list[School], bool]:
    """By number where it is one, else by name; one more than are shown."""
    schools = School.objects.visible_to(by).select_related("authority")
    if words.isascii() and words.isdigit() and int(words) <= LARGEST_URN:
        by_number = list(schools.filter(urn=int(words)))
        if by_number:
            return by_number, True
    found, is_so_called = schools.called(words)
    return list(found[: MOST + 1]), is_so_called


def _in_town(words: str, by: User) -> list[School]:
    """The first schools, by name, of the town that is called so."""
    schools = School.objects.visible_to(by).not_closed().select_related("authority")
    return list(schools.filter(town__iexact=words).by_name()[:MOST])


def _providers(words: str, by: User) -> tuple[QuerySet[Provider], bool]:
    """By company number where it is one, with or without its first zeros; else by name."""
    providers = Provider.objects.visible_to(by)
    if COMPANY.fullmatch(words):
        by_number = providers.filter(company_number=company_number(words))
        if by_number.exists():
            return by_number, True
    return providers.called(words)


def _children(words: str, by: User) -> list[Child]:
    if not permissions.can_see_children(by):
        return []
    return list(Child.objects.visible_to(by).referred_to(words).by_reference()[:MOST])
