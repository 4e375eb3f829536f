"""The reports of the decision paper, as pages and as CSV."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import pluralize
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.printing import PDF_TYPE
from nmiss.base.core.templatetags.components import day
from nmiss.base.files.reports import as_csv
from nmiss.base.files.views.attachments import saved_as
from placements import choice_listings, forms, permissions, report_listings, reports, spend_listings
from placements.reports import downloads, kept, pictures, printing, spend_by_school
from placements.reports.forecast import forecast

WHO = tuple(Role.with_cases())
# What decision report 25/00007 asked: table 3.3, and the snapshot of 3.7.
PAPER = urlencode({"from": "2024-04-01", "to": "2024-11-30", "financial_year": 2024})
SNAPSHOT = urlencode({"on": "2024-01-18"})


@only(*WHO)
@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """What can be read here."""
    may = {"may_see_off_dps": request.user.role in choice_listings.WHO}
    return TemplateResponse(request, "placements/report_list.html", may)


@only(*WHO)
@require_safe
def dps_status(request: HttpRequest) -> HttpResponse:
    """Table 3.3 of the paper, for any window and financial year."""
    form = forms.DpsStatusForm(request.GET, today=timezone.localdate())
    report = reports.dps_status(form.window, by=request.user) if form.is_valid() else None
    context = {
        "form": form,
        "report": report,
        "picture": pictures.of_dps_status(report) if report else "",
        "in_the_paper": PAPER,
    }
    return TemplateResponse(request, "placements/dps_status.html", context)


@only(*WHO)
@require_safe
def dps_status_csv(request: HttpRequest) -> HttpResponse:
    """The same figures to take away."""
    window = forms.DpsStatusForm(request.GET, today=timezone.localdate()).read().window
    report = reports.dps_status(window, by=request.user)
    text = as_csv(report_listings.DPS_STATUS, report)
    return _csv(text, f"dps-status-{window.in_a_name}.csv")


@only(*WHO)
@require_safe
def dps_status_pdf(request: HttpRequest) -> HttpResponse:
    """The table as a PDF, for a committee's papers."""
    window = forms.DpsStatusForm(request.GET, today=timezone.localdate()).read().window
    report = reports.dps_status(window, by=request.user)
    return _pdf(printing.dps_status_pdf(report), f"dps-status-{window.in_a_name}.pdf")


@only(*WHO)
@require_safe
def dps_status_schools(request: HttpRequest) -> HttpResponse:
    """The schools behind a row of the table, by the same query."""
    form = forms.DpsStatusRow(request.GET, today=timezone.localdate()).read()
    schools, window = report_listings.DPS_STATUS_SCHOOLS.on(request), form.window
    counted = f"{schools.count} school{pluralize(schools.count.number)}"
    days = f"{day(window.first)} to {day(window.last)}"
    context = schools.context(
        schools=schools.page.rows,
        caption=f"{counted}, {reports.LABELS[form.row]}, {days}, spend {window.years}",
    )
    return TemplateResponse(request, "placements/dps_status_schools.html", context)


@only(*WHO)
@require_safe
def spend(request: HttpRequest) -> HttpResponse:
    """What a financial year costs by school, and the forecast of this year and the next two."""
    today = timezone.localdate()
    form = forms.SpendForm(request.GET, today=today)
    context = {"form": form, "today": today}
    if form.is_valid():
        context |= spend_listings.SPEND_SCHOOLS.on(request).context(
            year=form.year,
            years=f"{form.year}-{(form.year + 1) % 100:02}",
            total=kept.worked_out(
                "spend", lambda: spend_by_school.of_all(form.year, by=request.user), form.year
            ),
            place_funding=spend_by_school.place_funding(form.year),
            forecast=kept.worked_out("forecast", lambda: forecast(today), today),
        )
    return TemplateResponse(request, "placements/spend.html", context | {"form": form})


@only(*WHO)
@require_safe
def spend_placements(request: HttpRequest) -> HttpResponse:
    """What each placement costs in a financial year, by its reference; of one school or of all."""
    form = forms.SpendOfSchool(request.GET, today=timezone.localdate()).read()
    context = spend_listings.SPEND_PLACEMENTS.on(request).context(
        school=form.cleaned_data["school"],
        year=form.year,
        years=f"{form.year}-{(form.year + 1) % 100:02}",
    )
    return TemplateResponse(request, "placements/spend_placements.html", context)


@only(*WHO)
@require_safe
def demand_profile(request: HttpRequest) -> HttpResponse:
    """Who the children are on one day (3.7, 3.8)."""
    form = forms.DemandProfileForm(request.GET, today=timezone.localdate())
    report = None
    if form.is_valid():
        report = reports.demand_profile(form.cleaned_data["day"], by=request.user)
    places = (
        reverse("placements:demand_profile_places")
        if permissions.can_see_children(request.user)
        else ""
    )
    context = {
        "form": form,
        "report": report,
        "places": places,
        "children": f"{places}?on={report.day_in_address}" if places and report else "",
        "needs_picture": pictures.of_needs(report) if report else "",
        "years_picture": pictures.of_years(report) if report else "",
        "in_the_paper": SNAPSHOT,
    }
    return TemplateResponse(request, "placements/demand_profile.html", context)


@only(*report_listings.DEMAND_PROFILE_PLACES.roles)
@require_safe
def demand_profile_places(request: HttpRequest) -> HttpResponse:
    """The places behind a figure of the profile, by the same query."""
    asked = forms.DemandProfileFigure(request.GET, today=timezone.localdate()).read().asked
    places, on = report_listings.DEMAND_PROFILE_PLACES.on(request), asked["on"]
    counted = f"{places.count} child{pluralize(places.count.number, 'ren')}"
    label = reports.label_of(asked["dimension"], asked["value"])
    which = {True: ", on the DPS", False: ", not on the DPS", None: ""}[asked["dps"]]
    context = places.context(on=on, day=str(on), caption=f"{counted}: {label}{which}, {day(on)}")
    return TemplateResponse(request, "placements/demand_profile_places.html", context)


@only(*WHO)
@require_safe
def demand_profile_csv(request: HttpRequest) -> HttpResponse:
    """The same figures to take away."""
    form = forms.DemandProfileForm(request.GET, today=timezone.localdate()).read()
    report = reports.demand_profile(form.cleaned_data["day"], by=request.user)
    shares = downloads.dimensions_of(report)
    text = as_csv(report_listings.DEMAND_PROFILE, shares)
    return _csv(text, f"demand-profile-{report.on}.csv")


@only(*WHO)
@require_safe
def demand_profile_pdf(request: HttpRequest) -> HttpResponse:
    """The profile as a PDF, for a committee's papers."""
    form = forms.DemandProfileForm(request.GET, today=timezone.localdate()).read()
    report = reports.demand_profile(form.cleaned_data["day"], by=request.user)
    return _pdf(printing.demand_profile_pdf(report), f"demand-profile-{report.on}.pdf")


def _csv(text: str, name: str) -> HttpResponse:
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=disposition)


def _pdf(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=PDF_TYPE, headers=saved_as(name))
