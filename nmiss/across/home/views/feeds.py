"""The address at which a person's own calendar reads their dates: made, renewed, ended, read."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.across.home.feeds import feed_of
from nmiss.base.accounts import limits
from nmiss.base.accounts.limits import MustWait
from nmiss.base.accounts.models import CalendarFeed, Role
from nmiss.base.core.access import anyone, only

NOT_FOUND, GONE, TOO_MANY = 404, 410, 429
ENDED = "This calendar address has ended. Sign in to the hub and make a new one in Calendar."
UNKNOWN = "There is no such calendar address. Copy the whole address from Calendar in the hub."


@only(*Role)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def calendar_feed(request: HttpRequest) -> HttpResponse:
    """One's own address; sent, the page makes one, and the one before ends."""
    feed = CalendarFeed.objects.of(request.user).live().first()
    if request.method == "POST":
        CalendarFeed.make(by=request.user)
        words = "You have a new address. The old one no longer works." if feed else "Address made."
        messages.success(request, words)
        return redirect("home:calendar_feed")
    address = ""
    if feed and feed.token:
        address = settings.SITE_URL + reverse("home:calendar_ics", args=[feed.token])
    return TemplateResponse(request, "home/calendar_feed.html", {"feed": feed, "address": address})


@only(*Role)
@require_POST
def calendar_feed_end(request: HttpRequest) -> HttpResponse:
    """Have one's own address answer no more."""
    get_object_or_404(CalendarFeed.objects.of(request.user).live()).end(by=request.user)
    messages.success(request, "The address no longer works.")
    return redirect("home:calendar_feed")


@anyone
@never_cache
@require_safe
def calendar_ics(request: HttpRequest, token: str) -> HttpResponse:
    """The dates, for whoever has the address. Whoever asks too often, or guesses, waits."""
    feed = CalendarFeed.objects.with_token(token).first()
    try:
        if feed is None:
            limits.admit("link", request)
            return _in_words(UNKNOWN, NOT_FOUND)
        limits.admit("feed", request, account=feed.digest)
    except MustWait as wait:
        answer = _in_words(f"Too many requests. Try again in {wait.words}.", TOO_MANY)
        answer["Retry-After"] = str(60 * wait.minutes)
        return answer
    if not CalendarFeed.objects.live().filter(pk=feed.pk).exists():
        return _in_words(ENDED, GONE)
    dates = feed_of(feed.user, now=timezone.now(), today=timezone.localdate())
    answer = HttpResponse(dates, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="dates.ics"'
    return answer


def _in_words(words: str, status: int) -> HttpResponse:
    """Plain text: it is a program that asks, and shows its person the answer."""
    return HttpResponse(f"{words}\n", status=status, content_type="text/plain; charset=utf-8")
