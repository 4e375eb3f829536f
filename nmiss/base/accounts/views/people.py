"""People: who may sign in, who was invited, whose account is closed."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts import actions, forms, listings, permissions, proposing
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent

HISTORY = 20
PROPOSED = (
    "Your proposal is waiting for a second person. We have emailed everyone who may agree to it."
)


@only(Role.ADMINISTRATOR, Role.AUDITOR)
@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    """Everybody who may sign in, was invited or is closed."""
    may_invite = permissions.can_invite_people(request.user)
    context = listings.PEOPLE.on(request).context(may_invite=may_invite)
    return TemplateResponse(request, "accounts/person_list.html", context)


@only(Role.ADMINISTRATOR, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def person_invite(request: HttpRequest) -> HttpResponse:
    """Invite a colleague at the council, or propose to: some accounts take two people."""
    if not permissions.can_invite_people(request.user):
        raise PermissionDenied
    roles = [Role.ADMINISTRATOR] if permissions.can_stand_in(request.user) else []
    form = forms.Invite(request.POST if request.method == "POST" else None, roles=roles)
    if form.is_valid():
        try:
            where, words = _invite(form.cleaned_data, by=request.user)
        except NotAllowedNow as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, words)
            return redirect(where)
    return TemplateResponse(request, "accounts/person_invite.html", {"form": form})


def _invite(given: dict[str, str], *, by: User) -> tuple[str, str]:
    """Invite or propose; return where to go on and what to say."""
    if given["role"] in Role.by_two():
        proposing.propose_account(**given, by=by)
        return "accounts:proposal_list", PROPOSED
    given = {name: given[name] for name in ("email", "name", "role")}
    person = actions.invite(**given, by=by)
    return "accounts:person_list", f"An invitation is on its way to {person.email}."


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
        "may_propose_recovery": permissions.can_propose_recovery(request.user, person),
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
    posted = request.POST if request.method == "POST" else None
    button = "Open the account again"
    form = forms.Propose(posted) if person.takes_two else forms.NoQuestion(posted, button=button)
    if form.is_valid():
        messages.success(request, _reopen(person, form.cleaned_data, by=request.user))
        return redirect("accounts:person_detail", person.pk)
    return TemplateResponse(
        request, "accounts/person_reopen.html", {"form": form, "person": person}
    )


def _reopen(person: User, given: dict[str, str], *, by: User) -> str:
    """Open it, or propose to; say which."""
    if person.takes_two:
        proposing.propose_reopening(person, reason=given["reason"], by=by)
        return PROPOSED
    person.reopen(by=by)
    return f"{person}'s account is open again."


@only(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def person_invite_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a new link to somebody who has not joined; the earlier one stops working."""
    person = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    if not permissions.can_invite_again(request.user, person):
        raise PermissionDenied
    if request.method == "POST":
        actions.invite_again(person, by=request.user)
        messages.success(request, f"A new invitation is on its way to {person.email}.")
        return redirect("accounts:person_detail", person.pk)
    form = forms.NoQuestion(button="Send a new invitation")
    return TemplateResponse(
        request, "accounts/person_invite_again.html", {"form": form, "person": person}
    )


@only(Role.ADMINISTRATOR, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def person_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose to remove a lost second factor."""
    person = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    if not permissions.can_propose_recovery(request.user, person):
        raise PermissionDenied
    form = forms.Propose(request.POST if request.method == "POST" else None)
    if form.is_valid():
        proposing.propose_recovery(person, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, PROPOSED)
        return redirect("accounts:proposal_list")
    context = {"form": form, "person": person}
    return TemplateResponse(request, "accounts/person_second_factor.html", context)
