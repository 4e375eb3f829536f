"""An application as its applicant makes it: the task list and its pages."""

from __future__ import annotations

import datetime
from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from contracts.applications import actions, forms, permissions, receipts, refusals, sealing
from contracts.applications import questionnaire as asks
from contracts.applications.content import Answer
from contracts.applications.drafts import Draft, facts_of
from contracts.applications.models import Application, Clarification, Section
from contracts.applications.views.applicant import applicants_only
from nmiss.base.accounts import unsent
from nmiss.base.accounts.models import UnsentForm
from nmiss.base.core.access import must
from nmiss.base.core.lifecycle import stop_if
from providers.models import Provider


@applicants_only
@require_safe
def apply(request: HttpRequest) -> HttpResponse:
    """Own applications, and the way to begin one: the form never closes."""
    providers = list(Provider.objects.visible_to(request.user).by_name())
    own = Application.objects.visible_to(request.user).select_related(
        "provider", "vehicle", "round"
    )
    now = timezone.now()
    vehicles = [
        {
            "vehicle": vehicle,
            "round": (round := vehicle.rounds.joined_at(now)),
            "questions_until": round and Clarification.deadline_of(round),
            "providers": [
                each
                for each in providers
                if not permissions.why_not_start(request.user, each, vehicle)
            ],
        }
        for vehicle in actions.open_vehicles(timezone.localdate())
    ]
    written_for = Provider.objects.written_for_by(request.user)
    context = {
        "applications": own.newest_first(),
        "drafts": own.drafts().filter(provider__in=written_for),
        "vehicles": vehicles,
        "providers": providers,
        "may_ask": permissions.can_ask(request.user),
    }
    return TemplateResponse(request, "contracts/applications/apply.html", context)


@applicants_only
@require_POST
def application_start(request: HttpRequest, vehicle: int, provider: int) -> HttpResponse:
    """Begin an application for one of one's own providers."""
    who = get_object_or_404(Provider.objects.visible_to(request.user), pk=provider)
    what = get_object_or_404(actions.open_vehicles(timezone.localdate()), pk=vehicle)
    if not permissions.can_write_for(request.user, who):
        raise PermissionDenied
    application = actions.begin(who, what, by=request.user)
    return redirect("contracts:application_tasks", application.pk)


@applicants_only
@require_safe
def application_tasks(request: HttpRequest, draft: int) -> HttpResponse:
    """The task list: what is done, what is to do, and what was submitted."""
    application = find(request, draft)
    whole = Draft.of(application)
    missing = whole.missing()
    newest = application.version()
    tasks = [
        {
            "key": each.key,
            "title": each.title,
            "group": each.group,
            "status": whole.status_of(each.key, missing),
            "saved": whole.saved.get(each.key),
        }
        for each in (*whole.sections, _documents_task())
    ]
    context = {
        "application": application,
        "unsent": unsent_of(request, application),
        "groups": [(name, list(some)) for name, some in groupby(tasks, lambda one: one["group"])],
        "asks_now": whole.asks_now(),
        "missing": missing,
        "done": sum(task["status"] == "completed" for task in tasks),
        "count": len(tasks),
        "to_confirm": whole.to_confirm(),
        "newest": newest,
        "versions": application.submissions.select_related("submitted_by").order_by("-number"),
        "is_changed": whole.differs_from(newest),
        "next_sentences": receipts.what_happens_next(application) if newest else [],
        "evidence_requests": application.evidence_requests.by_due(),
        "refused": refusals.of_sender(application, on=timezone.localdate()),
        "today": timezone.localdate(),
        "may": _allowed(request, application),
        "why_not_edit": permissions.why_not_edit(request.user, application),
    }
    return TemplateResponse(request, "contracts/applications/application_tasks.html", context)


def unsent_of(request: HttpRequest, application: Application) -> list[UnsentForm]:
    """Text that this person typed for the application, and that never was saved."""
    return unsent.waiting(
        request, under=reverse("contracts:application_tasks", args=[application.pk])
    )


def _documents_task() -> asks.FormSection:
    return asks.FormSection(asks.DOCUMENTS, "Documents", asks.PAPERS)


