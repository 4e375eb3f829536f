"""A request that is filled in offline: its template, the upload, and what that would change."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.base.core.access import must, only
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.forms import AsRead
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import XLSX_TYPE
from nmiss.base.files.views.attachments import saved_as
from nmiss.base.importing.sent_back import SentBackStatus
from placements.fees import forms, permissions
from placements.fees.models import FeeRequest, FeeWorkbook
from placements.fees.offline import checking, entries, taking, template
from placements.fees.views.requests import METHODS, WRITERS, find

SHOWN = 200  # changes, or faults
RECENT = 10


@only(*WRITERS)
@require_http_methods(METHODS)
def fee_workbooks(request: HttpRequest, fee: int) -> HttpResponse:
    """Download the template, upload it filled in, go on with one that was uploaded."""
    found = _draft(request, fee)
    is_sent = request.method == "POST"
    form = forms.FeeWorkbookUpload(
        request.POST if is_sent else None, request.FILES if is_sent else None
    )
    if form.is_valid():
        sent = taking.upload(found, form.cleaned_data["file"], by=request.user)
        return redirect("placements:fee_workbook", sent.pk)
    own = FeeWorkbook.objects.visible_to(request.user).filter(request=found)
    workbooks = own.select_related("file").newest_first()[:RECENT]
    context = {"form": form, "fee": found, "workbooks": workbooks}
    return TemplateResponse(request, "placements/fees/fee_workbooks.html", context)


@only(*WRITERS)
@require_safe
def fee_template(request: HttpRequest, fee: int) -> HttpResponse:
    """The template of a draft."""
    found = _draft(request, fee)
    AuditEvent.record("download_fee_template", found, by=request.user)
    name = f"fee-request-{found.reference}.xlsx"
    return HttpResponse(template.blank(found), content_type=XLSX_TYPE, headers=saved_as(name))


@only(*WRITERS)
@require_http_methods(METHODS)
def fee_workbook(request: HttpRequest, fee_workbook: int) -> HttpResponse:
    """One workbook: what is wrong in it, or what it would change, to be saved."""
    found = _find(request, fee_workbook)
    fee = found.request
    if request.method == "POST":
        return _save(request, found)
    may_save = found.status == SentBackStatus.READ and not permissions.why_not_edit_request(
        request.user, fee
    )
    checked = checking.CheckedFeeWorkbook()
    if may_save:
        checked = checking.check(fee, entries.from_data(found.entries))
    form = AsRead(seen=checked.digest, button="Save in the request")
    context = {
        "workbook": found,
        "fee": fee,
        "checked": checked,
        "problems": checked.problems[:SHOWN],
        "may_correct": any(each.entry.line for each in checked.problems),
        "changes": checked.changes[:SHOWN],
        "form": form if checked.changes else None,
        "may_save": may_save,
        "may_discard": not permissions.why_not_work_on_fee_workbook(request.user, found),
    }
    return TemplateResponse(request, "placements/fees/fee_workbook.html", context)


def _save(request: HttpRequest, found: FeeWorkbook) -> HttpResponse:
    try:
        taking.take(found, by=request.user, seen=request.POST.get("seen", ""))
    except NotAllowedNow as refusal:
        messages.warning(request, str(refusal))
        return redirect("placements:fee_workbook", found.pk)
    messages.success(request, "The figures are saved. Check the request before you submit it.")
    return redirect("placements:fee_request", found.request_id)


@only(*WRITERS)
@require_http_methods(METHODS)
def fee_workbook_correct(request: HttpRequest, fee_workbook: int) -> HttpResponse:
    """Correct here what is wrong in a workbook, or leave lines out."""
    found = _find(request, fee_workbook)
    stop_if(permissions.why_not_work_on_fee_workbook(request.user, found))
    stop_if(permissions.why_not_edit_request(request.user, found.request))
    checked = checking.check(found.request, entries.from_data(found.entries))
    form = forms.FeeWorkbookCorrect(
        request.POST if request.method == "POST" else None,
        problems=checked.problems,
        seen=digest_of(found.entries),
    )
    if not form.problems:
        if form.is_bound:
            now = digest_of(found.entries)
            stop_if_changed("This workbook", seen=request.POST.get("seen", ""), now=now)
        return redirect("placements:fee_workbook", found.pk)
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        taking.correct(found, form.typed, form.left_out, by=request.user, seen=seen)
        return redirect("placements:fee_workbook", found.pk)
    more = len(checked.problems) - len(form.problems)
    context = {"workbook": found, "form": form, "more": more}
    return TemplateResponse(request, "placements/fees/fee_workbook_correct.html", context)


@only(*WRITERS)
@require_POST
def fee_workbook_discard(request: HttpRequest, fee_workbook: int) -> HttpResponse:
    """Take nothing of a workbook."""
    found = _find(request, fee_workbook)
    found.drop(by=request.user)
    messages.success(request, "The workbook is discarded. The request stays as it is.")
    return redirect("placements:fee_request", found.request_id)


def _draft(request: HttpRequest, fee: int) -> FeeRequest:
    """A request that this person fills in."""
    found = find(request, fee)
    must(permissions.can_prepare(request.user, found))
    stop_if(permissions.why_not_edit_request(request.user, found))
    return found


def _find(request: HttpRequest, fee_workbook: int) -> FeeWorkbook:
    """One of a request that this person still sees."""
    own = FeeWorkbook.objects.visible_to(request.user)
    seen = own.filter(request__in=FeeRequest.objects.visible_to(request.user))
    parties = ("file", "request__window", "request__provider", "request__school")
    return get_object_or_404(seen.select_related(*parties), pk=fee_workbook)
