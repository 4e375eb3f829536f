"""Providers: the list, and the record of each with its schools and memberships."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from contracts.membership import listings, refused_documents
from contracts.membership import permissions as joining
from contracts.membership.models import DebarmentCheck, DeclarationRenewal, Membership
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from providers import permissions
from providers.models import ComplianceDocument, Provider, ProviderMember, School


@only(*Role.with_cases())
@require_safe
def provider_list(request: HttpRequest) -> HttpResponse:
    """Every provider, with how many schools it runs."""
    context = listings.PROVIDERS.on(request).context()
    return TemplateResponse(request, "contracts/membership/provider_list.html", context)


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def provider_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One provider: who it is, its schools and in which lots they are."""
    provider = get_object_or_404(Provider.objects.visible_to(request.user), pk=pk)
    user, today = request.user, timezone.localdate()
    memberships = Membership.objects.visible_to(user).of_provider(provider, on=today)
    memberships = memberships.with_facts(today).by_lot()
    documents = ComplianceDocument.objects.visible_to(user).current().with_file().soonest_first()
    documents = documents.select_related("refused")
    renewals = DeclarationRenewal.objects.visible_to(user).of(provider.pk).soonest_first()
    is_council = not user.is_provider
    schools = (
        School.objects.filter(provider=provider)
        .select_related("authority")
        .prefetch_related(Prefetch("memberships", memberships, to_attr="lots"))
        .by_name()
    )
    context = {
        "provider": provider,
        "schools": schools,
        "documents": refused_documents.standings(documents.of(provider), on=today),
        "renewals": [(each, each.standing(today)) for each in renewals.with_people()],
        "contacts": _contacts(provider) if is_council else [],
        "check": DebarmentCheck.objects.of(provider).newest_first().first() if is_council else None,
        "may_see_people": permissions.can_see_people(user, provider),
        "may_ask": joining.can_ask_for_document(user),
        "may_send": joining.edits(user, provider),
        "may_read_changes": joining.can_read_changes(user),
        "today": today,
    }
    return TemplateResponse(request, "contracts/membership/provider_detail.html", context)


def _contacts(provider: Provider) -> QuerySet[ProviderMember]:
    return provider.members.filter(user__is_active=True).select_related("user").by_name()
