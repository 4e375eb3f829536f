"""Annual reviews: the board, one review with its dates, and each of its steps."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.files.views.attachments import attachment
from placements.forms import OneSchoolAsked
from placements.models import Child
from placements.reviews import forms, listings, permissions
from placements.reviews.arranging import arrange_several
from placements.reviews.imports import REVIEWS as IMPORTED
from placements.reviews.models import AnnualReview

METHODS = ["GET", "HEAD", "POST"]
WHO = listings.REVIEWS.roles


@only(*WHO)
@require_safe
def review_list(request: HttpRequest) -> HttpResponse:
    """Open reviews by their next deadline: the council's, or those of a provider's schools."""
    may_arrange = permissions.can_arrange_reviews(request.user)
    may_import = request.user.role in IMPORTED.roles
    context = listings.REVIEWS.on(request).context(may_arrange=may_arrange, may_import=may_import)
    return TemplateResponse(request, "placements/reviews/review_list.html", context)


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def review_open(request: HttpRequest, reference: str) -> HttpResponse:
    """Have the next review of a child's plan."""
    children = Child.objects.visible_to(request.user).with_references([reference])
    child = get_object_or_404(children)
    stop_if(permissions.why_not_open_review(child))
    today = timezone.localdate()
    form = forms.OpenReview(_posted(request), initial=_last_plan(child, today), today=today)
    if form.is_valid():
        review = AnnualReview.open_for(child, by=request.user, **form.cleaned_data)
        return _done(request, review, f"Annual review {review.pk} is open.")
    context = {"form": form, "child": child}
    return TemplateResponse(request, "placements/reviews/review_open.html", context)


@only(*WHO)
@require_safe
def review_detail(request: HttpRequest, review: int) -> HttpResponse:
    """One review: its dates, the school's report and the decision."""
    found = find(request, review)
    user = request.user
    context = {
        "review": found,
        "dates": found.dates,
        "is_late": found.is_late(timezone.localdate()),
        "school": found.school,
        "may_arrange": not permissions.why_not_arrange(user, found),
        "may_report": not permissions.why_not_report(user, found),
        "may_replace": not permissions.why_not_replace_file(user, found),
        "may_decide": not permissions.why_not_decide_review(user, found),
        "may_issue": not permissions.why_not_finalise(user, found),
        "may_close": not permissions.why_not_close_review(user, found),
        "others": list(
            AnnualReview.objects.visible_to(user)
            .filter(child=found.child_id)
            .exclude(pk=found.pk)
            .newest_first()
        ),
    }
    return TemplateResponse(request, "placements/reviews/review_detail.html", context)


@only(*WHO)
@require_safe
def review_document(request: HttpRequest, review: int) -> HttpResponseBase:
    """The school's report as a file. It may say who the child is."""
    found = find(request, review)
    if found.report is None:
        raise Http404
    answer = attachment(found.report)
    found.child.note_look(by=request.user, with_identity=True)
    return answer


@only(Role.PLACEMENTS, Role.PROVIDER)
@require_http_methods(METHODS)
def review_arrange(request: HttpRequest, review: int) -> HttpResponse:
    """Say when the meeting is."""
    found = find(request, review)
    must(permissions.can_arrange_review(request.user, found))
    stop_if(permissions.why_not_arrange(request.user, found))
    before = {"meeting_on": found.meeting_on, "invited_on": found.invited_on}
    days = {"since": found.last_on, "today": timezone.localdate()}
    form = forms.ArrangeReview(_posted(request), initial=before, **days)
    if form.is_valid():
        found.arrange(by=request.user, **form.cleaned_data)
        return _done(request, found, "The meeting is saved.")
    return _page(request, found, form, "Arrange the meeting")


@only(Role.PLACEMENTS, Role.PROVIDER)
@require_http_methods(METHODS)
def reviews_arrange(request: HttpRequest) -> HttpResponse:
    """Set one day for the meetings of several reviews, of one school or of the most urgent."""
    must(permissions.can_arrange_reviews(request.user))
    today = timezone.localdate()
    asked = OneSchoolAsked(request.GET, today=today).read()
    waiting = AnnualReview.objects.to_arrange_by(request.user)
    rows = listings.to_arrange(waiting, urn=asked.cleaned_data["school"])
    posted = _posted(request) if rows else None  # without a review there is no form to mend
    form = forms.ArrangeSeveral(posted, rows=rows, today=today)
    if form.is_valid():
        chosen, given = form.chosen, form.cleaned_data
        days = {name: given[name] for name in ("meeting_on", "invited_on")}
        arrange_several(chosen, by=request.user, **days)
        count = "1 meeting is" if len(chosen) == 1 else f"{len(chosen)} meetings are"
        messages.success(request, f"{count} saved.")
        return redirect("placements:review_list")
    context = {"form": form, "rows": rows, "asked": asked, "most": listings.MOST_TO_ARRANGE}
    return TemplateResponse(request, "placements/reviews/reviews_arrange.html", context)


