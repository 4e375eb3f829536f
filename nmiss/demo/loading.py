"""While `make run` loads the demo county, the sign-in page says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.shortcuts import redirect

from nmiss.base.core import starting

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
    """Give the sign-in page what the demo is at; nothing where none is loaded."""
    return {"demo_progress": starting.demo_progress()}
