"""Pages for what went wrong before a view was reached, or in it."""

from __future__ import annotations

import sys

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import defaults

from nmiss.base.accounts import unsent
from nmiss.base.core.forms import AskedWrongly
from nmiss.base.core.middleware import DatabaseAway
from nmiss.base.files.door import FileTooBig


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What the browser sent cannot be read; where the address asks wrongly, what to do instead."""
    if isinstance(exception, RequestDataTooBig):
        return _too_big(request, exception)
    words = exception.words if isinstance(exception, AskedWrongly) else []
    return render(request, "400.html", {"words": words}, status=400)


def _too_big(request: HttpRequest, exception: RequestDataTooBig) -> HttpResponse:
    """Say how large a file, or how long what is typed, may be."""
    context = {
        "is_file": isinstance(exception, FileTooBig),
        "megabytes": settings.MAX_UPLOAD_MB,
        "characters": settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
    }
    return render(request, "413.html", context, status=413)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What was sent may not come from this person: say how to send it again.

    The token of a form shows that the form at least was shown to somebody by us. That somebody
    finds the text again, now or after signing in.
    """
    if unsent.keep_unsent(request, by_token_alone=True):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if unsent.MARK in request.session:
            answer = redirect(request.get_full_path())
            answer.is_detour = True
            return answer
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault; or, where the database went away, that it will be back."""
    error = sys.exc_info()[1]
    if DatabaseAway.is_why(error):
        return DatabaseAway(error)
    return defaults.server_error(request)
