"""The end of an application as its applicant sees it: documents, check, declare, receipt."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.applications import actions, forms, permissions, receipts, refusals
from contracts.applications import questionnaire as asks
from contracts.applications.drafts import Draft
from contracts.applications.models import Evidence, RefusedFile, Submission
from contracts.applications.views.applicant import applicants_only
from contracts.applications.views.applying import find, unsent_of
from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.core.printing import PDF_TYPE
from nmiss.base.files.views.attachments import attachment, saved_as
from providers.models import DocumentKind


@applicants_only
@require_http_methods(["GET", "HEAD", "POST"])
def application_documents(request: HttpRequest, draft: int) -> HttpResponse:
    """The documents, and the way to add one."""
    application = find(request, draft)
    is_sent = request.method == "POST"
    if is_sent and not permissions.can_write(request.user, application):
        raise PermissionDenied
    form = forms.AddDocument(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        today=timezone.localdate(),
    )
    if form.is_valid():
        evidence = actions.add_evidence(application, by=request.user, **form.cleaned_data)
        messages.success(request, f"{evidence.name} is added.")
        return redirect("contracts:application_documents", application.pk)
    whole = Draft.of(application)
    may_edit = not permissions.why_not_edit(request.user, application)
    full = permissions.why_not_add_document(application)
    context = {
        "application": application,
        "form": form if (may_edit and not full) or is_sent else None,
        "full": full if may_edit else "",
        "kinds": [(kind, _of_kind(whole, kind)) for kind in asks.DOCUMENT_KINDS],
        "may_edit": may_edit,
    }
    return TemplateResponse(request, "contracts/applications/application_documents.html", context)


def _of_kind(whole: Draft, kind: DocumentKind) -> list[tuple[Evidence, bool]]:
    return [(each, whole.is_expired(each)) for each in whole.evidence if each.kind == kind.key]


@applicants_only
@require_safe
def evidence_file(request: HttpRequest, draft: int, evidence: int) -> HttpResponseBase:
    """A document of one's own, back again."""
    found = _find_evidence(request, draft, evidence)
    found.file.name = found.name
    return attachment(found.file)


@applicants_only
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_remove(request: HttpRequest, draft: int, evidence: int) -> HttpResponse:
    """Take a document out of the draft."""
    found = _find_evidence(request, draft, evidence)
    if not permissions.can_write(request.user, found.application):
        raise PermissionDenied
    if request.method == "POST":
        actions.remove_evidence(found.application, found, by=request.user)
        messages.success(request, f"{found.name} is removed.")
        return redirect("contracts:application_documents", draft)
    context = {"form": NoQuestion(button="Remove this document"), "evidence": found}
    return TemplateResponse(request, "contracts/applications/evidence_remove.html", context)


def _find_evidence(request: HttpRequest, draft: int, evidence: int) -> Evidence:
    kept = find(request, draft).evidence.kept()
    return get_object_or_404(kept.select_related("file", "application__provider"), pk=evidence)


@applicants_only
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_replace(request: HttpRequest, draft: int, evidence: int) -> HttpResponse:
    """Replace a document whose file was refused after it was sent."""
    rows = RefusedFile.objects.filter(application=find(request, draft))
    refused = get_object_or_404(rows.select_related("evidence__file"), evidence=evidence)
    found = refused.evidence
    may_write = permissions.can_write(request.user, found.application)
    is_sent = request.method == "POST"
    if is_sent and not may_write:
        raise PermissionDenied
    form = forms.ReplaceDocument(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        has_expiry=found.expires_on is not None,
        initial={"expires_on": found.expires_on},
    )
    if form.is_valid():
        new = actions.replace_evidence(found, by=request.user, **form.cleaned_data)
        messages.success(request, f"{new.name} replaces {found.name}. We are checking it.")
        return redirect("contracts:application_tasks", draft)
    may_replace = not permissions.why_not_replace(request.user, refused)
    context = {
        "form": form if may_replace or is_sent else None,
        "refused": refused,
        "evidence": found,
        "standing": refused.standing(timezone.localdate()),
    }
    return TemplateResponse(request, "contracts/applications/evidence_replace.html", context)


