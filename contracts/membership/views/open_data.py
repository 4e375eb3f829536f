"""Open contracting data, to publish."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from contracts.arrangements.permissions import COMMISSIONING
from contracts.membership.ocds import package
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.views.attachments import saved_as


@only(*COMMISSIONING, Role.AUDITOR)
@require_safe
def open_data(request: HttpRequest) -> JsonResponse:
    """All releases as a file."""
    now = timezone.now()
    AuditEvent.record("download", "Open contracting data", by=request.user)
    name = f"open-contracting-data-{timezone.localdate(now)}.json"
    params = {"indent": 2, "ensure_ascii": False}
    return JsonResponse(package(now=now), json_dumps_params=params, headers=saved_as(name))
