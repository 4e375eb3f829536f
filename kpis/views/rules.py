"""When schools are asked for returns, and until when these are taken."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kpis import permissions
from kpis.models import ReturnRules
from kpis.periods import Frequency
from kpis.reports.durations import usual_time
from kpis.rules_form import SetReturnRules
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.templatetags.components import day


@only(*Role.with_cases())
@require_http_methods(["GET", "HEAD", "POST"])
def return_rules(request: HttpRequest) -> HttpResponse:
    """The rules so far; a manager sets others from a day on."""
    may_set = permissions.can_set_return_rules(request.user)
    must(may_set or request.method != "POST")
    today = timezone.localdate()
    every = list(ReturnRules.objects.newest_first().select_related("set_by"))
    usual = every[0] if every else ReturnRules()
    form = SetReturnRules(
        request.POST if request.method == "POST" else None,
        today=today,
        initial={name: getattr(usual, name) for name in ReturnRules.NUMBERS},
    )
    if form.is_valid():
        found = ReturnRules.set_from(**form.cleaned_data, by=request.user)
        messages.success(request, f"The rules are saved. They apply from {day(found.valid_from)}.")
        return redirect("kpis:return_rules")
    context = {
        "form": form if may_set else None,
        "every": every,
        "in_force": ReturnRules.objects.in_force(today),
        "usual_times": [
            (label, found)
            for frequency, label in Frequency.choices
            if (found := usual_time(frequency))
        ],
    }
    return TemplateResponse(request, "kpis/return_rules.html", context)
