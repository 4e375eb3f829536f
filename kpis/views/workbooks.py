"""Returns filled in offline: templates to download, workbooks to upload, correct and save."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kpis import permissions, workbook_forms
from kpis.filling import fillings_of
from kpis.models import KpiReturn, ReturnWorkbook
from kpis.offline import checking, entries, taking, template
from kpis.views.returns import find
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.access import must, only
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import XLSX_TYPE
from nmiss.base.files.views.attachments import saved_as
from nmiss.base.importing.sent_back import SentBackStatus

METHODS = ["GET", "HEAD", "POST"]
SHOWN = 200  # changes, or faults, on the page: the workbook given back has all
RECENT = 10


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def workbook_list(request: HttpRequest) -> HttpResponse:
    """Download a template, upload one that is filled in, go on with one that was uploaded."""
    must(permissions.can_fill_in_any(request.user))
    is_sent = request.method == "POST"
    form = workbook_forms.UploadWorkbook(
        request.POST if is_sent else None, request.FILES if is_sent else None
    )
    if form.is_valid():
        sent = taking.upload(form.cleaned_data["file"], by=request.user)
        return redirect("kpis:workbook_detail", sent.pk)
    own = ReturnWorkbook.objects.visible_to(request.user).select_related("file")
    returns = _to_fill_in(request.user)
    context = {"form": form, "returns": returns, "workbooks": own.newest_first()[:RECENT]}
    return TemplateResponse(request, "kpis/workbook_list.html", context)


@only(Role.PROVIDER)
@require_safe
def workbook_template(request: HttpRequest) -> HttpResponse:
    """The template of every return that this person can fill in."""
    must(permissions.can_fill_in_any(request.user))
    returns = _to_fill_in(request.user)
    return _template(request, returns, f"returns-{timezone.localdate()}.xlsx")


@only(Role.PROVIDER)
@require_safe
def return_template(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """The template of one return."""
    found = find(request, kpi_return)
    must(permissions.can_fill_in(request.user, found))
    stop_if(permissions.why_not_fill_in(request.user, found))
    name = f"return-{found.school.urn}-{found.period_name}.xlsx".replace(" ", "-")
    return _template(request, [found], name.replace("/", "-"))


def _template(request: HttpRequest, returns: Iterable[KpiReturn], name: str) -> HttpResponse:
    content = template.blank(fillings_of(list(returns)))
    AuditEvent.record("download_template", "template of returns", by=request.user)
    return HttpResponse(content, content_type=XLSX_TYPE, headers=saved_as(name))


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def workbook_detail(request: HttpRequest, workbook: int) -> HttpResponse:
    """One workbook: what is wrong in it, or what it would change, to be saved."""
    found = _find(request, workbook)
    typed = entries.from_data(found.entries)
    checked = checking.check(typed, by=request.user)
    is_sent = request.method == "POST"
    form = workbook_forms.SaveWorkbook(
        request.POST if is_sent else None,
        initial={"seen": checked.digest()},
        dropped=len(checked.dropped),
    )
    if is_sent and form.is_valid():
        try:
            return _save(request, found, form)
        except NotAllowedNow as refusal:
            messages.warning(request, str(refusal))
            return redirect("kpis:workbook_detail", found.pk)
    is_read = found.status == SentBackStatus.READ
    context = {
        "workbook": found,
        "checked": checked,
        "problems": checked.problems[:SHOWN],
        "changes": checked.changes[:SHOWN],
        "dropped": checked.dropped[:SHOWN],
        "form": form if is_read and (checked.changes or checked.dropped) else None,
        "is_read": is_read,
        "may_discard": not permissions.why_not_work_on_workbook(request.user, found),
    }
    return TemplateResponse(request, "kpis/workbook_detail.html", context)


def _save(
    request: HttpRequest, found: ReturnWorkbook, form: workbook_forms.SaveWorkbook
) -> HttpResponse:
    given = form.cleaned_data
    saved = taking.take(
        found,
        by=request.user,
        seen=given["seen"],
        is_emptying=given.get("is_emptying", False),
    )
    messages.success(request, "The figures are saved. Check each return before you send it.")
    if len(saved.returns) == 1:
        return redirect("kpis:return_detail", saved.returns[0].pk)
    return redirect("kpis:return_list")


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def workbook_correct(request: HttpRequest, workbook: int) -> HttpResponse:
    """Correct here what is wrong in a workbook, or leave rows out."""
    found = _find(request, workbook)
    stop_if(permissions.why_not_work_on_workbook(request.user, found))
    checked = checking.check(entries.from_data(found.entries), by=request.user)
    form = workbook_forms.CorrectWorkbook(
        request.POST if request.method == "POST" else None,
        problems=checked.problems,
        seen=digest_of(found.entries),
    )
    if not form.problems:
        if form.is_bound:
            now = digest_of(found.entries)
            stop_if_changed("This workbook", seen=request.POST.get("seen", ""), now=now)
        return redirect("kpis:workbook_detail", found.pk)
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        taking.correct(found, form.typed, form.left_out, by=request.user, seen=seen)
        return redirect("kpis:workbook_detail", found.pk)
    more = len(checked.problems) - len(form.problems)
    context = {"workbook": found, "form": form, "more": more}
    return TemplateResponse(request, "kpis/workbook_correct.html", context)


@only(Role.PROVIDER)
@require_safe
def workbook_marked(request: HttpRequest, workbook: int) -> HttpResponse:
    """The workbook as it was sent, with what is wrong beside its cells."""
    found = _find(request, workbook)
    stop_if(permissions.why_not_work_on_workbook(request.user, found))
    typed = entries.from_data(found.entries)
    content = template.marked(typed, checking.check(typed, by=request.user))
    name = f"{found.file.name.rpartition('.')[0]}-to-correct.xlsx"
    return HttpResponse(content, content_type=XLSX_TYPE, headers=saved_as(name))


@only(Role.PROVIDER)
@require_POST
def workbook_discard(request: HttpRequest, workbook: int) -> HttpResponse:
    """Take nothing of a workbook."""
    found = _find(request, workbook)
    found.drop(by=request.user)
    messages.success(request, "The workbook is discarded. The returns stay as they are.")
    return redirect("kpis:workbook_list")


def _find(request: HttpRequest, workbook: int) -> ReturnWorkbook:
    rows = ReturnWorkbook.objects.visible_to(request.user).select_related("file")
    return get_object_or_404(rows, pk=workbook)


def _to_fill_in(user: User) -> list[KpiReturn]:
    """The returns that this person can fill in today, by school."""
    rows = KpiReturn.objects.written_by(user).with_school().select_related("school__provider")
    return [each for each in rows.by_due() if not permissions.why_not_fill_in_now(each)]
