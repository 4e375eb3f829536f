"""What a link opens: one consultation, read and answered without an account.

The link opens once. Its button gives the browser a key in a cookie that no other page gets; the
key opens this consultation alone, until it is closed or another link is sent.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts import limits
from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.accounts.limits import MustWait
from nmiss.base.core.access import anyone
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.files.views.attachments import attachment
from placements import reply_forms
from placements.models import Consultation, ConsultationLink, ConsultationReply
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
    """Write the reply. Documents come by an account alone."""
    link = _find(request)
    if link is None:
        return _gone(request)
    found = link.consultation
    draft = found.draft
    form = reply_forms.WriteReply(
        request.POST if request.method == "POST" else None,
        before=draft or found.reply,
        initial={"revision": draft.revision if draft else 0},
        with_file=False,
    )
    if form.is_valid():
        try:
            ConsultationReply.save_draft(
                found,
                by=None,
                link=link,
                revision=form.cleaned_data["revision"],
                prices=form.prices,
                **form.facts,
            )
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("placements:link_reply_send")
    context = {"form": form, "consultation": found}
    return _keep_secret(TemplateResponse(request, "placements/link_reply.html", context))


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
