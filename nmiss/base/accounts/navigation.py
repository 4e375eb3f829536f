"""The frame of every page: the names on it, and the way to each part, by role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from nmiss.base.accounts.models import Role

if TYPE_CHECKING:
    from django.http import HttpRequest

HOME = ("home:home", "Home")
SCHOOLS = ("placements:school_list", "Schools")
PROVIDERS = ("contracts:provider_list", "Providers")
CHILDREN = ("placements:child_list", "Children")
REPORTS = ("placements:report_list", "Reports")
APPLY = ("contracts:apply", "Apply")
PEOPLE = ("accounts:person_list", "People")
ADMISSION = ("contracts:admission", "Admission")
AUDIT = ("home:audit_list", "Audit")

# At most six for anybody: what does not fit is reached from the page it belongs to.
WAYS = {
    Role.OFFICER: [HOME, SCHOOLS, PROVIDERS, ADMISSION, CHILDREN, REPORTS],
    Role.MANAGER: [HOME, SCHOOLS, PROVIDERS, ADMISSION, CHILDREN, REPORTS],
    Role.PLACEMENTS: [HOME, ("placements:school_list", "Find a school"), CHILDREN, REPORTS],
    Role.FINANCE: [HOME, SCHOOLS, PROVIDERS, REPORTS],
    Role.AUDITOR: [HOME, SCHOOLS, ADMISSION, CHILDREN, REPORTS, AUDIT],
    Role.ADMINISTRATOR: [HOME, PEOPLE, AUDIT],
    Role.PROVIDER: [
        HOME,
        ("placements:school_list", "Our schools"),
        APPLY,
        CHILDREN,
        ("providers:our_people", "Our people"),
    ],
}


@dataclass(frozen=True)
class Way:
    """A link of the service navigation."""

    words: str
    address: str
    current: str  # the value of aria-current, or nothing


def frame(request: HttpRequest) -> dict[str, object]:
    """Give every template the names, the address for help and the ways open to this person."""
    user = getattr(request, "user", None)
    is_in = user and user.is_authenticated and not getattr(request, "lacks_second_factor", False)
    role = user.role if is_in else None
    return {
        "product_name": settings.PRODUCT_NAME,
        "council_name": settings.COUNCIL_NAME,
        "contact_email": settings.CONTACT_EMAIL,
        "navigation": ways(role, request.path) if role else [],
        "may_search": role in Role.with_cases(),
        "signed_in_until": getattr(request, "session_ends_at", None),
        "search_words": _search_words(request),
    }


def _search_words(request: HttpRequest) -> str:
    """What the box in the header holds: on the page of what was found, what was looked for."""
    return request.GET.get("words", "") if request.path == reverse("placements:search") else ""


def ways(role: str, path: str) -> list[Way]:
    """The ways open to a role, with the one marked that leads to this path."""
    links = [(words, reverse(name)) for name, words in WAYS[role]]
    return [Way(words, address, _current(address, path)) for words, address in links]


def _current(address: str, path: str) -> str:
    """Mark the page itself, and those beneath it; every path is beneath Home's, so none is."""
    if path == address:
        return "page"
    return "true" if address != "/" and path.startswith(address) else ""
