"""Recovery codes: shown once, when they are made, and to be downloaded just then."""

from __future__ import annotations

import time

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from nmiss.base.accounts.middleware import WANTED
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.access import only
from nmiss.base.core.acting import acting_for

SHOWN_AT = "recovery_codes_shown_at"
TIME_TO_DOWNLOAD = 10 * 60


@only(*Role)
@never_cache
@require_safe
@reauthentication_required(app="allauth.mfa")
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """The codes, the first time; after that, only how many are left."""
    codes = _of(request.user)
    is_first_time = not codes.did_view
    if is_first_time:
        with acting_for(request.user):
            codes.mark_as_viewed()
        request.session[SHOWN_AT] = time.time()
    unused = codes.get_unused_codes()
    context = {
        "codes": unused if is_first_time else [],
        "left": len(unused),
        "onward": request.session.get(WANTED, reverse("home:home")),
    }
    return TemplateResponse(request, "mfa/recovery_codes/index.html", context)


@only(*Role)
@never_cache
@require_safe
@reauthentication_required(app="allauth.mfa")
def download(request: HttpRequest) -> HttpResponse:
    """The codes as a text file: for ten minutes after they were shown, in the same session."""
    codes = _of(request.user)
    if time.time() - request.session.get(SHOWN_AT, 0) > TIME_TO_DOWNLOAD:
        raise Http404
    context = {"codes": codes.get_unused_codes(), "product": settings.PRODUCT_NAME}
    text = render_to_string("mfa/recovery_codes/download.txt", context)
    headers = {"Content-Disposition": 'attachment; filename="recovery-codes.txt"'}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)


def _of(user: User) -> RecoveryCodes:
    return get_object_or_404(
        Authenticator, user=user, type=Authenticator.Type.RECOVERY_CODES
    ).wrap()
