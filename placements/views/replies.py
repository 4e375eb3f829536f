"""Replies of schools: a shared draft, read again, sent, with its documents."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.files.views.attachments import attachment
from placements import permissions, reply_forms
from placements.models import Consultation, ConsultationReply, ReplyDocument
from placements.views.cases import METHODS
from placements.views.consultations import WHO, find


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def consultation_reply(request: HttpRequest, consultation: int) -> HttpResponse:
    """Write a reply, which colleagues see and go on with."""
    found = _find_to_answer(request, consultation)
    draft = found.draft
    is_sent = request.method == "POST"
    form = reply_forms.WriteReply(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        before=draft or found.reply,
        initial={"revision": draft.revision if draft else 0},
    )
    theirs = None
    if form.is_valid():
        try:
            _save(found, form, by=request.user)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
            theirs = _read_anew(form, found)
        else:
            return redirect("placements:consultation_reply_send", found.pk)
    context = {"form": form, "consultation": found, "draft": draft, "theirs": theirs}
    return TemplateResponse(request, "placements/consultation_reply.html", context)


@transaction.atomic
def _save(consultation: Consultation, form: reply_forms.WriteReply, *, by: User) -> None:
    revision, file = form.cleaned_data["revision"], form.cleaned_data["file"]
    draft = ConsultationReply.save_draft(
        consultation, by=by, revision=revision, prices=form.prices, **form.facts
    )
    if file:
        draft.attach(file, by=by)


def _read_anew(
    form: reply_forms.WriteReply, consultation: Consultation
) -> ConsultationReply | None:
    """What a colleague has saved. Sent again, the form replaces it."""
    theirs = consultation.replies.drafts().with_parts().first()
    form.data = form.data.copy()
    form.data["revision"] = str(theirs.revision if theirs else 0)
    return theirs


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def consultation_reply_send(request: HttpRequest, consultation: int) -> HttpResponse:
    """Read the reply again, and send it."""
    found = _find_to_answer(request, consultation)
    drafts = found.replies.drafts().with_parts()
    draft = get_object_or_404(drafts)
    form = reply_forms.SendReply(
        request.POST if request.method == "POST" else None, initial={"revision": draft.revision}
    )
    if form.is_valid():
        draft.send(by=request.user, revision=form.cleaned_data["revision"])
        messages.success(request, f"Your reply is sent. Its number is {draft.pk}.")
        return redirect("placements:consultation_detail", found.pk)
    missing = draft.missing()
    context = {
        "form": None if missing else form,
        "missing": missing,
        "reply": draft,
        "consultation": found,
    }
    return TemplateResponse(request, "placements/consultation_reply_send.html", context)


@only(*WHO)
@require_safe
def reply_document(request: HttpRequest, evidence: int) -> HttpResponseBase:
    """A document that a school has put with its reply. It may say who the child is."""
    found = _find_document(request, evidence)
    answer = attachment(found.file)
    found.reply.consultation.case.child.note_look(by=request.user, with_identity=True)
    return answer


@only(Role.PROVIDER)
@require_POST
def reply_document_remove(request: HttpRequest, evidence: int) -> HttpResponse:
    """Take a document away from a draft."""
    document = _find_document(request, evidence)
    consultation = document.reply.consultation
    must(permissions.can_reply(request.user, consultation.school))
    document.reply.detach(document, by=request.user)
    messages.success(request, "The document is removed, and its file is deleted.")
    return redirect("placements:consultation_reply_send", consultation.pk)


def _find_to_answer(request: HttpRequest, consultation: int) -> Consultation:
    found = find(request, consultation)
    must(permissions.can_reply(request.user, found.school))
    stop_if(permissions.why_not_work_on_consultation(found))
    return found


def _find_document(request: HttpRequest, evidence: int) -> ReplyDocument:
    replies = ConsultationReply.objects.visible_to(request.user)
    documents = ReplyDocument.objects.filter(reply__in=replies)
    consultation = "reply__consultation"
    parts = ("file", f"{consultation}__school__provider", f"{consultation}__case__child")
    return get_object_or_404(documents.select_related(*parts), pk=evidence)
