"""What schools can join, as providers read it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from contracts.arrangements.listings import TENDERS
from contracts.arrangements.models import Round, RoundWatch, Vehicle, VehicleDocument
from contracts.membership import audience
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def tender_list(request: HttpRequest) -> HttpResponse:
    """What schools can join: the documents and the rounds, for providers."""
    vehicles = Vehicle.objects.visible_to(request.user).with_rounds().by_name()
    rounds = Round.objects.visible_to(request.user).not_closed().by_time()
    documents = VehicleDocument.objects.visible_to(request.user).newest_first()
    context = {
        "list": TENDERS.on(request, rows=()),
        "vehicles": vehicles.with_tender(rounds, documents.select_related("file")),
        "watched": set(RoundWatch.objects.of(request.user)),
        "told_anyway": audience.told_anyway(request.user, on=timezone.localdate()),
        "may_ask": request.user.is_provider,
    }
    return TemplateResponse(request, "contracts/membership/tender_list.html", context)
