"""The demo on the sign-in page: how far it is while it loads, and then its people by a click."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from nmiss.base.accounts.models import User
from nmiss.base.core import starting
from nmiss.demo import waiver

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class NobodySignsInYet:
    """Take nothing that is sent until the demo is there: before that nobody is who could send it.

    Only a hub that may load a demo has this at all.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"} and starting.demo_progress():
            return redirect("account_login")
        return self.get_response(request)


def panel(request: HttpRequest) -> dict[str, object]:
    """Give the sign-in page what the demo is at, and its people; nothing where there is none."""
    return {"demo_progress": starting.demo_progress(), "demo_people": SimpleLazyObject(_people)}


def _people() -> list[dict[str, str]]:
    """Who may be signed in as by a click, with the password that the click sends.

    It is the ordinary form of signing in, filled in: no other way in. Only where a setting of the
    demo's says so, and while nobody is here who was not made up (``nmiss.demo.waiver``).
    """
    if not settings.DEMO_CLICK or not waiver.holds():
        return []
    people = User.objects.filter(made_up__isnull=False, name__startswith="Demo ")
    return [
        {
            "name": person.name,
            "role": person.get_role_display(),
            "email": person.email,
            "password": settings.DEMO_CLICK,
        }
        for person in people.order_by("made_up__pk")
        if person.is_active and person.has_usable_password()  # others are only invited
    ]
