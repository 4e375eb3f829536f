"""What a link opens: one consultation, read and answered without an account.

The link opens once. Its button gives the browser a key in a cookie that no other page gets; the
key opens this consultation alone, until it is closed or another link is sent.
"""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.base.accounts import limits
from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.accounts.limits import MustWait
from nmiss.base.core.access import anyone
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.files.views.attachments import attachment
from placements import reply_forms
from placements.models import Consultation, ConsultationLink, ConsultationReply, ReplyDocument
from placements.models.consultation_link import GOOD_FOR
from placements.reports.demand_profile import PHASES, phase_of
from placements.views.cases import METHODS

COOKIE = "consultation"
GONE, TOO_MANY = 410, 429


@anyone
@never_cache
@require_http_methods(METHODS)
def link_open(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a link: opening it changes nothing, its button uses the link up."""
    links = ConsultationLink.objects.to_open(token)
    link = links.select_related("consultation__school").first()
    if link is None:
        return _gone(request)
    posted = request.POST if request.method == "POST" else None
    form = NoQuestion(posted, button="Open the consultation")
    if form.is_valid():
        answer = redirect("placements:link_consultation")
        answer.set_cookie(
            COOKIE,
            link.open(),
            max_age=GOOD_FOR,
            path=reverse("placements:link_consultation"),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        return _keep_secret(answer)
    context = {"form": form, "consultation": link.consultation}
    return _keep_secret(TemplateResponse(request, "placements/link_open.html", context))


@anyone
@never_cache
@require_safe
def link_consultation(request: HttpRequest) -> HttpResponse:
    """The consultation, under reference and initials."""
    link = _find(request)
    if link is None:
        return _gone(request)
    found = link.consultation
    found.note_opening_by(link)
    context = {
        "consultation": found,
        "case": found.case,
        "phase": PHASES[phase_of(found.case.year)],
        "initials": found.case.child.identity.initials,
        "documents": list(found.pack.documents.select_related("file").order_by("pk")),
        "replies": list(found.replies.sent().with_parts().newest_first()),
        "draft": found.replies.drafts().with_parts().first(),
    }
    return _keep_secret(TemplateResponse(request, "placements/link_consultation.html", context))


@anyone
@never_cache
@require_safe
def link_document(request: HttpRequest, document: int) -> HttpResponseBase:
    """A document of the pack."""
    link = _find(request)
    if link is None:
        return _gone(request)
    documents = link.consultation.pack.documents.select_related("file")
    paper = get_object_or_404(documents, pk=document)
    answer = attachment(paper.file)
    link.consultation.note_opening_by(link, document=paper)
    return answer


@anyone
@never_cache
@require_http_methods(METHODS)
def link_reply(request: HttpRequest) -> HttpResponse:
    """Write the reply, with a document that shows why."""
    link = _find(request)
    if link is None:
        return _gone(request)
    found = link.consultation
    draft = found.draft
    is_sent = request.method == "POST"
    form = reply_forms.WriteReply(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        before=draft or found.reply,
        initial={"revision": draft.revision if draft else 0},
    )
    if form.is_valid():
        try:
            _save(link, form)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("placements:link_reply_send")
    context = {"form": form, "consultation": found}
    return _keep_secret(TemplateResponse(request, "placements/link_reply.html", context))


@transaction.atomic
def _save(link: ConsultationLink, form: reply_forms.WriteReply) -> None:
    draft = ConsultationReply.save_draft(
        link.consultation,
        by=None,
        link=link,
        revision=form.cleaned_data["revision"],
        prices=form.prices,
        **form.facts,
    )
    if form.cleaned_data["file"]:
        draft.attach_by_link(link, form.cleaned_data["file"])


@anyone
@never_cache
@require_safe
def link_evidence(request: HttpRequest, evidence: int) -> HttpResponseBase:
    """A document that the school itself has put with its reply."""
    link = _find(request)
    if link is None:
        return _gone(request)
    return attachment(_find_evidence(link, evidence).file)


@anyone
@never_cache
@require_POST
def link_evidence_remove(request: HttpRequest, evidence: int) -> HttpResponse:
    """Take a document away from the draft."""
    link = _find(request)
    if link is None:
        return _gone(request)
    document = _find_evidence(link, evidence)
    document.reply.detach_by_link(link, document)
    return redirect("placements:link_reply_send")


def _find_evidence(link: ConsultationLink, number: int) -> ReplyDocument:
    documents = ReplyDocument.objects.filter(reply__consultation=link.consultation_id)
    return get_object_or_404(documents.select_related("file", "reply__consultation"), pk=number)


@anyone
@never_cache
@require_http_methods(METHODS)
def link_reply_send(request: HttpRequest) -> HttpResponse:
    """Read the reply again, and send it."""
    link = _find(request)
    if link is None:
        return _gone(request)
    draft = get_object_or_404(link.consultation.replies.drafts().with_parts())
    missing = draft.missing()
    form = reply_forms.SendReply(
        request.POST if request.method == "POST" else None, initial={"revision": draft.revision}
    )
    if form.is_valid():
        draft.send_by_link(link, revision=form.cleaned_data["revision"])
        return redirect("placements:link_consultation")
    context = {
        "form": None if missing else form,
        "missing": missing,
        "reply": draft,
        "consultation": link.consultation,
    }
    return _keep_secret(TemplateResponse(request, "placements/link_reply_send.html", context))


def _find(request: HttpRequest) -> ConsultationLink | None:
    """The link that this browser has opened, as long as it counts."""
    link = ConsultationLink.objects.opened_by(request.COOKIES.get(COOKIE, "")).first()
    if link is not None:
        found = Consultation.objects.with_facts().prefetch_related("case__needs")
        parts = ("case__child__identity", "school__provider")
        link.consultation = found.select_related(*parts).get(pk=link.consultation_id)
    return link


def _gone(request: HttpRequest) -> HttpResponse:
    """A link that opens nothing; whoever tries many of them waits."""
    try:
        limits.admit("link", request)
    except MustWait as wait:
        page = TemplateResponse(request, "429.html", {"wait": wait.words}, status=TOO_MANY)
        return _keep_secret(page)
    return _keep_secret(TemplateResponse(request, "placements/_link_gone.html", status=GONE))


def _keep_secret(page: HttpResponse) -> HttpResponse:
    """Tell no page the address that led there; its origin only, for CSRF."""
    page["Referrer-Policy"] = "strict-origin"
    return page
