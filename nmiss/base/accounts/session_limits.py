"""How long somebody stays signed in: as long as pages are read, and not beyond a working day."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html

from nmiss.base.accounts import unsent
from nmiss.base.accounts.models import KnownSession, User
from nmiss.base.core.form_tokens import session_digest

View = Callable[[HttpRequest], HttpResponse]

BEGAN, KNOWN, SEEN = "began", "known_as", "seen"  # in the session
A_MINUTE = 60
OFFER = "We kept a form that you had not sent when you were signed out."
KEPT = "You were signed out. We kept what you typed, and show it to you when you sign in."


def idle_seconds(user: User) -> int:
    """How long somebody may read nothing: the council sees more, and is signed out sooner."""
    if user.is_provider:
        return settings.SESSION_HOURS * 3600
    return settings.SESSION_IDLE_MINUTES * A_MINUTE


class SessionLimits:
    """Renews a session with each page that is read, at most once a minute; knows it afterwards.

    The session's own expiry is its limit, so whatever reads or tidies sessions goes by the same.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._renew(request)
        response = self.get_response(request)
        if was_done(request, response) and request.session.get(unsent.MARK):
            unsent.forget_unsent(request)
        return response

    def _renew(self, request: HttpRequest) -> None:
        session, now = request.session, time.time()
        digest = session_digest(session.session_key)
        is_new = session.get(KNOWN) != digest
        left = session.setdefault(BEGAN, now) + settings.SESSION_LONGEST_HOURS * 3600 - now
        if left <= 0:
            _end(request)
            return
        if is_new or now - session[SEEN] >= A_MINUTE:
            session[KNOWN], session[SEEN] = digest, now
            session.set_expiry(max(int(min(idle_seconds(request.user), left)), 1))
            KnownSession.note(digest, request.user, at=timezone.now())
        ends = session[SEEN] + session.get_expiry_age()
        request.session_ends_at = datetime.datetime.fromtimestamp(ends, datetime.UTC)
        if is_new and (form := unsent.note_unsent(request)):
            request.newly_offered = form

    def process_view(
        self, request: HttpRequest, view: View, args: object, kwargs: object
    ) -> HttpResponse | None:
        """Keep what a session sends that has ended; fill in the page of a form that was kept."""
        is_closed = getattr(view, "login_required", True) and not request.user.is_authenticated
        if request.method == "POST" and is_closed and unsent.keep_unsent(request):
            messages.info(request, KEPT)
        if request.method == "GET" and request.user.is_authenticated:
            request.offered_text = unsent.unsent_text(request)
            self._offer(request)
        return None

    def _offer(self, request: HttpRequest) -> None:
        """Once a session, on another page than its own: that there is a form to send."""
        form = getattr(request, "newly_offered", None)
        if form and form.address != request.get_full_path():
            way = '<a class="govuk-notification-banner__link" href="{}">Open your unsent form</a>'
            messages.info(request, format_html("{} " + way, OFFER, form.address))


def _end(request: HttpRequest) -> None:
    """A working day is over. The row stays, run out, for whoever puts that on record."""
    request.session.set_expiry(timezone.now())
    request.session.save()
    request.session, request.user = type(request.session)(), AnonymousUser()


def seconds_left(request: HttpRequest) -> int:
    """For how long this person stays signed in without reading another page."""
    return max(int((request.session_ends_at - timezone.now()).total_seconds()), 0)


def was_done(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a form was sent, and did what it is for."""
    is_detour = getattr(response, "is_detour", False)
    return request.method == "POST" and 300 <= response.status_code < 400 and not is_detour
