"""Nobody who must have a second factor gets anywhere without it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from nmiss.base.accounts import second_factor, stepping_up

WANTED = "wanted_page"  # in the session: where they were going before they set up a factor
View = Callable[..., HttpResponse]


def before_second_factor(view: View) -> View:
    """Let in who has yet to set up a second factor, or to show it: for that, and to leave."""
    view.before_second_factor = True
    return view


class RememberBrowser:
    """Gives a browser with which somebody has signed in the mark by which it is known again."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if mark := getattr(request, "new_browser_mark", ""):
            response.set_cookie(
                settings.BROWSER_COOKIE_NAME,
                mark,
                max_age=settings.BROWSER_DAYS * 24 * 3600,
                secure=settings.HTTPS,
                httponly=True,
                samesite="Lax",
            )
        return response


class SecondFactorFirst:
    """Leads whoever must show a second factor to the page where they set it up or show it.

    Pages that visitors may read stay open to them, the contact for help among these.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: object, kwargs: object
    ) -> HttpResponse | None:
        is_lacking = request.user.is_authenticated and second_factor.lacks_one(request)
        request.lacks_second_factor = is_lacking
        is_open = getattr(view, "roles", ()) is None or hasattr(view, "before_second_factor")
        if is_open or not is_lacking:
            return None
        if second_factor.has_one(request.user):
            return stepping_up.confirm(request)
        if request.method == "GET":
            request.session[WANTED] = request.get_full_path()
        return stepping_up.detour(request, reverse("mfa_index"))