@applicants_only
@require_safe
def application_check(request: HttpRequest, draft: int) -> HttpResponse:
    """All answers on one page, before they are declared."""
    application = find(request, draft)
    whole = Draft.of(application)
    context = {
        "application": application,
        "sections": [(section, whole.shown(section)) for section in whole.sections],
        "evidence": [(each, asks.WORDS_OF_DOCUMENTS[each.kind]) for each in whole.evidence],
        "missing": whole.missing_by_section(),
        "to_confirm": sum(len(questions) for _, questions in whole.to_confirm()),
        "asks_now": whole.asks_now(),
        "unsent": unsent_of(request, application),
        "owners": application.provider.owners().select_related("user").by_name(),
        "may_declare": not permissions.why_not_withdraw(request.user, application),
        "may_edit": not permissions.why_not_edit(request.user, application),
    }
    return TemplateResponse(request, "contracts/applications/application_check.html", context)


@applicants_only
@require_http_methods(["GET", "HEAD", "POST"])
def application_declare(request: HttpRequest, draft: int) -> HttpResponse:
    """The owner's declaration: with it the application is submitted."""
    application = find(request, draft)
    if not permissions.can_declare(request.user, application):
        raise PermissionDenied
    draft = Draft.of(application)
    missing = draft.missing()
    posted = request.POST if request.method == "POST" else None
    form = forms.Declare(posted, seen="" if missing else draft.digest)
    if form.is_valid():
        submission = actions.send(application, by=request.user, seen=form.cleaned_data["seen"])
        return redirect("contracts:application_receipt", application.pk, submission.number)
    if missing:
        return redirect("contracts:application_check", application.pk)
    context = {
        "form": form,
        "application": application,
        "newest": application.version(),
        "unsent": unsent_of(request, application),
    }
    return TemplateResponse(request, "contracts/applications/application_declare.html", context)


@applicants_only
@require_safe
def application_receipt(request: HttpRequest, draft: int, number: int) -> HttpResponse:
    """The receipt of a version."""
    submission = _find_submission(request, draft, number)
    application = submission.application
    newest = application.version()
    context = {
        "application": application,
        "submission": submission,
        "evidence": submission.content.read().evidence,
        "utc": receipts.utc(submission.received_at),
        "london": receipts.london(submission.received_at),
        "is_newest": submission.pk == newest.pk,
        "refused": refusals.of_sender(application, on=timezone.localdate()),
        "next_sentences": receipts.what_happens_next(application),
        "source": receipts.source_of_clock(application),
    }
    return TemplateResponse(request, "contracts/applications/application_receipt.html", context)


@applicants_only
@require_safe
def application_receipt_file(request: HttpRequest, draft: int, number: int) -> HttpResponse:
    """The receipt as a PDF to keep."""
    submission = _find_submission(request, draft, number)
    return HttpResponse(
        receipts.pdf_of_receipt(submission, submission.content.read()),
        content_type=PDF_TYPE,
        headers=saved_as(f"receipt-{submission.receipt}.pdf"),
    )


def _find_submission(request: HttpRequest, draft: int, number: int) -> Submission:
    versions = find(request, draft).submissions.select_related(
        "content", "submitted_by", "application__provider", "application__vehicle"
    )
    return get_object_or_404(versions.select_related("application__round"), number=number)


@applicants_only
@require_http_methods(["GET", "HEAD", "POST"])
def application_withdraw(request: HttpRequest, draft: int) -> HttpResponse:
    """Take the application back, before it is opened."""
    application = find(request, draft)
    if not permissions.can_declare(request.user, application):
        raise PermissionDenied
    if request.method == "POST":
        actions.withdraw(application, by=request.user)
        messages.success(request, f"Application {application.reference} is withdrawn.")
        return redirect("contracts:apply")
    if permissions.why_not_withdraw(request.user, application):
        return redirect("contracts:application_tasks", application.pk)
    form = NoQuestion(button="Withdraw the application")
    context = {"form": form, "application": application}
    return TemplateResponse(request, "contracts/applications/application_withdraw.html", context)
