"""Schools for a case: the ranked list with its map, those that are out, and some side by side."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.templatetags.components import day
from placements import match_forms, permissions
from placements.matching import pictures, ranking, reasons, shortlists
from placements.matching.question import MatchingQuestion, place_funding
from placements.models import Case, MatchWeights
from placements.views.cases import WHO, find

MOST_COMPARED = 6


def _question(request: HttpRequest, case: Case, filters: dict[str, Any]) -> MatchingQuestion:
    """What is asked for a case. It reads the identity of this one child: the look is kept."""
    case.child.note_look(by=request.user, with_identity=True)
    return MatchingQuestion.of(case, today=timezone.localdate(), filters=filters)


@only(Role.PLACEMENTS)
@require_safe
def case_schools(request: HttpRequest, pk: int) -> HttpResponse:
    """The schools that can take the child, each with the reasons why it stands where it does."""
    case = find(request, pk)
    form = match_forms.MatchFilters(request.GET)
    ranked = ranking.rank(_question(request, case, form.asked))
    picture = pictures.map_of(ranked)
    context = {
        "case": case,
        "form": form,
        "ranked": ranked,
        "picture": picture,
        "beyond": picture.beyond if picture else 0,
        "save": _with_filters(reverse("placements:shortlist_save", args=[pk]), request),
        "most": MOST_COMPARED,
    }
    return TemplateResponse(request, "placements/case_schools.html", context)


def _with_filters(address: str, request: HttpRequest) -> str:
    filters = request.GET.urlencode()
    return f"{address}?{filters}" if filters else address


@only(Role.PLACEMENTS)
@require_safe
def case_schools_out(request: HttpRequest, pk: int) -> HttpResponse:
    """The schools that cannot take the child, and why."""
    case = find(request, pk)
    schools, count = ranking.out_of(_question(request, case, {}))
    context = {"case": case, "schools": schools, "count": count}
    return TemplateResponse(request, "placements/case_schools_out.html", context)


@only(Role.PLACEMENTS)
@require_safe
def case_compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Up to six schools side by side, on one printed page."""
    case = find(request, pk)
    urns = [
        int(each) for each in request.GET.getlist("school") if each.isdecimal() and len(each) < 10
    ]
    schools = []
    if 0 < len(urns) <= MOST_COMPARED:
        schools = ranking.rank(_question(request, case, {"urns": urns})).matches
    context = {
        "case": case,
        "schools": schools,
        "chosen": len(urns),
        "most": MOST_COMPARED,
        "missing": len(urns) - len(schools),
    }
    return TemplateResponse(request, "placements/case_compare.html", context)


@only(Role.PLACEMENTS)
@require_POST
def shortlist_save(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the list with the case as it is now."""
    case = find(request, pk)
    stop_if(permissions.why_not_work_on_case(case))
    form = match_forms.MatchFilters(request.GET)
    ranked = ranking.rank(_question(request, case, form.asked))
    shortlist = shortlists.save(case, ranked, by=request.user)
    messages.success(request, "The shortlist is saved with the case as it is now.")
    return redirect("placements:shortlist_detail", pk, shortlist.pk)


@only(*WHO)
@require_http_methods(["GET", "HEAD", "POST"])
def match_weights(request: HttpRequest) -> HttpResponse:
    """How much each reason counts; a manager sets it from a day on."""
    may_set = permissions.can_set_weights(request.user)
    must(may_set or request.method != "POST")
    today = timezone.localdate()
    weights = MatchWeights.objects.in_force(today)
    limits = ("reach_miles", "first_within_miles", "mile_cost", "good_days")
    form = match_forms.Weights(
        request.POST if request.method == "POST" else None,
        today=today,
        initial={name: getattr(weights, name) for name in (*MatchWeights.TERMS, *limits)},
    )
    if form.is_valid():
        found = MatchWeights.set_from(**form.cleaned_data, by=request.user)
        messages.success(
            request, f"The weights are saved. They apply from {day(found.valid_from)}."
        )
        return redirect("placements:match_weights")
    every = list(MatchWeights.objects.newest_first().select_related("set_by"))
    context = {
        "form": form if may_set else None,
        "every": [
            (each, [(match_forms.SHORT[name], weight) for name, weight in each.terms()])
            for each in every
        ],
        "weights": weights,
        "terms": [(match_forms.WEIGHTS[name], weight) for name, weight in weights.terms()],
        "place_funding": place_funding(today),
        "out": list(reasons.OUT.values()),
    }
    return TemplateResponse(request, "placements/match_weights.html", context)
