"""Returns as a school's people see them: the list, a return, its sections, sending it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kpis import (
    certifying,
    child_forms,
    child_saving,
    listings,
    permissions,
    receipts,
    return_forms,
    saving,
    task_list,
)
from kpis.filling import Filling, Part, filling_of, fillings_of, label_of
from kpis.models import KpiReturn, ReturnEvidence, ReturnVersion
from kpis.rating import Result
from kpis.reports.durations import usual_time
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.printing import PDF_TYPE
from nmiss.base.files.views.attachments import attachment, saved_as

METHODS = ["GET", "HEAD", "POST"]
SectionForm = return_forms.FillInSection | child_forms.FillInChild


@only(*permissions.READERS)
@require_safe
def return_list(request: HttpRequest) -> HttpResponse:
    """Every return that this person sees, with what is missing in it."""
    own = KpiReturn.objects.written_by(request.user).with_school()
    context = listings.RETURNS.on(request).context(may_report_nothing=own.exists())
    return TemplateResponse(request, "kpis/return_list.html", context)


@only(Role.PROVIDER)
@require_safe
def return_detail(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """The task list of a return: what is done, what is to do, what was sent."""
    found = find(request, kpi_return)
    filling = filling_of(found)
    usual = usual_time(found.frequency, before=found.last_day) if found.has_a_form else None
    tasks = [
        {
            "part": part,
            "usual": usual.of_section(part.key) if usual else "",
            "status": task_list.status_of(filling, part),
            "saved": filling.known.saved.get(part.key),
            "query": filling.known.queries.get(part.key),
        }
        for part in filling.parts
    ]
    context = {
        "kpi_return": found,
        "filling": filling,
        "tasks": tasks,
        "done": sum(task["status"] in ("completed", "nothing to report") for task in tasks),
        "usual": usual,
        "missing": task_list.still_to_do(filling),
        "versions": _sent(found),
        "why_not_fill_in": permissions.why_not_fill_in(request.user, found),
        "may_correct": not permissions.why_not_correct(request.user, found),
        "may_contest": not permissions.why_not_contest(request.user, found),
        "contests": found.contests.select_related("contested_by", "answered_by").oldest_first(),
        "may_certify": permissions.can_certify(request.user, found),
        "may_drop": not permissions.why_not_drop_correction(request.user, found),
        "is_sole": permissions.is_sole_writer(request.user, found),
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "kpis/return_detail.html", context)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def return_section(request: HttpRequest, kpi_return: int, place: int) -> HttpResponse:
    """One section, saved as it is, finished or not."""
    found = find(request, kpi_return)
    filling, part = _part(found, place)
    is_sent = request.method == "POST"
    may_edit = not permissions.why_not_fill_in(request.user, found)
    must(not is_sent or permissions.can_fill_in(request.user, found))
    form = _form_of(part)(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        filling=filling,
        part=part,
    )
    meanwhile = None
    if form.is_valid():
        try:
            return _save(request, found, part, form)
        except saving.SavedMeanwhile as saved:
            meanwhile = _meanwhile(form, saved)
    context = {
        "kpi_return": found,
        "part": part,
        "form": form if may_edit or is_sent else None,
        "filling": filling,
        "section": filling.known.saved.get(part.key),
        "figures": _figures(filling, part),
        "counted": [
            each for each in _figures(filling, part) if may_edit and each["name"] in filling.counted
        ],
        "missing": filling.missing_in(part) if part.key in filling.known.saved else [],
        "why_explain": filling.why_explain(part),
        "result": filling.result(part.indicator) if part.indicator else None,
        "query": filling.known.queries.get(part.key),
        "evidence": filling.known.evidence.get(part.key, ()),
        "may_edit": may_edit,
        "may_repeat": may_edit
        and bool(part.inputs)
        and set(part.inputs) <= set(filling.known.last),
        "meanwhile": meanwhile,
    }
    return TemplateResponse(request, "kpis/return_section.html", context)


def _form_of(part: Part) -> type[SectionForm]:
    return child_forms.FillInChild if part.child else return_forms.FillInSection


def _save(request: HttpRequest, found: KpiReturn, part: Part, form: SectionForm) -> HttpResponse:
    given = form.cleaned_data
    how = {"by": request.user, "revision": form.revision, "answer": given.get("answer", "")}
    if part.child:
        child_saving.save_child(found, part.place, form.told(), **how)
    else:
        comment = given.get("comment", "")
        saving.save_section(found, part.place, form.told(), comment=comment, **how)
    if given.get("file"):
        saving.add_evidence(found, part.place, given["file"], by=request.user)
    if filling_of(found).missing_in(part):
        messages.info(request, f"Saved: {part.title}. There is more to do below.")
        return redirect("kpis:return_section", found.pk, part.place)
    messages.success(request, f"Saved: {part.title}.")
    return redirect("kpis:return_detail", found.pk)


def _meanwhile(form: SectionForm, saved: saving.SavedMeanwhile) -> dict[str, object]:
    """Both texts of what differs; sent again, the form replaces what the other person saved."""
    filling = filling_of(form.filling.kpi_return)
    part = filling.part(form.part.place) or form.part
    theirs = _form_of(part)(filling=filling, part=part).initial
    differing = [
        {
            "question": form.fields[name].label,
            "theirs": theirs.get(name, ""),
            "mine": form.data.get(name, ""),
        }
        for name in form.fields
        if name.startswith(("value_", "reason_", "comment", "status_"))
        and str(theirs.get(name) or "") != form.data.get(name, "")
    ]
    form.data = form.data.copy()
    form.data["revision"] = str(saved.section.revision)
    return {"section": saved.section, "differing": differing}


Row = tuple[Part, Result, list[dict[str, object]], dict[str, object]]


def rows_of(filling: Filling) -> list[Row]:
    """Each indicator with its rating, the figures behind it, and what the school says of them."""
    answers = receipts.answers_in(filling)
    return [
        (
            part,
            result,
            _figures(filling, part),
            {
                "why_explain": filling.why_explain(part),
                "section": filling.known.saved.get(part.key),
                "evidence": filling.known.evidence.get(part.key, ()),
                "queries": answers.get(part.key, ()),
            },
        )
        for part, result in filling.results()
    ]


def _figures(filling: Filling, part: Part) -> list[dict[str, object]]:
    return [
        {
            "name": name,
            "label": label_of(name),
            "figure": filling.known.figures.get(name),
            "last": filling.known.last.get(name),
        }
        for name in (part.indicator.inputs if part.indicator else part.inputs)
    ]


@only(Role.PROVIDER)
@require_POST
def return_section_nothing(request: HttpRequest, kpi_return: int, place: int) -> HttpResponse:
    """Confirm that there is nothing to report in a section."""
    found = _to_fill_in(request, kpi_return)
    _, part = _part(found, place)
    saving.report_nothing(found, place, by=request.user, seen=request.POST.get("seen", ""))
    messages.success(request, f"{part.title}: you have nothing to report.")
    return redirect("kpis:return_detail", found.pk)


@only(Role.PROVIDER)
@require_POST
def return_section_after_all(request: HttpRequest, kpi_return: int, place: int) -> HttpResponse:
    """Take back that there is nothing to report."""
    found = _to_fill_in(request, kpi_return)
    _part(found, place)
    saving.report_after_all(found, place, by=request.user)
    return redirect("kpis:return_section", found.pk, place)


@only(Role.PROVIDER)
@require_POST
def return_section_repeat(request: HttpRequest, kpi_return: int, place: int) -> HttpResponse:
    """Say that a section is as in the last period."""
    found = _to_fill_in(request, kpi_return)
    _, part = _part(found, place)
    saving.repeat_last(found, place, by=request.user, seen=request.POST.get("seen", ""))
    messages.success(request, f"Saved: {part.title}, the same as last period.")
    return redirect("kpis:return_section", found.pk, place)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def return_nothing(request: HttpRequest) -> HttpResponse:
    """Confirm for several schools at once that there is nothing to report."""
    own = KpiReturn.objects.written_by(request.user).with_school().by_due()
    open_ones = list(own.select_related("school__provider"))
    must(bool(open_ones))
    returns = open_ones
    if request.method != "POST":  # a colleague may have told figures meanwhile
        fillings = [each for each in fillings_of(open_ones) if saving.empty_parts(each)]
        returns = [each.kpi_return for each in fillings]
    posted = request.POST if request.method == "POST" else None
    form = return_forms.NothingToReport(posted, returns=returns)
    if form.is_valid():
        sections = saving.report_nothing_for(form.chosen, by=request.user)
        where = "1 section" if sections == 1 else f"{sections} sections"
        messages.success(request, f"You have nothing to report in {where}.")
        return redirect("kpis:return_list")
    return TemplateResponse(request, "kpis/return_nothing.html", {"form": form, "returns": returns})


@only(Role.PROVIDER)
@require_POST
def return_evidence_remove(request: HttpRequest, kpi_return: int, evidence: int) -> HttpResponse:
    """Remove a file from a section."""
    found = _to_fill_in(request, kpi_return)
    rows = ReturnEvidence.objects.visible_to(request.user).filter(version__kpi_return=found)
    each = get_object_or_404(rows.select_related("version__kpi_return", "file"), pk=evidence)
    saving.remove_evidence(each, by=request.user)
    messages.success(request, f"{each.file} is removed.")
    return redirect("kpis:return_detail", found.pk)


@only(*permissions.READERS)
@require_safe
def return_evidence_file(request: HttpRequest, kpi_return: int, evidence: int) -> HttpResponseBase:
    """A file of a return."""
    rows = ReturnEvidence.objects.visible_to(request.user).filter(version__kpi_return=kpi_return)
    return attachment(get_object_or_404(rows.select_related("file"), pk=evidence).file)


@only(Role.PROVIDER)
@require_POST
def return_ready(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """Mark a return as ready for an owner to certify."""
    found = _to_fill_in(request, kpi_return)
    certifying.mark_ready(found, by=request.user, seen=request.POST.get("seen", ""))
    messages.success(request, "The return is ready. It is not sent until an owner certifies it.")
    return redirect("kpis:return_detail", found.pk)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def return_certify(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """See how each indicator would be rated, then certify and send."""
    found = find(request, kpi_return)
    must(permissions.can_certify(request.user, found))
    filling = filling_of(found)
    missing = [each.words for each in filling.missing()]
    version = filling.version or ReturnVersion(kpi_return=found)
    stop_if(permissions.why_not_certify(request.user, found, version, missing))
    posted = request.POST if request.method == "POST" else None
    form = return_forms.Certify(posted, seen=filling.digest)
    if form.is_valid():
        sent = certifying.certify(found, by=request.user, seen=form.cleaned_data["seen"])
        return redirect("kpis:return_receipt", found.pk, sent.number)
    context = {
        "form": form,
        "kpi_return": found,
        "filling": filling,
        "rows": rows_of(filling),
        "is_sole": permissions.is_sole_writer(request.user, found),
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "kpis/return_certify.html", context)


@only(*permissions.READERS)
@require_safe
def return_receipt(request: HttpRequest, kpi_return: int, number: int) -> HttpResponse:
    """What was received and when, and who certified it."""
    found = find(request, kpi_return)
    version = _version(found, number)
    filling = filling_of(found, version=version)
    context = {
        "kpi_return": found,
        "version": version,
        "rows": rows_of(filling),
        "before": _before(filling, version),
    }
    return TemplateResponse(request, "kpis/return_receipt.html", context)


@only(*permissions.READERS)
@require_safe
def return_copy(request: HttpRequest, kpi_return: int, number: int) -> HttpResponse:
    """A copy of a version to print."""
    found = find(request, kpi_return)
    version = _version(found, number)
    name = f"return-{found.school.urn}-{found.period_name}-{number}.pdf".replace(" ", "-")
    headers = saved_as(name.replace("/", "-"))
    content = receipts.pdf_of_version(filling_of(found, version=version))
    return HttpResponse(content, content_type=PDF_TYPE, headers=headers)


@only(Role.PROVIDER)
@require_POST
def return_correct(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """Begin a correction of a return that was accepted."""
    found = _to_fill_in(request, kpi_return)
    certifying.correct(found, by=request.user)
    messages.success(request, "You can correct the return. The earlier version counts until then.")
    return redirect("kpis:return_detail", found.pk)


@only(Role.PROVIDER)
@require_POST
def return_correct_drop(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """Discard a correction."""
    found = _to_fill_in(request, kpi_return)
    certifying.drop_correction(found, by=request.user)
    messages.success(request, "The correction is discarded.")
    return redirect("kpis:return_detail", found.pk)


def find(request: HttpRequest, kpi_return: int) -> KpiReturn:
    rows = KpiReturn.objects.visible_to(request.user).select_related("school__provider", "term")
    return get_object_or_404(rows, pk=kpi_return)


def _to_fill_in(request: HttpRequest, kpi_return: int) -> KpiReturn:
    found = find(request, kpi_return)
    must(permissions.can_fill_in(request.user, found))
    return found


def _part(found: KpiReturn, place: int) -> tuple[Filling, Part]:
    filling = filling_of(found)
    part = filling.part(place)
    if part is None:
        raise Http404
    return filling, part


def _version(found: KpiReturn, number: int) -> ReturnVersion:
    rows = found.versions.filter(sealed_at__isnull=False, imported=False)
    people = ("certified_by", "prepared_by", "on_behalf_of", "accepted_by", "kpi_return")
    return get_object_or_404(rows.select_related(*people), number=number)


def _sent(found: KpiReturn) -> list[ReturnVersion]:
    rows = found.versions.filter(sealed_at__isnull=False, imported=False)
    return list(rows.select_related("certified_by", "on_behalf_of", "kpi_return").newest_first())


def _before(filling: Filling, version: ReturnVersion) -> list[dict[str, object]]:
    """What a correction changed: old and new, side by side."""
    earlier = filling.kpi_return.versions.filter(
        number__lt=version.number, sealed_at__isnull=False
    ).newest_first()
    first = earlier.first()
    if first is None:
        return []
    old = {each.input: each for each in first.figures.all()}
    return [
        {"label": label_of(name), "old": old.get(name), "new": figure}
        for name, figure in filling.known.figures.items()
        if name not in old or (old[name].value, old[name].is_na) != (figure.value, figure.is_na)
    ]
