"""Cases: opened, read, corrected and closed by placement officers; read by other case workers."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.as_read import digest_of
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from placements import case_forms, case_listings, consulting, permissions
from placements.matching import shortlists
from placements.models import Case, Child
from placements.reports.demand_profile import PHASES, phase_of

METHODS = ["GET", "HEAD", "POST"]
WHO = case_listings.CASES.roles


@only(*WHO)
@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """Children for whom we look for a place."""
    context = case_listings.CASES.on(request).context(
        may_open=permissions.can_keep_cases(request.user)
    )
    return TemplateResponse(request, "placements/case_list.html", context)


@only(*WHO)
@require_safe
def case_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One case: the place that is needed, and its shortlists."""
    case = find(request, pk)
    context = {
        "case": case,
        "phase": PHASES[phase_of(case.year)],
        "shortlists": list(case.shortlists.select_related("made_by").newest_first()[:20]),
        "consultations": _consultations(case),
        "days_to_consultation": case.days_to_first_consultation(),
        "packs": list(case.packs.newest_first()),
        "placements": list(
            case.child.placements.filter(starts_on__gte=timezone.localdate(case.opened_at))
            .select_related("school")
            .newest_first()
        ),
        "may_keep": permissions.can_keep_cases(request.user),
        "appeals": list(case.appeals.newest_first()),
        "may_add_appeal": permissions.can_keep_cases(request.user)
        and not permissions.why_not_add_appeal(case),
    }
    return TemplateResponse(request, "placements/case_detail.html", context)


def _consultations(case: Case) -> list[dict[str, object]]:
    """Each consultation with where it stands today, the open ones first."""
    today = timezone.localdate()
    found = case.consultations.with_answer().select_related("school").by_due()
    return [
        {
            "consultation": each,
            "standing": each.standing(today),
            "must_decide": each.must_be_decided(today),
        }
        for each in sorted(found, key=lambda each: not each.is_open)
    ]


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def case_open(request: HttpRequest) -> HttpResponse:
    """Open a case for a child that we do not have yet."""
    form = case_forms.NewChild(request.POST if request.method == "POST" else None, initial=usual())
    if form.is_valid():
        with transaction.atomic():
            child = form.make_child()
            case = Case.open_for(child, by=request.user, **form.facts)
        messages.success(request, f"The case of {child} is open.")
        return redirect("placements:case_detail", case.pk)
    return TemplateResponse(request, "placements/case_open.html", {"form": form})


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def child_case_open(request: HttpRequest, reference: str) -> HttpResponse:
    """Open a case for a child that we have."""
    children = Child.objects.visible_to(request.user).select_related("identity")
    child = get_object_or_404(children.with_references([reference]))
    newest = child.placements.newest_first().first()
    needs = {"need_1": newest.primary_need, "need_2": newest.secondary_need} if newest else {}
    form = case_forms.KnownChild(
        request.POST if request.method == "POST" else None, initial=usual() | needs
    )
    if form.is_valid():
        try:
            with transaction.atomic():
                case = Case.open_for(child, by=request.user, **form.facts)
                if form.cleaned_data["initials"]:
                    child.identity.initials = form.cleaned_data["initials"]
                    child.identity.save(update_fields=["initials"])
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"The case of {child} is open.")
            return redirect("placements:case_detail", case.pk)
    context = {"form": form, "child": child}
    return TemplateResponse(request, "placements/case_open.html", context)


def usual() -> dict[str, object]:
    """What most cases begin with."""
    return {"needed_since": timezone.localdate()}


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def case_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what a case says."""
    case = find(request, pk)
    stop_if(permissions.why_not_work_on_case(case))
    form = case_forms.CaseFacts(
        request.POST if request.method == "POST" else None, initial=case_forms.CaseFacts.of(case)
    )
    if form.is_valid():
        case.change(by=request.user, **form.facts)
        messages.success(request, "The case is saved.")
        return redirect("placements:case_detail", pk)
    return TemplateResponse(request, "placements/case_change.html", {"form": form, "case": case})


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def case_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop looking for a place."""
    case = find(request, pk)
    stop_if(permissions.why_not_work_on_case(case))
    offers = consulting.offers_of(case)
    form = case_forms.CloseCase(
        request.POST if request.method == "POST" else None, seen=digest_of(case, offers)
    )
    if form.is_valid():
        consulting.close_case_as_read(case, by=request.user, **form.cleaned_data)
        messages.success(request, f"The case of {case.child} is closed.")
        return redirect("placements:case_list")
    context = {"form": form, "case": case, "offers": offers}
    return TemplateResponse(request, "placements/case_close.html", context)


@only(*WHO)
@require_safe
def shortlist_detail(request: HttpRequest, pk: int, shortlist: int) -> HttpResponse:
    """A saved list with the case as it was, and whether it still holds."""
    case = find(request, pk)
    found = get_object_or_404(
        case.shortlists.select_related("made_by", "weights", "case__preferred_school"), pk=shortlist
    )
    context = {
        "case": case,
        "shortlist": found,
        "rows": list(found.schools.select_related("school").order_by("rank")),
        "stale": shortlists.staleness(found),
        "may_keep": permissions.can_keep_cases(request.user),
    }
    return TemplateResponse(request, "placements/shortlist_detail.html", context)


def find(request: HttpRequest, pk: int) -> Case:
    """The case with its facts, if this person sees it."""
    cases = Case.objects.visible_to(request.user).with_facts().prefetch_related("needs")
    return get_object_or_404(cases, pk=pk)
