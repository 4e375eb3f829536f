"""How somebody comes to act for a provider: invited by an owner, with their own consent."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from providers import actions, forms, permissions, proposing
from providers.models import Provider, ProviderInvitation

METHODS = ["GET", "HEAD", "POST"]


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def provider_person_invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite somebody who works for a provider."""
    provider = get_object_or_404(Provider.objects.visible_to(request.user), pk=pk)
    if not permissions.can_invite_people(request.user, provider):
        raise PermissionDenied
    posted = request.POST if request.method == "POST" else None
    form = forms.InviteToProvider(posted, provider=provider)
    if form.is_valid():
        try:
            invitation = actions.invite_to(provider, **form.cleaned_data, by=request.user)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _sent(invitation))
            return redirect("providers:provider_people", provider.pk)
    context = {"form": form, "provider": provider}
    return TemplateResponse(request, "providers/provider_person_invite.html", context)


def _sent(invitation: ProviderInvitation) -> str:
    """The same words whether or not there is an account."""
    return (
        f"An invitation is on its way to {invitation.email}. {invitation.name} can act for "
        f"{invitation.provider} once they accept it."
    )


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def provider_owner_propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose who owns a provider that no owner can sign in for; a second officer agrees."""
    provider = get_object_or_404(Provider.objects.visible_to(request.user), pk=pk)
    stop_if(permissions.why_not_propose_owner(request.user, provider))
    form = forms.ProposeOwner(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            proposing.propose_first_owner(provider, **form.cleaned_data, by=request.user)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Your proposal is waiting for a second officer.")
            return redirect("providers:provider_people", provider.pk)
    context = {"form": form, "provider": provider}
    return TemplateResponse(request, "providers/provider_owner_propose.html", context)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def provider_invitation_again(request: HttpRequest, pk: int, invitation: int) -> HttpResponse:
    """Send an invitation once more."""
    found = _find(request, pk, invitation)
    if request.method == "POST":
        actions.invite_again(found, by=request.user)
        messages.success(request, _sent(found))
        return redirect("providers:provider_people", pk)
    return _page(request, "again", NoQuestion(button="Send the invitation again"), found)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def provider_invitation_remove(request: HttpRequest, pk: int, invitation: int) -> HttpResponse:
    """Remove somebody who was invited: the invitation ends."""
    found = _find(request, pk, invitation)
    if request.method == "POST":
        actions.end_invitation(found, by=request.user)
        messages.success(request, f"The invitation of {found.name} no longer works.")
        return redirect("providers:provider_people", pk)
    return _page(request, "remove", NoQuestion(button="Remove the invitation"), found)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def our_invitation(request: HttpRequest, invitation: int) -> HttpResponse:
    """Answer an invitation to act for a provider, signed in."""
    waiting = ProviderInvitation.objects.waiting(timezone.now()).for_person(request.user)
    found = get_object_or_404(waiting.with_people(), pk=invitation)
    form = forms.AnswerInvitation(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if form.cleaned_data["answer"] == "yes":
            actions.accept(found, by=request.user)
            messages.success(request, f"You can now act for {found.provider}.")
        else:
            found.decline(by=request.user)
            messages.success(request, f"You do not act for {found.provider}.")
        return redirect("home:home")
    return _page(request, "answer", form, found)


def _find(request: HttpRequest, provider: int, number: int) -> ProviderInvitation:
    seen = ProviderInvitation.objects.visible_to(request.user).open().with_people()
    found = get_object_or_404(seen, pk=number, provider=provider)
    if not permissions.can_invite_people(request.user, found.provider):
        raise PermissionDenied
    return found


def _page(request: HttpRequest, name: str, form: object, found: ProviderInvitation) -> HttpResponse:
    context = {"form": form, "invitation": found}
    return TemplateResponse(request, f"providers/invitation_{name}.html", context)
