"""Who may reach a view. Every view carries one of these, above all its other decorators."""

from __future__ import annotations

import functools
from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from nmiss.base.core.acting import acting_for

View = Callable[..., HttpResponse]


def only(*roles: str) -> Callable[[View], View]:
    """Turn away everyone whose role is not one of these (403)."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if request.user.role not in roles:
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.roles = frozenset(roles)
        # A view that a library lets visitors into is closed to them again.
        guarded.login_required = True
        return guarded

    return decorate


def as_oneself(view: View) -> View:
    """Have what a page does done by who is signed in."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        with acting_for(request.user):
            return view(request, *args, **kwargs)

    return guarded


def anyone(view: View) -> View:
    """Let in visitors who have not signed in."""
    view = login_not_required(view)
    view.roles = None
    return view


def must(allowed: bool) -> None:
    """Turn away who may not do this (403)."""
    if not allowed:
        raise PermissionDenied
