"""What the box in the header finds: schools, providers, children and applications by reference."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from contracts.models import Application
from nmiss.base.accounts.models import User
from placements import permissions
from placements.models import Child
from providers.models import Provider, School

MOST = 10
LONGEST = 100
LARGEST_URN = 2_147_483_647
NUMBER = re.compile(r"(?:application\s+)?a\s*-?\s*([0-9]{1,12})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Found:
    """The first few of each kind; ``more_schools`` where there are others.

    Names are guesses where nothing is called so: ``schools_are_like``, ``providers_are_like``.
    """

    schools: list[School] = field(default_factory=list)
    more_schools: bool = False
    schools_are_like: bool = False
    providers: list[Provider] = field(default_factory=list)
    providers_are_like: bool = False
    children: list[Child] = field(default_factory=list)
    application: Application | None = None

    def __bool__(self) -> bool:
        return bool(self.schools or self.providers or self.children or self.application)


def search(words: str, *, by: User) -> Found:
    """Look for these words among all that this person sees."""
    words = words.replace("\0", "").strip()[:LONGEST]
    if not words:
        return Found()
    application = _application(words, by)
    schools, schools_are_so = _schools(words, by)
    providers, providers_are_so = Provider.objects.visible_to(by).called(words)
    if application:  # then nobody asked for names that are a little like its number
        schools = schools if schools_are_so else []
        providers = providers if providers_are_so else []
    return Found(
        application=application,
        schools=schools[:MOST],
        more_schools=len(schools) > MOST,
        schools_are_like=not schools_are_so,
        providers=list(providers[:MOST]),
        providers_are_like=not providers_are_so,
        children=_children(words, by),
    )


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


def _children(words: str, by: User) -> list[Child]:
    if not permissions.can_see_children(by):
        return []
    return list(Child.objects.visible_to(by).referred_to(words).by_reference()[:MOST])
