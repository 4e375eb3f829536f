"""What happens between a request and its view."""

from __future__ import annotations

import logging
import re
import time
import uuid
from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from pghistory.middleware import HistoryMiddleware

from nmiss.base.core import logs
from nmiss.base.core.encodings import UNREADABLE
from nmiss.base.core.forms import AskedWrongly
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.once import one_page

View = Callable[[HttpRequest], HttpResponse]

_log = logging.getLogger("nmiss.requests")
_TAKEN_TOO_LONG = "57014"  # PostgreSQL's code for a statement that it cancelled


class Traced:
    """Give each request a number, tell it to the browser, and write one line about it."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        number = given if re.fullmatch(r"[0-9a-f-]{16,36}", given) else uuid.uuid4().hex
        mark = logs.request_id.set(number)
        request.number = number  # for what Django says of the request after we are done
        begun = time.monotonic()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = number
            facts = {
                "method": logs.method_of(request),
                "path": logs.address_of(request),
                "status": response.status_code,
                "milliseconds": round((time.monotonic() - begun) * 1000),
            }
            _log.info("answered", extra=facts)
        finally:
            logs.request_id.reset(mark)
        return response


class WhoAndWhere(HistoryMiddleware):
    """Keep with each row of history who asked for which page, by the address that a log has, too.

    History is for good: what opens a page, a link's secret for instance, is not kept in it.
    """

    def get_context(self, request: HttpRequest) -> dict[str, object]:
        return super().get_context(request) | {"url": logs.address_of(request)}


class Readable:
    """Answer what is sent in another encoding than UTF-8 (``nmiss.base.core.encodings``), and leave
    out cookies that hold a NUL: no row holds one.
    """

    WORDS = "This was sent in an encoding that we do not read: send it in UTF-8"

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if UNREADABLE in request.META:
            raise AskedWrongly([self.WORDS])
        request.COOKIES = {name: text for name, text in request.COOKIES.items() if "\0" not in text}
        return self.get_response(request)


class DatabaseAway(HttpResponse):
    """The page for a database that does not answer: plain, and asked of nobody."""

    status_code = 503

    def __init__(self, error: DatabaseError) -> None:
        super().__init__(render_to_string("503.html"))
        self["Retry-After"] = "5"
        add_never_cache_headers(self)
        code = getattr(error.__cause__, "pgcode", None)
        self.is_worth_another_try = code != _TAKEN_TOO_LONG

    @classmethod
    def is_why(cls, error: BaseException | None) -> bool:
        """Whether an error says that the database was lost, and not that the hub is wrong."""
        return isinstance(error, OperationalError | InterfaceError)


class TryAgain:
    """Where the database went away under a page that only reads, ask for that page once more.

    The error becomes a DatabaseAway in `nmiss.across.home.views.errors.server_error`, wherever in
    the line of middleware it arose. What was sent is never repeated: it may have been done.
    """

    PAUSE = 0.25

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not isinstance(response, DatabaseAway):
            return response
        connections.close_all()
        if request.method in {"GET", "HEAD"} and response.is_worth_another_try:
            time.sleep(self.PAUSE)
            response = self.get_response(request)
            if isinstance(response, DatabaseAway):
                connections.close_all()
        return response


class ReadOnce:
    """Let a page that only reads ask once for what many of its parts ask (``once_a_page``)."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with one_page(only_reads=request.method in {"GET", "HEAD"}):
            return self.get_response(request)


class AnswerConflicts:
    """Where a move is not allowed any more, say so (409): somebody else got there first."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, NotAllowedNow):
            return None
        nothing_sent = request.method in {"GET", "HEAD"}
        context = {"reason": str(error), "nothing_sent": nothing_sent}
        return render(request, "409.html", context, status=409)


class ShortPages(GZipMiddleware):
    """Send pages compressed: a list has a tenth of its length on the way.

    Safe although pages are secret (BREACH): the one secret that a page repeats, the token of its
    forms, is masked anew in each answer, and Django adds a random length. Files are left alone;
    many are compressed, and their length tells a browser how far it has come.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not response.get("Content-Type", "").startswith("text/html"):
            return response
        return super().process_response(request, response)


class FewPowers:
    """Have the browser give pages nothing of the device but passkeys, whoever wrote the page."""

    NONE = (
        *("accelerometer", "autoplay", "bluetooth", "camera", "display-capture"),
        *("encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection"),
        *("magnetometer", "microphone", "midi", "payment", "picture-in-picture"),
        *("screen-wake-lock", "serial", "usb", "web-share", "xr-spatial-tracking"),
    )
    OURS = ("publickey-credentials-create", "publickey-credentials-get")
    POLICY = ", ".join([f"{name}=()" for name in NONE] + [f"{name}=(self)" for name in OURS])

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Permissions-Policy"] = self.POLICY
        return response


class PrivatePages:
    """Forbid browsers and proxies to keep what a signed-in person saw, and any page with a form.

    What is typed into a form may be a password, and its token is a secret of its own.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
            add_never_cache_headers(response)
        return response
