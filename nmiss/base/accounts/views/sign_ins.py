"""The record of sign-ins: everybody's for administrators, one's own for each."""

from __future__ import annotations

import uuid

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts import listings, second_factor, unsent
from nmiss.base.accounts.forms import Language, NoQuestion
from nmiss.base.accounts.models import Deputy, Role, SignInEvent, UnsentForm
from nmiss.base.accounts.sign_in_record import IN_WORDS
from nmiss.base.core.access import only
from nmiss.base.core.letterbox import languages

LATELY = 20


@only(Role.ADMINISTRATOR)
@require_safe
def sign_in_list(request: HttpRequest) -> HttpResponse:
    """Who signed in, who did not, and what changed in how they do; newest first."""
    context = listings.SIGN_INS.on(request).context()
    return TemplateResponse(request, "accounts/sign_in_list.html", context)


@only(*Role)
@require_http_methods(["GET", "HEAD", "POST"])
def own_account(request: HttpRequest) -> HttpResponse:
    """One's own account: how one signs in, what happened lately, and the language of emails."""
    posted = request.POST if request.method == "POST" else None
    form = Language(posted, initial={"language": request.user.language})
    if form.is_valid():
        request.user.choose_language(by=request.user, **form.cleaned_data)
        messages.success(request, "Language saved.")
        return redirect("accounts:own_account")
    mine = Authenticator.objects.filter(user=request.user, type__in=second_factor.FACTORS)
    waiting = Deputy.objects.not_over(timezone.localdate()).with_people().by_day()
    context = {
        "factors": [IN_WORDS[each.type].capitalize() for each in mine.order_by("pk")],
        "unsent": unsent.waiting(request),
        "deputies": waiting.of(request.user),
        "stands_in": waiting.filter(deputy=request.user),
        "events": SignInEvent.objects.of(request.user).newest_first()[:LATELY],
        "form": form if len(languages()) > 1 else None,
    }
    return TemplateResponse(request, "accounts/own_account.html", context)


@only(*Role)
@require_http_methods(["GET", "HEAD", "POST"])
def unsent_delete(request: HttpRequest, form: uuid.UUID) -> HttpResponse:
    """Delete text that was typed and never sent."""
    kept = get_object_or_404(UnsentForm.objects.of(request.user), pk=form)
    if request.method == "POST":
        kept.delete()
        messages.success(request, "The text is deleted.")
        return redirect("accounts:own_account")
    context = {"form": NoQuestion(button="Delete the text"), "kept": kept}
    return TemplateResponse(request, "accounts/unsent_delete.html", context)
