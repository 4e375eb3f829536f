"""The page behind an invitation's link."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from nmiss.base.accounts import forms, limits
from nmiss.base.accounts.limits import MustWait
from nmiss.base.accounts.models import Happened, Invitation, Spent
from nmiss.base.accounts.sign_in_record import note
from nmiss.base.core.access import anyone

GONE = 410
TOO_MANY = 429


@anyone
@sensitive_post_parameters("password1", "password2")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Set a first password and come in. The address is a secret: no page is told of it."""
    invitation = Invitation.objects.with_token(token).open_at(timezone.now()).first()
    if invitation is None:
        return _gone(request)
    posted = request.POST if request.method == "POST" else None
    form = forms.AcceptInvitation(posted, user=invitation.user)
    if form.is_valid():
        try:
            person = invitation.accept(password=form.cleaned_data["password1"])
        except Spent:
            return _gone(request)
        note(Happened.INVITATION, request, person)
        record_authentication(request, person, method="invitation")
        get_adapter().login(request, person)
        return redirect("home:home")
    context = {"form": form, "invitation": invitation}
    page = TemplateResponse(request, "accounts/invitation_accept.html", context)
    return _keep_secret(page)


def _gone(request: HttpRequest) -> HttpResponse:
    """A link that opens nothing; whoever tries many of them waits."""
    try:
        limits.admit("link", request)
    except MustWait as wait:
        page = TemplateResponse(request, "429.html", {"wait": wait.words}, status=TOO_MANY)
        return _keep_secret(page)
    page = TemplateResponse(request, "accounts/_invitation_gone.html", {}, status=GONE)
    return _keep_secret(page)


def _keep_secret(page: HttpResponse) -> HttpResponse:
    """Tell no page, not even ours, the address that led there; its origin only, for CSRF."""
    page["Referrer-Policy"] = "strict-origin"
    return page
