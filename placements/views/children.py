"""Children: by reference only. Every look at a child's page is kept."""

from __future__ import annotations

from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.days import YEARS
from nmiss.base.core.printing import PDF_TYPE
from nmiss.base.files.views.attachments import saved_as
from placements import bundle, forms, listings, permissions, reports, revealing
from placements.models import Case, Child, Placement
from placements.models.child import ChildSex
from placements.reviews.models import AnnualReview
from placements.reviews.permissions import can_review
from placements.timeline import timeline_of
from providers.models import Sex

WHO = listings.CHILDREN.roles


@only(*WHO)
@require_safe
def child_list(request: HttpRequest) -> HttpResponse:
    """The children that this person sees, with where each is today."""
    context = listings.CHILDREN.on(request).context()
    return TemplateResponse(request, "placements/child_list.html", context)


@only(*WHO)
@require_safe
def child_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """One child: its places over time. Who looked, and at what, is written down."""
    children = Child.objects.visible_to(request.user).select_related("identity")
    child = get_object_or_404(children.with_references([reference]))
    may_see = permissions.can_see_identity(request.user, child)
    with_identity = may_see and revealing.is_revealed(child, request.session)
    child.note_look(by=request.user, with_identity=with_identity)
    today = timezone.localdate()
    placements = Placement.objects.visible_to(request.user).filter(child=child)
    nc_year = child.nc_year(on=today)
    context = {
        "child": child,
        "nc_year": nc_year,
        "identity": child.identity if with_identity else None,
        "may_reveal": may_see and not with_identity,
        "placements": reports.with_cost(placements, on=today)
        .select_related("school", "lot")
        .with_earlier_schools()
        .newest_first(),
        "search": _search(child, placements, nc_year)
        if permissions.can_find_a_place(request.user)
        else "",
        "cases": _cases(request, child),
        "may_open_case": permissions.can_keep_cases(request.user)
        and not child.cases.open().exists(),
        "reviews": list(
            AnnualReview.objects.visible_to(request.user).filter(child=child).newest_first()
        ),
        "may_open_review": can_review(request.user) and not child.reviews.open().exists(),
        "timeline": timeline_of(child, request.user)[::-1],
        "may_print": permissions.can_see_cases(request.user),
        "others": list(child.other_references.order_by("reference")),
        "today": today,
    }
    return TemplateResponse(request, "placements/child_detail.html", context)


@only(Role.PLACEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def child_identity(request: HttpRequest, reference: str) -> HttpResponse:
    """Say why the identity is needed; then the child's page shows it for some minutes."""
    children = Child.objects.visible_to(request.user).with_references([reference])
    child = get_object_or_404(children)
    must(permissions.can_see_identity(request.user, child))
    form = forms.RevealIdentity(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        revealing.reveal(child, by=request.user, reason=reason, session=request.session)
        return redirect("placements:child_detail", child.reference)
    context = {"form": form, "child": child, "minutes": revealing.MINUTES}
    return TemplateResponse(request, "placements/child_identity.html", context)


def _search(child: Child, placements: QuerySet, nc_year: int) -> str:
    """The search for schools that take such a child. Where it lives is never in an address."""
    newest = placements.newest_first().first()
    asked = {
        "need": newest.primary_need if newest else "",
        "year": nc_year if nc_year in YEARS else "",
        "sex": Sex.GIRLS if child.sex == ChildSex.FEMALE else Sex.BOYS,
    }
    return urlencode({name: value for name, value in asked.items() if value != ""})


def _cases(request: HttpRequest, child: Child) -> list[Case]:
    """The cases of the child, the newest first, as far as this person sees cases."""
    if not permissions.can_see_cases(request.user):
        return []
    return list(
        Case.objects.visible_to(request.user).filter(child=child).with_status().newest_first()
    )


@only(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR)
@require_safe
def child_bundle(request: HttpRequest, reference: str) -> HttpResponse:
    """All that is on record of a child, as a PDF with an index."""
    children = Child.objects.visible_to(request.user).with_references([reference])
    child = get_object_or_404(children)
    content = bundle.print_bundle(child, by=request.user)
    name = f"evidence-bundle-{child.reference}.pdf"
    return HttpResponse(content, content_type=PDF_TYPE, headers=saved_as(name))


@only(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR)
@require_safe
def child_bundle_files(request: HttpRequest, reference: str) -> StreamingHttpResponse:
    """The same with the files themselves, as a ZIP."""
    children = Child.objects.visible_to(request.user).with_references([reference])
    child = get_object_or_404(children)
    name = f"evidence-bundle-{child.reference}.zip"
    packed = bundle.pack_bundle(child, by=request.user)
    return StreamingHttpResponse(packed, content_type="application/zip", headers=saved_as(name))
