"""What members keep up: self-declarations, documents, and checks against the debarment list."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from contracts.membership import forms, listings, permissions, refused_documents
from contracts.membership.compliance import ask_for_another
from contracts.membership.models import DebarmentCheck, Debarred, DeclarationRenewal, Membership
from contracts.membership.models.assurance import time_to_renew
from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.files.models import StoredFile
from nmiss.base.files.views.attachments import attachment
from providers.models import KIND_OF, ComplianceDocument, Provider

METHODS = ["GET", "HEAD", "POST"]
NO_OWNER = "{} has no owner to email. Propose an owner here first, or write to the provider."


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def declaration_ask(request: HttpRequest, membership: int) -> HttpResponse:
    """Ask a member to renew its self-declaration."""
    found = _membership(request, membership)
    stop_if(permissions.why_not_ask_to_renew(request.user, found.provider, found.lot.vehicle))
    posted = request.POST if request.method == "POST" else None
    form = NoQuestion(posted, button="Ask for it")
    if form.is_valid():
        DeclarationRenewal.ask(found.provider, found.lot.vehicle, by=request.user)
        messages.success(request, f"{found.provider} is asked to renew its self-declaration.")
        return redirect("contracts:membership_detail", found.pk)
    limit, due_on = time_to_renew(found.lot.vehicle, on=timezone.localdate())
    context = {"form": form, "membership": found, "limit": limit, "due_on": due_on}
    return TemplateResponse(request, "contracts/membership/declaration_ask.html", context)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def declaration_renew(request: HttpRequest, declaration: int) -> HttpResponse:
    """Say whether the self-declaration still holds."""
    rows = DeclarationRenewal.objects.visible_to(request.user)
    found = get_object_or_404(rows.select_related("provider", "vehicle"), pk=declaration)
    if not permissions.owns(request.user, found.provider):
        raise PermissionDenied
    stop_if(permissions.why_not_renew(request.user, found))
    form = forms.Renew(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.renew(by=request.user, **form.cleaned_data)
        messages.success(request, "Your self-declaration is renewed.")
        return redirect("contracts:our_memberships")
    limit, _ = time_to_renew(found.vehicle, on=timezone.localdate(found.asked_at))
    context = {"form": form, "declaration": found, "limit": limit}
    return TemplateResponse(request, "contracts/membership/declaration_renew.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def declaration_read(request: HttpRequest, declaration: int) -> HttpResponse:
    """What a member says has changed, and that one has read it."""
    rows = DeclarationRenewal.objects.visible_to(request.user).answered()
    rows = rows.select_related("provider", "vehicle", "renewed_by", "read_by")
    found = get_object_or_404(rows, pk=declaration)
    posted = request.POST if request.method == "POST" else None
    form = NoQuestion(posted, button="I have read it")
    if form.is_valid():
        found.read(by=request.user)
        messages.success(request, f"It is on record that you have read what {found.provider} says.")
        return redirect("contracts:provider_detail", found.provider_id)
    context = {"form": form, "declaration": found}
    return TemplateResponse(request, "contracts/membership/declaration_read.html", context)


@only(Role.OFFICER, Role.MANAGER, Role.AUDITOR)
@require_safe
def debarment_list(request: HttpRequest) -> HttpResponse:
    """All members, and when each was last looked up on the debarment list."""
    context = listings.DEBARMENT.on(request).context()
    return TemplateResponse(request, "contracts/membership/debarment_list.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def debarment_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what the debarment list says of a member."""
    provider = get_object_or_404(Provider.objects.visible_to(request.user), pk=pk)
    form = forms.Debarment(request.POST if request.method == "POST" else None)
    if form.is_valid():
        DebarmentCheck.record(provider, by=request.user, **form.cleaned_data)
        messages.success(request, f"The check of {provider} is on record.")
        if form.cleaned_data["result"] == Debarred.FOUND:
            return redirect("contracts:provider_detail", provider.pk)
        return redirect("contracts:debarment_list")
    context = {"form": form, "provider": provider}
    return TemplateResponse(request, "contracts/membership/debarment_check.html", context)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def compliance_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a document; the address may name the one whose place it takes."""
    provider = get_object_or_404(Provider.objects.visible_to(request.user), pk=pk)
    if not permissions.edits(request.user, provider):
        raise PermissionDenied
    documents = list(ComplianceDocument.objects.current().of(provider).with_file().soonest_first())
    form = forms.AddMemberDocument(
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        schools=provider.schools.by_name(),
        documents=documents,
        initial=_in_place_of(request.GET.get("document", ""), documents),
    )
    if form.is_valid():
        kind = KIND_OF[form.cleaned_data["kind"]]
        instead_of = list(form.cleaned_data.get("replaces", []))
        new = ComplianceDocument.put(
            provider,
            kind=kind.key,
            title=kind.title,
            file=StoredFile.take_in(form.cleaned_data["file"], by=request.user),
            expires_on=form.cleaned_data["expires_on"],
            school=form.of_school(),
            instead_of=instead_of,
            by=request.user,
        )
        refused_documents.settle_documents(new, instead_of=instead_of)
        messages.success(request, "We are checking the document. The council can read it then.")
        return redirect("contracts:provider_detail", provider.pk)
    context = {"form": form, "provider": provider}
    return TemplateResponse(request, "contracts/membership/compliance_add.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_POST
def compliance_ask(request: HttpRequest, compliance: int) -> HttpResponse:
    """Ask the provider's owners for a new document in the place of one."""
    rows = ComplianceDocument.objects.visible_to(request.user).current().with_file()
    found = get_object_or_404(rows, pk=compliance)
    asked = ask_for_another(found, by=request.user)
    if asked:
        messages.success(request, f"We have emailed {_owners(asked)} for a new document.")
    elif found.provider.owners().exists():
        messages.info(
            request, "We have asked the owners today already. You can ask again tomorrow."
        )
    else:
        messages.info(request, NO_OWNER.format(found.provider))
        return redirect("providers:provider_people", found.provider_id)
    return redirect("contracts:provider_detail", found.provider_id)


def _owners(count: int) -> str:
    return "the owner" if count == 1 else f"{count} owners"


def _in_place_of(number: str, documents: list[ComplianceDocument]) -> dict[str, object]:
    """What is known of a document that takes the place of one."""
    before = next((each for each in documents if str(each.pk) == number), None)
    if before is None:
        return {}
    school = str(before.school.urn) if before.school else forms.ALL_SCHOOLS
    return {"kind": before.kind, "school": school, "replaces": [str(before.pk)]}


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def compliance_file(request: HttpRequest, compliance: int) -> HttpResponseBase:
    """A document of a member."""
    rows = ComplianceDocument.objects.visible_to(request.user).select_related("file")
    return attachment(get_object_or_404(rows, pk=compliance).file)


def _membership(request: HttpRequest, number: int) -> Membership:
    rows = Membership.objects.visible_to(request.user).with_facts(timezone.localdate())
    return get_object_or_404(rows, pk=number)
