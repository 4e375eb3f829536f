"""What members keep up: self-declarations, documents, and checks against the debarment list."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts import listings
from contracts.forms import joining as forms
from contracts.models import DebarmentCheck, DeclarationRenewal, Membership
from contracts.models.assurance import QUARTER
from contracts.permissions import joining as permissions
from nmiss.accounts.forms import NoQuestion
from nmiss.accounts.models import Role
from nmiss.core.access import only
from nmiss.files.models import StoredFile
from nmiss.files.views.attachments import attachment
from providers.models import ComplianceDocument, Provider

METHODS = ["GET", "HEAD", "POST"]


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def declaration_ask(request: HttpRequest, membership: int) -> HttpResponse:
    """Ask a member to renew its self-declaration."""
    found = _membership(request, membership)
    posted = request.POST if request.method == "POST" else None
    form = NoQuestion(posted, button="Ask for it")
    if form.is_valid():
        DeclarationRenewal.ask(found.provider, found.lot.vehicle, by=request.user)
        messages.success(request, f"{found.provider} is asked to renew its self-declaration.")
        return redirect("contracts:membership_detail", found.pk)
    context = {"form": form, "membership": found}
    return TemplateResponse(request, "contracts/declaration_ask.html", context)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def declaration_renew(request: HttpRequest, declaration: int) -> HttpResponse:
    """Say whether the self-declaration still holds."""
    rows = DeclarationRenewal.objects.visible_to(request.user).waiting()
    found = get_object_or_404(rows.select_related("provider", "vehicle"), pk=declaration)
    if not permissions.owns(request.user, found.provider):
        raise PermissionDenied
    form = forms.Renew(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.renew(by=request.user, **form.cleaned_data)
        messages.success(request, "Your self-declaration is renewed.")
        return redirect("contracts:our_memberships")
    context = {"form": form, "declaration": found}
    return TemplateResponse(request, "contracts/declaration_renew.html", context)


@only(Role.OFFICER, Role.MANAGER, Role.AUDITOR)
@require_safe
def debarment_list(request: HttpRequest) -> HttpResponse:
    """All members, and when each was last looked up on the debarment list."""
    today = timezone.localdate()
    context = {
        "providers": listings.swept_members(request.user, {}),
        "due_before": today - QUARTER,
        "may_check": permissions.can_release(request.user),
    }
    return TemplateResponse(request, "contracts/debarment_list.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def debarment_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what the debarment list says of a member."""
    provider = get_object_or_404(Provider.objects.visible_to(request.user), pk=pk)
    form = forms.Debarment(request.POST if request.method == "POST" else None)
    if form.is_valid():
        DebarmentCheck.record(provider, by=request.user, **form.cleaned_data)
        messages.success(request, f"The check of {provider} is on record.")
        return redirect("contracts:debarment_list")
    context = {"form": form, "provider": provider}
    return TemplateResponse(request, "contracts/debarment_check.html", context)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def compliance_add(request: HttpRequest, membership: int) -> HttpResponse:
    """Send a document that takes the place of the one of its kind."""
    found = _membership(request, membership)
    if not permissions.edits(request.user, found.provider):
        raise PermissionDenied
    is_posted = request.method == "POST"
    form = forms.AddDocument(
        request.POST if is_posted else None, request.FILES if is_posted else None
    )
    if form.is_valid():
        kind = form.cleaned_data["kind"]
        ComplianceDocument.put(
            found.provider,
            kind=kind,
            title=dict(forms.KINDS)[kind],
            file=StoredFile.take_in(form.cleaned_data["file"], by=request.user),
            expires_on=form.cleaned_data["expires_on"],
            by=request.user,
        )
        messages.success(request, "The document is there, and takes the place of the one before.")
        return redirect("contracts:membership_detail", found.pk)
    context = {"form": form, "membership": found}
    return TemplateResponse(request, "contracts/compliance_add.html", context)


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def compliance_file(request: HttpRequest, compliance: int) -> HttpResponseBase:
    """A document of a member."""
    rows = ComplianceDocument.objects.visible_to(request.user).select_related("file")
    return attachment(get_object_or_404(rows, pk=compliance).file)


def _membership(request: HttpRequest, number: int) -> Membership:
    rows = Membership.objects.visible_to(request.user).with_facts(timezone.localdate())
    return get_object_or_404(rows, pk=number)
