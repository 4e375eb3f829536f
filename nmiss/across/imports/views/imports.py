"""Imports: upload, look at what was found, confirm, undo. The worker does the work."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.across.imports import findings, forms, listings, permissions
from nmiss.across.imports.kinds import IMPORTS
from nmiss.across.imports.models import ImportRun
from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.accounts.models import Role
from nmiss.base.accounts.stepping_up import stepped_up
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.files.csv_lines import csv_lines
from nmiss.base.files.models import StoredFile
from nmiss.base.files.views.attachments import attachment
from nmiss.base.files.views.downloads import csv_response

UPLOADERS = (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.FINANCE)
WHO = (*UPLOADERS, Role.AUDITOR)
SHOWN = 50


@only(*WHO)
@require_safe
def import_list(request: HttpRequest) -> HttpResponse:
    """What was taken in, newest first, and the ways to take in more."""
    kinds = [one for one in IMPORTS.values() if permissions.can_upload(request.user, one)]
    context = listings.IMPORTS.on(request).context(kinds=kinds)
    return TemplateResponse(request, "imports/import_list.html", context)


@only(*UPLOADERS)
@require_http_methods(["GET", "HEAD", "POST"])
def import_upload(request: HttpRequest, what: str) -> HttpResponse:
    """Send a table to be checked."""
    if what not in IMPORTS:
        raise Http404
    kind = IMPORTS[what]
    if not permissions.can_upload(request.user, kind):
        raise PermissionDenied
    is_sent = request.method == "POST"
    form = forms.Upload(request.POST if is_sent else None, request.FILES if is_sent else None)
    if form.is_valid():
        file = StoredFile.take_in(form.cleaned_data["file"], by=request.user)
        run = ImportRun.begin(what=what, file=file, by=request.user)
        return redirect("imports:import_detail", run.pk)
    context = {"form": form, "kind": kind}
    return TemplateResponse(request, "imports/import_upload.html", context)


@only(*WHO)
@require_safe
def import_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One import: how far it is, what was found, and what may be done now."""
    run = _find(request, pk)
    found = run.findings()
    identity = permissions.can_see_identity(request.user, run)
    kinds = {
        kind: findings.of_kind(found, kind, with_identity=identity)
        for kind in ("error", "question", "warning", "change", "new")
    }
    kept = {tuple(one) for one in run.kept}
    for one in kinds["change"]:
        one["is_kept"] = (one["record"], one["column"]) in kept
        one["urn"] = findings.urn_of(one)
    context = {
        "run": run,
        "in_the_way": run.in_the_way(),
        "shown": {f"{kind}s": ones[:SHOWN] for kind, ones in kinds.items()},
        "choices": len(findings.of_schools(found)),
        "counted": {f"{kind}s": len(ones) for kind, ones in kinds.items()},
        "may": _allowed(request, run),
        "digest": run.digest(),
    }
    return TemplateResponse(request, "imports/import_detail.html", context)


@only(*WHO)
@stepped_up
@require_safe
def import_findings_csv(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Everything that was found, to take away."""
    run = _find(request, pk)
    identity = permissions.can_see_identity(request.user, run)
    rows = findings.rows(run.findings(), with_identity=identity)
    run.note_opening("open_findings", by=request.user)
    return csv_response(f"import-{run.pk}-findings.csv", csv_lines(findings.HEADING, rows))


@only(*WHO)
@stepped_up
@require_safe
def import_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file as it came in. Who opened it is written down."""
    run = _find(request, pk)
    if not permissions.can_open_file(request.user, run):
        raise PermissionDenied
    answer = attachment(run.file)
    run.note_opening("open_file", by=request.user)
    return answer


@only(*UPLOADERS)
@require_http_methods(["GET", "HEAD", "POST"])
def import_questions(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which references are the same child; the table is then checked again."""
    run = _find(request, pk)
    if why_not := permissions.why_not_answer(request.user, run):
        messages.warning(request, why_not)
        return redirect("imports:import_detail", run.pk)
    data = request.POST if request.method == "POST" else None
    form = forms.SameChildForm(data, questions=run.findings())
    if form.is_valid():
        try:
            run.answer(by=request.user, answers=form.answers)
        except NotAllowedNow as refusal:
            messages.warning(request, str(refusal))
        return redirect("imports:import_detail", run.pk)
    return TemplateResponse(request, "imports/import_questions.html", {"form": form, "run": run})


@only(*UPLOADERS)
@require_POST
def import_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the worker write what was checked."""
    run = _find(request, pk)
    try:
        run.confirm(by=request.user, seen=request.POST.get("seen", ""))
    except NotAllowedNow as refusal:
        messages.warning(request, str(refusal))
    return redirect("imports:import_detail", run.pk)


@only(*UPLOADERS)
@require_POST
def import_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave it: nothing of the file is written."""
    run = _find(request, pk)
    try:
        run.drop(by=request.user)
        messages.success(request, f"The {run} is discarded. No records changed.")
    except NotAllowedNow as refusal:
        messages.warning(request, str(refusal))
    return redirect("imports:import_detail", run.pk)


@only(*UPLOADERS)
@require_http_methods(["GET", "HEAD", "POST"])
def import_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back what was before the last import."""
    run = _find(request, pk)
    if why_not := permissions.why_not_undo(request.user, run):
        messages.warning(request, why_not)
        return redirect("imports:import_detail", run.pk)
    if request.method == "POST":
        try:
            run.ask_to_undo(by=request.user)
        except NotAllowedNow as refusal:
            messages.warning(request, str(refusal))
        return redirect("imports:import_detail", run.pk)
    context = {"form": NoQuestion(button="Undo this import"), "run": run}
    return TemplateResponse(request, "imports/import_undo.html", context)


def _find(request: HttpRequest, pk: int) -> ImportRun:
    runs = ImportRun.objects.visible_to(request.user)
    people = ("file", "uploaded_by", "confirmed_by", "undone_by")
    return get_object_or_404(runs.select_related(*people), pk=pk)


def _allowed(request: HttpRequest, run: ImportRun) -> dict[str, bool]:
    return {
        "confirm": not permissions.why_not_confirm(request.user, run),
        "drop": not permissions.why_not_drop(request.user, run),
        "undo": not permissions.why_not_undo(request.user, run),
        "answer": not permissions.why_not_answer(request.user, run),
        "upload": permissions.can_upload(request.user, run.kind),
        "open": permissions.can_open_file(request.user, run) and run.file.may_be_opened,
    }
