"""A provider's people: who may act for it, and as what."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.accounts.models import Proposal, Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import NotAllowedNow
from providers import actions, listings, permissions, proposing
from providers.models import Provider, ProviderMember


@only(Role.PROVIDER)
@require_safe
def our_people(request: HttpRequest) -> HttpResponse:
    """The people of one's own provider; somebody with several chooses one."""
    providers = list(Provider.objects.visible_to(request.user).by_name())
    if len(providers) == 1:
        return redirect("providers:provider_people", providers[0].pk)
    return TemplateResponse(request, "providers/our_people.html", {"providers": providers})


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def provider_people(request: HttpRequest, pk: int) -> HttpResponse:
    """Who may act for a provider."""
    provider = get_object_or_404(Provider.objects.visible_to(request.user), pk=pk)
    if not permissions.can_see_people(request.user, provider):
        raise PermissionDenied
    known = {
        "provider": provider,
        "may_invite": permissions.can_invite_people(request.user, provider),
        "may_vouch": provider.members.filter(user=request.user, reads_from=None).exists(),
        "may_remove": permissions.can_remove_people(request.user, provider),
    }
    members = provider.members.select_related("user", "provider")
    people = listings.PROVIDER_PEOPLE.on(request, rows=members, **known)
    invitations = provider.invitations.open().with_people().by_name()
    context = people.context(
        **known,
        rows=[*people.page, *invitations] if people.form.is_valid() else [],
        proposed=Proposal.objects.of(proposing.FIRST_OWNER, provider).waiting().first(),
        may_propose=not permissions.why_not_propose_owner(request.user, provider),
    )
    return TemplateResponse(request, "providers/provider_people.html", context)


@only(Role.PROVIDER)
@require_http_methods(["GET", "HEAD", "POST"])
def provider_person_remove(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """End somebody's part in a provider; the last owner stays."""
    members = ProviderMember.objects.visible_to(request.user).of(pk)
    found = get_object_or_404(members, pk=member)
    if not permissions.can_remove_people(request.user, found.provider):
        raise PermissionDenied
    form = NoQuestion(
        request.POST if request.method == "POST" else None, button="Remove this person"
    )
    if form.is_valid():
        try:
            actions.remove(found, by=request.user)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{found.user} can no longer act for {found.provider}.")
            return redirect("providers:our_people")
    context = {"form": form, "member": found}
    return TemplateResponse(request, "providers/provider_person_remove.html", context)


@only(Role.PROVIDER)
@require_http_methods(["GET", "HEAD", "POST"])
def provider_person_vouch(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """Let somebody whom the council named read what was applied for before they came."""
    members = ProviderMember.objects.visible_to(request.user).of(pk)
    found = get_object_or_404(members, pk=member)
    must(not permissions.why_not_vouch(request.user, found))
    form = NoQuestion(
        request.POST if request.method == "POST" else None, button="Show earlier applications"
    )
    if form.is_valid():
        actions.vouch(found, by=request.user)
        messages.success(request, f"{found.user} can now read earlier applications.")
        return redirect("providers:provider_people", pk)
    context = {"form": form, "member": found}
    return TemplateResponse(request, "providers/provider_person_vouch.html", context)
