"""The frame of every page: the names on it, and the menu of each role.

Applications bring the entries of the menu, and the search in the header, by their module ``home``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.core import checks
from django.urls import reverse

from nmiss.base.accounts.models import Role

if TYPE_CHECKING:
    from django.http import HttpRequest

MOST = 6  # entries for anybody: what does not fit is reached from the page it belongs to


@dataclass(frozen=True)
class MenuEntry:
    """An entry of the menu: the name of its page, its words and who has it."""

    page: str
    words: str
    roles: frozenset[str]
    weight: int


@dataclass(frozen=True)
class Way:
    """A link of the service navigation."""

    words: str
    address: str
    current: str  # the value of aria-current, or nothing


_entries: list[MenuEntry] = []
_searches: dict[str, str] = {}


def menu(page: str, words: str, *roles: str, weight: int) -> None:
    """Have a page in the menu of these roles; the lightest stands first."""
    _entries.append(MenuEntry(page, words, frozenset(roles), weight))
    _entries.sort(key=lambda entry: entry.weight)


def search(page: str, *roles: str) -> None:
    """Have the search of the header, for these roles, answered by a page."""
    _searches.update(dict.fromkeys(roles, page))


def entries_of(role: str) -> list[MenuEntry]:
    """The menu of a role."""
    return [entry for entry in _entries if role in entry.roles]


def frame(request: HttpRequest) -> dict[str, object]:
    """Give every template the names, the address for help and the ways open to this person."""
    user = getattr(request, "user", None)
    is_in = user and user.is_authenticated and not getattr(request, "lacks_second_factor", False)
    role = user.role if is_in else None
    search_address = reverse(_searches[role]) if role in _searches else ""
    return {
        "product_name": settings.PRODUCT_NAME,
        "council_name": settings.COUNCIL_NAME,
        "contact_email": settings.CONTACT_EMAIL,
        "navigation": ways(role, request.path) if role else [],
        "search_address": search_address,
        "signed_in_until": getattr(request, "session_ends_at", None),
        "search_words": _search_words(request, search_address),
    }


def _search_words(request: HttpRequest, address: str) -> str:
    """What the box in the header holds: on the page of what was found, what was looked for."""
    return request.GET.get("words", "") if request.path == address else ""


def ways(role: str, path: str) -> list[Way]:
    """The ways open to a role, with the one marked that leads to this path."""
    links = [(entry.words, reverse(entry.page)) for entry in entries_of(role)]
    return [Way(words, address, _current(address, path)) for words, address in links]


def _current(address: str, path: str) -> str:
    """Mark the page itself, and those beneath it; every path is beneath Home's, so none is."""
    if path == address:
        return "page"
    return "true" if address != "/" and path.startswith(address) else ""


def check_menus(**_: object) -> list[checks.CheckMessage]:
    """Refuse a menu that is too long to be read at a glance."""
    return [
        checks.Error(f"The menu of {role} has more than {MOST} entries.", id="accounts.E001")
        for role in Role
        if len(entries_of(role)) > MOST
    ]
