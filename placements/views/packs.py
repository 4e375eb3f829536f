"""Packs: made for a case, filled with redacted documents, read again before they are sent."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.files.views.attachments import attachment
from placements import consultation_forms, permissions
from placements.models import ConsultationPack, PackDocument
from placements.views.cases import METHODS, WHO, find


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def pack_make(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a pack with its words."""
    case = find(request, pk)
    stop_if(permissions.why_not_work_on_case(case))
    form = consultation_forms.PackMake(request.POST if request.method == "POST" else None)
    if form.is_valid():
        pack = ConsultationPack.make(case, by=request.user, words=form.cleaned_data["words"])
        messages.success(request, "The pack is made. Add its documents now.")
        return redirect("placements:pack_detail", pack.pk)
    return TemplateResponse(request, "placements/pack_make.html", {"form": form, "case": case})


@only(*WHO)
@require_safe
def pack_detail(request: HttpRequest, pack: int) -> HttpResponse:
    """A pack as schools read it."""
    found = _find(request, pack)
    may_keep = permissions.can_keep_cases(request.user)
    context = {
        "pack": found,
        "case": found.case,
        "may_change": may_keep and not permissions.why_not_change_pack(found),
        "consultations": list(found.consultations.select_related("school").by_due()),
    }
    return TemplateResponse(request, "placements/pack_detail.html", context)


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def pack_add(request: HttpRequest, pack: int) -> HttpResponse:
    """Put a redacted document into a pack."""
    found = _find(request, pack)
    stop_if(permissions.why_not_change_pack(found))
    is_sent = request.method == "POST"
    form = consultation_forms.PackAdd(
        request.POST if is_sent else None, request.FILES if is_sent else None
    )
    if form.is_valid():
        given = form.cleaned_data
        found.add(given["file"], by=request.user, kind=given["kind"])
        messages.success(request, "The document is in the pack. We check the file now.")
        return redirect("placements:pack_detail", pack)
    context = {"form": form, "pack": found, "case": found.case}
    return TemplateResponse(request, "placements/pack_add.html", context)


@only(*WHO)
@require_safe
def pack_document(request: HttpRequest, document: int) -> HttpResponseBase:
    """A document of a pack, as schools open it. It says who the child is: who looked is kept."""
    found = _find_document(request, document)
    answer = attachment(found.file)
    found.pack.case.child.note_look(by=request.user, with_identity=True)
    return answer


@only(Role.PLACEMENTS)
@require_POST
def pack_document_remove(request: HttpRequest, document: int) -> HttpResponse:
    """Take a document out of a pack that nobody was sent."""
    found = _find_document(request, document)
    found.pack.remove(found, by=request.user)
    messages.success(request, "The document is removed, and its file is deleted.")
    return redirect("placements:pack_detail", found.pack_id)


def _find(request: HttpRequest, pack: int) -> ConsultationPack:
    packs = ConsultationPack.objects.visible_to(request.user).with_documents()
    return get_object_or_404(packs.select_related("case__child"), pk=pack)


def _find_document(request: HttpRequest, document: int) -> PackDocument:
    packs = ConsultationPack.objects.visible_to(request.user)
    documents = PackDocument.objects.filter(pack__in=packs)
    parts = ("file", "pack__case__child")
    return get_object_or_404(documents.select_related(*parts), pk=document)
