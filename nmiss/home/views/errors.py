"""Pages for what went wrong before a view was reached, or in it."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

from nmiss.core.forms import AskedWrongly
from nmiss.core.middleware import DatabaseAway


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What the browser sent cannot be read; where the address asks wrongly, what to do instead."""
    words = exception.words if isinstance(exception, AskedWrongly) else []
    return render(request, "400.html", {"words": words}, status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What was sent may not come from this person: say how to send it again."""
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault; or, where the database went away, that it will be back."""
    error = sys.exc_info()[1]
    if DatabaseAway.is_why(error):
        return DatabaseAway(error)
    return defaults.server_error(request)
