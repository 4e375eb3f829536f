"""The emails that the hub sends: what became of each, and those about a record."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from nmiss.across.home import listings, reminding
from nmiss.base.accounts.models import Role
from nmiss.base.core import kept_emails
from nmiss.base.core.access import only


@only(Role.ADMINISTRATOR)
@require_safe
def email_list(request: HttpRequest) -> HttpResponse:
    """Every email, newest first, with its status; no subject and no text."""
    context = listings.EMAILS.on(request).context()
    context |= {"health": reminding.health(), "by_notify": bool(settings.NOTIFY_API_KEY)}
    return TemplateResponse(request, "home/email_list.html", context)


@only(*Role.with_cases())
@require_safe
def email_about(request: HttpRequest, label: str, record: int) -> HttpResponse:
    """The emails that were sent about a record, with their texts, for who sees the record."""
    found = kept_emails.record_of(label, record, user=request.user)
    if found is None:
        raise Http404
    emails = kept_emails.emails_about(found, user=request.user)
    context = {
        "record": found,
        "page": kept_emails.page_about(found),
        "emails": emails[: kept_emails.MOST],
        "has_more": len(emails) > kept_emails.MOST,
    }
    return TemplateResponse(request, "home/email_about.html", context)
