"""Documents with a fee request: added, opened, removed from a draft."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.base.core.access import must, only
from nmiss.base.files.views.attachments import attachment
from placements.fees import forms, permissions
from placements.fees.models import FeeDocument
from placements.fees.views.requests import METHODS, WHO, WRITERS, find


@only(*WRITERS)
@require_http_methods(METHODS)
def fee_document_add(request: HttpRequest, fee: int) -> HttpResponse:
    """Put a document with a request: both sides read it."""
    found = find(request, fee)
    must(not permissions.why_not_attach(request.user, found))
    is_sent = request.method == "POST"
    form = forms.FeeDocumentAdd(
        request.POST if is_sent else None, request.FILES if is_sent else None
    )
    if form.is_valid():
        given = form.cleaned_data
        FeeDocument.add(found, given["file"], by=request.user, title=given["title"])
        messages.success(request, "The document is with the request. We check the file now.")
        return redirect("placements:fee_request", fee)
    context = {"form": form, "fee": found}
    return TemplateResponse(request, "placements/fees/fee_document_add.html", context)


@only(*WHO)
@require_safe
def fee_document(request: HttpRequest, document: int) -> HttpResponseBase:
    """The file itself."""
    return attachment(_find(request, document).file)


@only(*WRITERS)
@require_POST
def fee_document_remove(request: HttpRequest, document: int) -> HttpResponse:
    """Take a document away from a draft."""
    found = _find(request, document)
    must(not permissions.why_not_edit_request(request.user, found.request))
    found.remove(by=request.user)
    messages.success(request, "The document is removed, and its file is deleted.")
    return redirect("placements:fee_request", found.request_id)


def _find(request: HttpRequest, document: int) -> FeeDocument:
    documents = FeeDocument.objects.visible_to(request.user)
    return get_object_or_404(documents.select_related("file", "request__provider"), pk=document)
