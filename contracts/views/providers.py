"""Providers: the list, and the record of each with its schools and memberships."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from contracts.models import Membership
from contracts.rows import PROVIDERS
from nmiss.accounts.models import Role
from nmiss.core.access import only
from nmiss.core.pages import page_of, tally
from nmiss.core.rows import rows_as_html
from providers import permissions
from providers.models import Provider, School


@only(*Role.with_cases())
@require_safe
def provider_list(request: HttpRequest) -> HttpResponse:
    """Every provider, with how many schools it runs."""
    providers = Provider.objects.visible_to(request.user)
    page = page_of(providers.with_school_count(), by="name", query=request.GET.dict())
    context = {
        "page": page,
        "rows": rows_as_html(page, PROVIDERS),
        "count": tally(providers),
    }
    return TemplateResponse(request, "contracts/provider_list.html", context)


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def provider_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One provider: who it is, its schools and in which lots they are."""
    provider = get_object_or_404(Provider.objects.visible_to(request.user), pk=pk)
    today = timezone.localdate()
    memberships = Membership.objects.on(today).select_related("lot").order_by("lot__number")
    schools = (
        School.objects.filter(provider=provider)
        .select_related("authority")
        .prefetch_related(Prefetch("memberships", memberships, to_attr="lots_today"))
        .by_name()
    )
    context = {
        "provider": provider,
        "schools": schools,
        "may_see_people": permissions.can_see_people(request.user, provider),
        "today": today,
    }
    return TemplateResponse(request, "contracts/provider_detail.html", context)
