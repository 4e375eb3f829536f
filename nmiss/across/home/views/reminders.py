"""The reminders: schedules, how each reads, and a test sent to oneself."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.across.home import listings, reminding
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
READERS = (*COMMISSIONING, Role.AUDITOR, Role.ADMINISTRATOR)


@only(*READERS)
@require_safe
def reminder_list(request: HttpRequest) -> HttpResponse:
    """Every schedule, with when it next tells somebody; and how the reminding goes."""
    context = {
        "schedules": reminding.schedules(today=timezone.localdate()),
        "unreminded": reminding.unreminded(),
        "health": reminding.health(),
        "reads": request.user.role in COMMISSIONING,
    }
    return TemplateResponse(request, "home/reminder_list.html", context)


@only(*READERS)
@require_safe
def reminder_history(request: HttpRequest) -> HttpResponse:
    """The reminders that were given, newest first."""
    context = listings.REMINDERS.on(request).context()
    return TemplateResponse(request, "home/reminder_history.html", context)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def reminder_text(request: HttpRequest, kind: str) -> HttpResponse:
    """How a reminder reads, by the next thing that is due; sent, the page sends it to oneself."""
    today = timezone.localdate()
    schedule = reminding.schedule_of(kind, today=today)
    if schedule is None:
        raise Http404
    letter = reminding.preview(schedule, to=request.user, today=today)
    if request.method == "POST" and letter:
        reminding.send_test(letter, schedule.kind, by=request.user)
        messages.success(request, f"A test is on its way to {request.user.email}.")
        return redirect("home:reminder_list")
    context = {"schedule": schedule, "letter": letter}
    return TemplateResponse(request, "home/reminder_text.html", context)