@applicants_only
@require_http_methods(["GET", "HEAD", "POST"])
def application_section(request: HttpRequest, draft: int, section: str) -> HttpResponse:
    """One section: its questions, saved as they are, finished or not."""
    application = find(request, draft)
    whole = Draft.of(application)
    part = whole.section(section)
    if part is None:
        raise Http404
    may_edit = not permissions.why_not_edit(request.user, application)
    if request.method == "POST" and not permissions.can_write(request.user, application):
        raise PermissionDenied
    saved = whole.saved.get(section)
    form = forms.SectionForm(
        request.POST if request.method == "POST" else None,
        questions=whole.questions(part),
        provider=application.provider,
        initial=_initial(whole, part, saved),
    )
    meanwhile = None
    if form.is_valid():
        try:
            actions.save_section(
                application,
                section,
                by=request.user,
                revision=form.revision,
                answers=form.answers(),
            )
        except actions.EditedMeanwhile as edited:
            meanwhile = _meanwhile(form, edited.section)
        else:
            return _after_saving(request, application, part)
    context = {
        "application": application,
        "section": part,
        "form": form if may_edit or form.is_bound else None,
        "saved": saved,
        "answers": [] if may_edit else whole.shown(part),
        "missing": [each for each in whole.missing() if each.section == section and saved],
        "meanwhile": meanwhile,
        "facts": _facts(whole) if section == asks.SCHOOLS else [],
    }
    return TemplateResponse(request, "contracts/applications/application_section.html", context)


def _initial(whole: Draft, part: asks.FormSection, saved: Section | None) -> dict[str, object]:
    """What is saved; in a new part 1, what we know of the provider."""
    if saved:
        return {**saved.answers, "revision": saved.revision}
    provider = whole.application.provider
    known = {"name": provider.name, "company_number": provider.company_number}
    own = {asks.SUPPLIER: known, asks.SCHOOLS: {"schools": list(whole.schools)}}
    return own.get(part.key, {})


def _meanwhile(form: forms.SectionForm, section: Section) -> dict[str, object]:
    """Both texts of what differs; sent again, the form replaces what the other person saved."""
    answers = form.answers()
    differing = [
        {
            "question": question.words,
            "theirs": Answer.to(question, theirs).words if theirs else "",
            "mine": Answer.to(question, mine).words if mine else "",
        }
        for question in form.questions
        if (theirs := section.answers.get(question.key, ""))
        != (mine := answers.get(question.key, ""))
    ]
    form.data = form.data.copy()
    form.data["revision"] = str(section.revision)
    return {"section": section, "differing": differing}


def _after_saving(
    request: HttpRequest, application: Application, part: asks.FormSection
) -> HttpResponse:
    """Back to the list; or to the same page where the answers lead to further questions."""
    whole = Draft.of(application)
    open_here = [each for each in whole.missing() if each.section == part.key]
    own = {question.key for question in part.questions}
    if any(each.key not in own for each in open_here):
        messages.info(request, f"{part.title} is saved. There is more to answer below.")
        return redirect("contracts:application_section", application.pk, part.key)
    messages.success(request, f"{part.title} is saved.")
    return redirect("contracts:application_tasks", application.pk)


def _facts(whole: Draft) -> list[tuple[str, dict[str, str]]]:
    return [(each.with_urn, facts_of(each)) for each in whole.schools.values()]


@applicants_only
@require_http_methods(["GET", "HEAD", "POST"])
def application_still_true(request: HttpRequest, draft: int) -> HttpResponse:
    """All answers of an earlier application that are good still, confirmed at once."""
    application = find(request, draft)
    must(permissions.can_write(request.user, application))
    stop_if(permissions.why_not_edit(request.user, application))
    whole = Draft.of(application)
    to_confirm = [
        (section, _dated(whole, section, questions)) for section, questions in whole.to_confirm()
    ]
    is_asked = to_confirm and request.method == "POST"
    form = forms.StillTrue(request.POST if is_asked else None)
    if form.is_valid():
        if form.cleaned_data["still_true"] == "yes":
            actions.confirm_answers(application, by=request.user)
            messages.success(request, "Earlier answers confirmed.")
        else:
            messages.info(request, "Open a section below to change it, then confirm the others.")
        return redirect("contracts:application_tasks", application.pk)
    context = {"form": form, "application": application, "to_confirm": to_confirm}
    return TemplateResponse(request, "contracts/applications/application_still_true.html", context)


def _dated(
    whole: Draft, section: asks.FormSection, questions: list[asks.FormQuestion]
) -> list[dict]:
    answers, saved = whole.answers(section.key), whole.saved[section.key]
    return [
        {
            "question": question.words,
            "answer": Answer.to(question, answers[question.key]).words,
            "on": datetime.date.fromisoformat(saved.answered[question.key]["on"]),
        }
        for question in questions
    ]


def find(request: HttpRequest, draft: int) -> Application:
    """One's own application, or 404; who asks for another's is written down."""
    own = Application.objects.visible_to(request.user)
    found = own.select_related("provider", "vehicle", "scheme", "round").filter(pk=draft).first()
    if found is None:
        sealing.refuse_number(draft, to=request.user)
        raise Http404
    return found


def _allowed(request: HttpRequest, application: Application) -> dict[str, bool]:
    return {
        "edit": not permissions.why_not_edit(request.user, application),
        "declare": permissions.can_declare(request.user, application),
        "withdraw": not permissions.why_not_withdraw(request.user, application),
        "write": permissions.can_write(request.user, application),
    }
