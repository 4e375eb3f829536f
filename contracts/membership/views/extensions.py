"""Letters about an extension: the officer's board, and the provider's letter and reply."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from contracts.arrangements.models import ExtensionOption, OptionStatus
from contracts.membership import extension_forms as forms
from contracts.membership import extension_listings, permissions
from contracts.membership.models import ExtensionLetter, ExtensionQuestion
from contracts.membership.status import Reply
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.templatetags.components import day
from nmiss.base.files.views.attachments import attachment

METHODS = ["GET", "HEAD", "POST"]


@only(*permissions.LETTER_READERS)
@require_safe
def extension_board(request: HttpRequest, option: int) -> HttpResponse:
    """What the providers replied to the letters about an option, and what they asked."""
    seen = ExtensionOption.objects.visible_to(request.user).select_related("vehicle")
    found = get_object_or_404(seen, pk=option)
    letters = ExtensionLetter.objects.visible_to(request.user).of(found)
    questions = ExtensionQuestion.objects.visible_to(request.user).of(found).unanswered()
    may_record = permissions.can_record_reply(request.user)
    takes_replies = may_record and found.status == OptionStatus.NOTIFIED
    replies = extension_listings.EXTENSION_REPLIES
    context = replies.on(request, rows=letters, takes_replies=takes_replies).context(
        option=found,
        totals=letters.counted(),
        questions=questions.select_related("letter__provider").oldest_first(),
        may_record=may_record,
    )
    return TemplateResponse(request, "contracts/membership/extension_board.html", context)


@only(*permissions.LETTER_READERS, Role.PROVIDER)
@require_safe
def extension_letter(request: HttpRequest, letter: int) -> HttpResponse:
    """The letter as it was sent, the reply, and questions with their answers."""
    found = _find(request, letter)
    context = {
        "letter": found,
        "questions": found.questions.with_people().oldest_first(),
        "may_reply": not permissions.why_not_reply(request.user, found),
        "may_ask": not permissions.why_not_ask_about_extension(request.user, found),
        "may_answer": permissions.can_record_reply(request.user),
        "may_see_board": request.user.role in permissions.LETTER_READERS,
    }
    return TemplateResponse(request, "contracts/membership/extension_letter.html", context)


@only(*permissions.LETTER_READERS, Role.PROVIDER)
@require_safe
def extension_letter_pdf(request: HttpRequest, letter: int) -> HttpResponseBase:
    """The same as a PDF, as it was sent."""
    return attachment(_find(request, letter).file)


@only(Role.OFFICER, Role.MANAGER, Role.PROVIDER)
@require_http_methods(METHODS)
def extension_reply(request: HttpRequest, letter: int) -> HttpResponse:
    """Accept or decline; an officer records a reply that came otherwise."""
    found, user = _find(request, letter), request.user
    must(permissions.can_record_reply(user) or permissions.owns(user, found.provider))
    stop_if(permissions.why_not_reply(user, found))
    kind = forms.ReplyToLetter if user.is_provider else forms.RecordReply
    form = kind(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = dict(form.cleaned_data)
        reply = given.pop("reply")
        (found.accept if reply == Reply.ACCEPTED else found.decline)(by=user, **given)
        messages.success(request, f"The reply is recorded: {found.get_status_display().lower()}.")
        return redirect("contracts:extension_letter", found.pk)
    context = {"form": form, "letter": found, "last_on": day(found.option.vehicle.ends_on)}
    return TemplateResponse(request, "contracts/membership/extension_reply.html", context)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def extension_ask(request: HttpRequest, letter: int) -> HttpResponse:
    """Ask the council something about the letter."""
    found = _find(request, letter)
    must(permissions.edits(request.user, found.provider))
    stop_if(permissions.why_not_ask_about_extension(request.user, found))
    form = forms.AskAboutExtension(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.ask(by=request.user, **form.cleaned_data)
        messages.success(request, "We have your question. We will email you when we answer.")
        return redirect("contracts:extension_letter", found.pk)
    context = {"form": form, "letter": found}
    return TemplateResponse(request, "contracts/membership/extension_ask.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def extension_answer(request: HttpRequest, enquiry: int) -> HttpResponse:
    """Answer a question of a provider."""
    rows = ExtensionQuestion.objects.visible_to(request.user)
    rows = rows.select_related("letter__provider", "letter__option__vehicle", "asked_by")
    found = get_object_or_404(rows, pk=enquiry)
    stop_if(permissions.why_not_answer_question(request.user, found))
    form = forms.AnswerAboutExtension(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.reply(by=request.user, **form.cleaned_data)
        messages.success(request, f"We have emailed your answer to {found.letter.provider}.")
        return redirect("contracts:extension_letter", found.letter_id)
    context = {"form": form, "enquiry": found, "letter": found.letter}
    return TemplateResponse(request, "contracts/membership/extension_answer.html", context)


def _find(request: HttpRequest, letter: int) -> ExtensionLetter:
    rows = ExtensionLetter.objects.visible_to(request.user).with_parties()
    return get_object_or_404(rows.select_related("answered_by"), pk=letter)
