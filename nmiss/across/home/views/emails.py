"""The emails that the hub sends: how many left, and what became of each."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from nmiss.across.home import listings, reminding
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only


@only(Role.ADMINISTRATOR)
@require_safe
def email_list(request: HttpRequest) -> HttpResponse:
    """Every email, newest first, with its status; no subject and no text."""
    context = listings.EMAILS.on(request).context()
    context |= {"health": reminding.health(), "by_notify": bool(settings.NOTIFY_API_KEY)}
    return TemplateResponse(request, "home/email_list.html", context)
