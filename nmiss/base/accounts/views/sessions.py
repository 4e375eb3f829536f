"""Staying signed in, for the script that warns before a session ends."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.accounts.session_limits import seconds_left
from nmiss.base.core.access import only


@only(*Role)
@require_safe
def stay_signed_in(request: HttpRequest) -> HttpResponse:
    """Say how many seconds the session lasts from now. To ask renews it, as any page does."""
    return JsonResponse({"seconds": seconds_left(request)})
