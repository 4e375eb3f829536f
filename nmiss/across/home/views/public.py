"""Pages about the hub itself, for everybody."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from nmiss.base.core.access import anyone


@anyone
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How well everybody can use the hub, and whom to tell if not."""
    context = {"site_url": settings.SITE_URL}
    return TemplateResponse(request, "home/accessibility.html", context)


@anyone
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is held about people, why, and who sees it."""
    return TemplateResponse(request, "home/privacy.html", {})


@anyone
@require_safe
def cookies(request: HttpRequest) -> HttpResponse:
    """The three cookies, and how long each lasts."""
    context = {
        "session_cookie": settings.SESSION_COOKIE_NAME,
        "session_hours": settings.SESSION_COOKIE_AGE // 3600,
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
        "browser_cookie": settings.BROWSER_COOKIE_NAME,
        "browser_days": settings.BROWSER_DAYS,
    }
    return TemplateResponse(request, "home/cookies.html", context)
