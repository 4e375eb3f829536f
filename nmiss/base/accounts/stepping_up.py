"""Stepping up: what weighs much is done by whoever has just shown their second factor.

``@stepped_up`` stands under ``@only(...)``. A page that is opened too long after the code or the
passkey was last shown leads to the page that asks for it, and from there back.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from nmiss.base.accounts import second_factor
from nmiss.base.accounts.unsent import keep_unsent

View = Callable[..., HttpResponse]

NOT_SENT = (
    "Nothing was sent. You last confirmed that it is you more than {minutes} minutes ago. "
    "Confirm it now. Then we show you the form again with your text, and you can send it."
)
NONE_YET = "Set up a second way to prove that it is you. Then you can open that page."


def stepped_up(view: View) -> View:
    """Let through only whoever showed their second factor within STEP_UP_MINUTES."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return step_up(request) or view(request, *args, **kwargs)

    guarded.steps_up = True
    return guarded


def step_up(request: HttpRequest) -> HttpResponse | None:
    """The way to the page that asks for the second factor, or None where that is not needed."""
    if is_fresh(request) or second_factor.is_waived():
        return None
    if not second_factor.has_one(request.user):
        messages.info(request, NONE_YET)
        return detour(request, reverse("mfa_index"))
    if request.method == "POST":
        messages.warning(request, NOT_SENT.format(minutes=settings.STEP_UP_MINUTES))
    return confirm(request)


def is_fresh(request: HttpRequest) -> bool:
    """Whether the second factor was shown within STEP_UP_MINUTES."""
    shown_at = second_factor.shown_at(request)
    return shown_at is not None and time.time() - shown_at < settings.STEP_UP_MINUTES * 60


def confirm(request: HttpRequest) -> HttpResponse:
    """To the page that asks for the code or the passkey, and from there back to this one."""
    methods = get_adapter().get_reauthentication_methods(request.user)
    back = urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})
    return detour(request, f"{methods[0]['url']}?{back}")


def detour(request: HttpRequest, address: str) -> HttpResponse:
    """Go there first: what was sent is kept, and not done yet (``nmiss.base.core.sent_once``)."""
    if request.method == "POST":
        keep_unsent(request)
    answer = redirect(address)
    answer.is_detour = True
    return answer
