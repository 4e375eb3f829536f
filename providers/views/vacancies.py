"""Vacancies of schools: the council's board, a school's figures, and how a school reports them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.base.accounts import limits
from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.accounts.limits import MustWait
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import anyone, must, only
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.templatetags.components import day
from providers import listings, permissions, vacancy_forms, vacancy_links
from providers.figures import figures_of
from providers.models import School, VacancyReport, VacancyRules

METHODS = ["GET", "HEAD", "POST"]
WHO = (*Role.with_cases(), Role.PROVIDER)
GONE, TOO_MANY = 410, 429
EARLIER = 24
UNCHANGED = "Report no change"


@only(*WHO)
@require_safe
def vacancy_list(request: HttpRequest) -> HttpResponse:
    """Schools that report their vacancies, with how old their figures are."""
    today = timezone.localdate()
    rules = VacancyRules.objects.in_force(today)
    context = listings.VACANCIES.on(request).context(
        rules=rules, window=rules.newest_window(today), today=today
    )
    return TemplateResponse(request, "providers/vacancy_list.html", context)


@only(*WHO)
@require_safe
def vacancy_detail(request: HttpRequest, urn: int) -> HttpResponse:
    """A school's places as it last reported them, and its earlier reports."""
    school = _find(request, urn)
    today = timezone.localdate()
    rules = VacancyRules.objects.in_force(today)
    reports = list(school.vacancy_reports.newest_first().with_figures()[: EARLIER + 1])
    context = {
        "school": school,
        **figures_of(reports[0] if reports else None, rules, today),
        "earlier": reports[1:],
        "rules": rules,
        "window": rules.newest_window(today),
        "may_report": permissions.can_report_vacancies(request.user, school),
    }
    return TemplateResponse(request, "providers/vacancy_detail.html", context)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def vacancy_change(request: HttpRequest, urn: int) -> HttpResponse:
    """Report a school's places anew."""
    school = _find(request, urn)
    must(permissions.can_report_vacancies(request.user, school))
    report = VacancyReport.newest_of(school)
    before = list(report.vacancies.in_order()) if report else []
    posted = request.POST if request.method == "POST" else None
    form = vacancy_forms.ReportVacancies(posted, before=before)
    if form.is_valid():
        VacancyReport.give(school, form.vacancies, by=request.user)
        messages.success(request, f"The vacancies of {school} are saved as of now.")
        return redirect("providers:vacancy_detail", urn)
    context = {"form": form, "school": school}
    return TemplateResponse(request, "providers/vacancy_change.html", context)


@only(Role.PROVIDER)
@require_POST
def vacancy_repeat(request: HttpRequest, urn: int, report: int) -> HttpResponse:
    """Say that nothing has changed since a report."""
    school = _find(request, urn)
    must(permissions.can_report_vacancies(request.user, school))
    found = get_object_or_404(school.vacancy_reports.visible_to(request.user), pk=report)
    try:
        found.repeat(by=request.user)
    except NotAllowedNow as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"The vacancies of {school} are unchanged, as of now.")
    return redirect("providers:vacancy_detail", urn)


@anyone
@never_cache
@require_http_methods(METHODS)
def vacancy_unchanged(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link of a reminder: opening it changes nothing, its button does."""
    link = vacancy_links.read(token)
    if link is None:
        return _gone(request)
    report = link.report
    newest = VacancyReport.newest_of(report.school)
    form = NoQuestion(request.POST if request.method == "POST" else None, button=UNCHANGED)
    if newest == report and form.is_valid():
        report.repeat(by=link.person)
        return redirect(request.path)
    context = {
        "form": form,
        "school": report.school,
        "report": newest,
        "rows": list(newest.vacancies.in_order()),
        "is_newest": newest == report,
        "person": link.person,
    }
    return _keep_secret(TemplateResponse(request, "providers/vacancy_unchanged.html", context))


@only(*Role.with_cases())
@require_http_methods(METHODS)
def vacancy_rules(request: HttpRequest) -> HttpResponse:
    """When schools report, and how long a report counts; a manager sets it from a day on."""
    may_set = permissions.can_set_vacancy_rules(request.user)
    must(may_set or request.method != "POST")
    today = timezone.localdate()
    rules = VacancyRules.objects.in_force(today)
    names = ("opens_on", "closes_on", "grace_days", "fresh_days")
    form = vacancy_forms.Rules(
        request.POST if request.method == "POST" else None,
        today=today,
        initial={name: getattr(rules, name) for name in names},
    )
    if form.is_valid():
        found = VacancyRules.set_from(**form.cleaned_data, by=request.user)
        messages.success(request, f"The rules are saved. They apply from {day(found.valid_from)}.")
        return redirect("providers:vacancy_rules")
    every = VacancyRules.objects.newest_first().select_related("set_by")
    context = {"form": form if may_set else None, "every": every, "rules": rules}
    return TemplateResponse(request, "providers/vacancy_rules.html", context)


def _find(request: HttpRequest, urn: int) -> School:
    return get_object_or_404(School.objects.visible_to(request.user), urn=urn)


def _gone(request: HttpRequest) -> HttpResponse:
    """A link that opens nothing; whoever tries many of them waits."""
    try:
        limits.admit("link", request)
    except MustWait as wait:
        page = TemplateResponse(request, "429.html", {"wait": wait.words}, status=TOO_MANY)
        return _keep_secret(page)
    return _keep_secret(TemplateResponse(request, "providers/_vacancy_link_gone.html", status=GONE))


def _keep_secret(page: HttpResponse) -> HttpResponse:
    """Tell no page the address that led there; its origin only, for CSRF."""
    page["Referrer-Policy"] = "strict-origin"
    return page
