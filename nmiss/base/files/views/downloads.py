"""Lists to take away: CSV as it is read, XLSX at once or, where it is long, by the worker."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.accounts.stepping_up import step_up
from nmiss.base.core.access import View, only
from nmiss.base.core.lists import LISTS, List
from nmiss.base.core.models import AuditEvent
from nmiss.base.files import actions
from nmiss.base.files.copied import asked_as_csv
from nmiss.base.files.listings import filters_set
from nmiss.base.files.models import XLSX_TYPE, ListDownload
from nmiss.base.files.views.attachments import attachment, saved_as

AT_ONCE = 20_000
NOT_A_FILTER = ("go", "key", "row", "page")


def _steps_up_for_children(view: View) -> View:
    """Ask for the second factor before a list leaves that identifies children."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, name: str) -> HttpResponseBase:
        asked = step_up(request) if _find(request, name).identifies_children else None
        return asked or view(request, name)

    return guarded


@only(*Role)
@require_safe
@_steps_up_for_children
def listing_csv(request: HttpRequest, name: str) -> HttpResponseBase:
    """A list with its filters, as CSV."""
    listing, query = _find(request, name), _filters(request)
    asked = listing.file(request.user, query)
    lines = asked_as_csv(asked)
    AuditEvent.record("download", listing.title, by=request.user, filters_set=filters_set(query))
    return csv_response(f"{name}-{timezone.localdate()}.csv", lines)


@only(*Role)
@require_safe
@_steps_up_for_children
def listing_xlsx(request: HttpRequest, name: str) -> HttpResponseBase:
    """A list with its filters, as a workbook; a long one is built by the worker."""
    listing, query = _find(request, name), _filters(request)
    wanted = ListDownload(listing=name, query=query.urlencode(), asked_by=request.user)
    if listing.file(request.user, query).is_longer(AT_ONCE):
        wanted = ListDownload.ask_for(listing=name, query=wanted.query, by=request.user)
        return redirect("files:download_detail", wanted.pk)
    AuditEvent.record("download", listing.title, by=request.user, filters_set=filters_set(query))
    with tempfile.TemporaryDirectory(prefix="nmiss-") as folder:
        path = Path(folder) / "list.xlsx"
        actions.build(path, wanted)
        headers = saved_as(f"{name}-{timezone.localdate()}.xlsx")
        return HttpResponse(path.read_bytes(), content_type=XLSX_TYPE, headers=headers)


@only(*Role)
@require_safe
def download_detail(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A long list on its way: whether it is ready."""
    download = get_object_or_404(ListDownload.objects.visible_to(request.user), pk=pk)
    context = {"download": download, "listing": _find(request, download.listing)}
    return TemplateResponse(request, "files/download_detail.html", context)


@only(*Role)
@require_safe
def download_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The workbook that the worker built."""
    download = get_object_or_404(ListDownload.objects.visible_to(request.user), pk=pk)
    listing = _find(request, download.listing)
    if download.file is None:
        raise Http404
    if listing.identifies_children and (asked := step_up(request)):
        return asked
    return attachment(download.file)


def _find(request: HttpRequest, name: str) -> List:
    if name not in LISTS:
        raise Http404
    if request.user.role not in LISTS[name].roles:
        raise PermissionDenied
    return LISTS[name]


def _filters(request: HttpRequest) -> object:
    query = request.GET.copy()
    for name in NOT_A_FILTER:
        query.pop(name, None)
    return query


def csv_response(name: str, lines: Iterable[str | bytes]) -> StreamingHttpResponse:
    """Answer with a CSV, piece by piece, in which no cell starts a formula."""
    return StreamingHttpResponse(
        lines, content_type="text/csv; charset=utf-8", headers=saved_as(name)
    )