@only(Role.PLACEMENTS, Role.PROVIDER)
@require_http_methods(METHODS)
def review_report(request: HttpRequest, review: int) -> HttpResponse:
    """Say what the meeting recommends."""
    found = find(request, review)
    must(permissions.can_arrange_review(request.user, found))
    stop_if(permissions.why_not_report(request.user, found))
    files = request.FILES if request.method == "POST" else None
    form = forms.ReportReview(_posted(request), files)
    if form.is_valid():
        found.send_report(by=request.user, **form.cleaned_data)
        return _done(request, found, "The report is sent.")
    return _page(request, found, form, "Send the report")


@only(Role.PLACEMENTS, Role.PROVIDER)
@require_http_methods(METHODS)
def review_file(request: HttpRequest, review: int) -> HttpResponse:
    """Send the file of a report again."""
    found = find(request, review)
    must(permissions.can_arrange_review(request.user, found))
    stop_if(permissions.why_not_replace_file(request.user, found))
    files = request.FILES if request.method == "POST" else None
    form = forms.ReplaceFile(_posted(request), files)
    if form.is_valid():
        found.replace_file(by=request.user, **form.cleaned_data)
        return _done(request, found, "The file is sent. We check it now.")
    return _page(request, found, form, "Send the file again")


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def review_decide(request: HttpRequest, review: int) -> HttpResponse:
    """Keep, amend or end the plan."""
    found = find(request, review)
    stop_if(permissions.why_not_decide_review(request.user, found))
    form = forms.DecideReview(
        _posted(request),
        seen=found.digest,
        since=found.meeting_on,
        today=timezone.localdate(),
        initial=forms.recommended(found),
    )
    if form.is_valid():
        found.decide(by=request.user, **form.cleaned_data)
        return _done(request, found, "The decision is saved. We have emailed the school.")
    return _page(request, found, form, "Decide on the plan")


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def review_issue(request: HttpRequest, review: int) -> HttpResponse:
    """Note the final amended plan."""
    found = find(request, review)
    stop_if(permissions.why_not_finalise(request.user, found))
    form = forms.IssuePlan(_posted(request), since=found.decided_on, today=timezone.localdate())
    if form.is_valid():
        found.issue(by=request.user, **form.cleaned_data)
        return _done(request, found, "The final plan is saved, and the next review is open.")
    return _page(request, found, form, "Issue the final plan")


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def review_close(request: HttpRequest, review: int) -> HttpResponse:
    """End a review that will not be completed."""
    found = find(request, review)
    stop_if(permissions.why_not_close_review(request.user, found))
    form = forms.CloseReview(_posted(request), seen=found.digest)
    if form.is_valid():
        found.close_as_read(by=request.user, **form.cleaned_data)
        return _done(request, found, "The review is closed.")
    return _page(request, found, form, "Close the review")


def find(request: HttpRequest, number: int) -> AnnualReview:
    """The review, if this person sees it."""
    rows = AnnualReview.objects.visible_to(request.user)
    people = ("child", "report", "reported_by", "decided_by")
    return get_object_or_404(rows.select_related(*people), pk=number)


def _last_plan(child: Child, today: datetime.date) -> dict[str, Any]:
    """The day of the final plan, as far as a case says it."""
    dated = child.cases.filter(plan_final_on__lte=today).order_by("plan_final_on").last()
    return {"last_on": dated.plan_final_on} if dated else {}


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _done(request: HttpRequest, found: AnnualReview, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("placements:review_detail", found.pk)


def _page(request: HttpRequest, found: AnnualReview, form: object, title: str) -> HttpResponse:
    context = {"review": found, "form": form, "title": title}
    return TemplateResponse(request, "placements/reviews/review_step.html", context)
