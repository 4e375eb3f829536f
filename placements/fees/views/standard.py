"""The standard offer: one answer to all that ask for little."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import NotAllowedNow
from placements.fees import forms, permissions, standard
from placements.fees.standard import StandardRequest
from placements.fees.views.requests import METHODS


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def fee_standard(request: HttpRequest) -> HttpResponse:
    """Requests on the standard route; recommend the mandates of those that have none."""
    return _answer(
        request,
        forms.RecommendStandard,
        of=lambda each: each.state == standard.TO_DO,
        do=standard.recommend_all,
        done="{} recommended. A manager approves each on its own page.",
        counted="mandate",
    )


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def fee_standard_offer(request: HttpRequest) -> HttpResponse:
    """Offer all that a manager has approved what they asked for."""
    return _answer(
        request,
        forms.OfferStandard,
        of=lambda each: each.is_covered,
        do=standard.offer_all,
        done="{} made. We emailed the providers.",
        counted="offer",
    )


def _answer(
    request: HttpRequest,
    form_class: Any,
    *,
    of: Callable[[StandardRequest], bool],
    do: Callable[..., int],
    done: str,
    counted: str,
) -> HttpResponse:
    every = standard.standard_requests()
    seen = standard.digest_of_list(every)
    form = form_class(request.POST if request.method == "POST" else None, seen=seen)
    refused = ""
    if form.is_valid():
        try:
            count = do(by=request.user, **form.cleaned_data)
        except NotAllowedNow as refusal:
            refused = str(refusal)
        else:
            words = f"{count} {counted}{'s' if count > 1 else ''}"
            messages.success(request, done.format(words))
            return redirect("placements:fee_standard")
    context = {
        "requests": every,
        "form": form if any(map(of, every)) else None,
        "refused": refused,
        "is_offering": counted == "offer",
        "covered": sum(each.is_covered for each in every),
    }
    return TemplateResponse(request, "placements/fees/fee_standard.html", context)
