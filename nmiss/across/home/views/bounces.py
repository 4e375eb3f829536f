"""Emails that bounced: the list, and dealing with one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.across.home import listings
from nmiss.base.accounts import bouncing
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.models import Bounce


@only(*bouncing.READERS)
@require_safe
def bounce_list(request: HttpRequest) -> HttpResponse:
    """Emails that did not reach the people whom this person looks after, newest first."""
    return TemplateResponse(
        request, "home/bounce_list.html", listings.BOUNCES.on(request).context()
    )


@only(Role.OFFICER, Role.MANAGER, Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def bounce_settle(request: HttpRequest, pk: int) -> HttpResponse:
    """One that did not arrive, with what to do about it; somebody says that it is done."""
    rows = Bounce.objects.of_roles(bouncing.looked_after_by(request.user))
    bounce = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        if bounce.settled_at is None:
            bounce.settle(by=request.user)
            messages.success(request, "Saved as dealt with.")
        return redirect("home:bounce_list")
    return TemplateResponse(request, "home/bounce_settle.html", {"bounce": bounce})
