"""People: who may sign in, who was invited, whose account is closed."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.accounts import actions, filters, forms, permissions
from nmiss.accounts.models import Invitation, Role, User
from nmiss.core.access import only
from nmiss.core.models import AuditEvent
from nmiss.core.pages import page_of

HISTORY = 20


@only(Role.ADMINISTRATOR, Role.AUDITOR)
@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    """Everybody who may sign in, was invited or is closed."""
    people = filters.People(request.GET, User.objects.visible_to(request.user))
    context = {
        "form": people.form,
        "count": people.qs.count(),
        "page": page_of(people.qs, by="name", query=request.GET.dict()),
        "may_invite": permissions.can_invite_people(request.user),
    }
    return TemplateResponse(request, "accounts/person_list.html", context)


@only(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def person_invite(request: HttpRequest) -> HttpResponse:
    """Invite a colleague at the council."""
    form = forms.Invite(request.POST if request.method == "POST" else None)
    if form.is_valid():
        person = actions.invite(**form.cleaned_data, by=request.user)
        messages.success(request, f"An invitation is on its way to {person.email}.")
        return redirect("accounts:person_list")
    return TemplateResponse(request, "accounts/person_invite.html", {"form": form})


@only(Role.ADMINISTRATOR, Role.AUDITOR)
@require_safe
def person_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: the account, and what was done to it."""
    person = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    context = {
        "person": person,
        "invitation": person.invitations.select_related("invited_by").newest_first().first(),
        "events": AuditEvent.objects.about(person)
        .visible_to(request.user)
        .newest_first()[:HISTORY],
        "may_close": permissions.can_close(request.user, person),
        "may_reopen": permissions.can_reopen(request.user, person),
        "may_invite_again": permissions.can_invite_again(request.user, person),
    }
    return TemplateResponse(request, "accounts/person_detail.html", context)


@only(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def person_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody in no more."""
    person = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    if not permissions.can_close(request.user, person):
        raise PermissionDenied
    if request.method == "POST":
        messages.success(request, actions.shut_out(person, by=request.user))
        return redirect("accounts:person_detail", person.pk)
    is_invited = person.standing == "invited"
    form = forms.NoQuestion(button="Withdraw the invitation" if is_invited else "Close the account")
    return TemplateResponse(request, "accounts/person_close.html", {"form": form, "person": person})


@only(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def person_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody in again whose account was closed."""
    person = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    if not permissions.can_reopen(request.user, person):
        raise PermissionDenied
    if request.method == "POST":
        person.reopen(by=request.user)
        messages.success(request, f"{person}'s account is open again.")
        return redirect("accounts:person_detail", person.pk)
    form = forms.NoQuestion(button="Open the account again")
    return TemplateResponse(
        request, "accounts/person_reopen.html", {"form": form, "person": person}
    )


@only(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def person_invite_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a new link to somebody who has not joined; the earlier one stops working."""
    person = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    if not permissions.can_invite_again(request.user, person):
        raise PermissionDenied
    if request.method == "POST":
        Invitation.send(person, by=request.user)
        messages.success(request, f"A new invitation is on its way to {person.email}.")
        return redirect("accounts:person_detail", person.pk)
    form = forms.NoQuestion(button="Send a new invitation")
    return TemplateResponse(
        request, "accounts/person_invite_again.html", {"form": form, "person": person}
    )
