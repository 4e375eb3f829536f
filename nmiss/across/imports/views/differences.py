"""Where the register differs from what we hold: field by field, to accept or to keep ours."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nmiss.across.imports import findings, forms, permissions
from nmiss.across.imports.models import ImportRun
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.kept_text import kept_text
from nmiss.base.core.lifecycle import NotAllowedNow

ROWS = 50


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def import_differences(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept each difference, or keep ours; a page of them at a time."""
    run = get_object_or_404(ImportRun.objects.visible_to(request.user), pk=pk)
    must(permissions.can_upload(request.user, run.kind))
    if why_not := permissions.why_not_choose(request.user, run):
        messages.warning(request, why_not)
        return redirect("imports:import_detail", run.pk)
    differences = findings.of_schools(run.findings())
    page = _page(request, differences)
    shown = [(one["record"], one["column"]) for one in page]
    data = request.POST if request.method == "POST" else None
    form = forms.KeepOurs(data, numbers=list(range(len(shown))))
    if form.is_valid():
        return _keep(request, run, [shown[int(n)] for n in form.cleaned_data["keep"]], page)
    kept = {tuple(one) for one in run.kept}
    if ticked := kept_text():  # the page is shown again
        kept = {name for number, name in enumerate(shown) if str(number) in ticked.getlist("keep")}
    rows = [
        one | {"is_kept": name in kept, "urn": findings.urn_of(one)}
        for one, name in zip(page, shown, strict=True)
    ]
    context = {"run": run, "page": page, "rows": rows}
    return TemplateResponse(request, "imports/import_differences.html", context)


def _page(request: HttpRequest, differences: list) -> Page:
    pages, wanted = Paginator(differences, ROWS), request.GET.get("page", "1")
    page = pages.get_page(wanted)
    if wanted != str(page.number):
        messages.warning(request, f"There is no page {wanted[:20]}. There are {pages.num_pages}.")
    return page


def _keep(request: HttpRequest, run: ImportRun, kept: list, page: object) -> HttpResponse:
    try:
        run.keep_ours(kept, by=request.user, of=[(one["record"], one["column"]) for one in page])
    except NotAllowedNow as refusal:
        messages.warning(request, str(refusal))
        return redirect("imports:import_detail", run.pk)
    if page.has_next():
        address = reverse("imports:import_differences", args=[run.pk])
        return redirect(f"{address}?page={page.next_page_number()}")
    return redirect("imports:import_detail", run.pk)
