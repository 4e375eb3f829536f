"""What stands above every view in which an applicant reads or writes an application."""

from __future__ import annotations

import functools

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from contracts.applications import sealing
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import View, only
from nmiss.base.core.lifecycle import NotAllowedNow

# What a view answers by raising it. Its verbs have taken back by themselves what they began.
REFUSALS = (Http404, PermissionDenied, NotAllowedNow)


def applicants_only(view: View) -> View:
    """Let in providers' people, and answer as one of them: for these the database breaks its seal.

    The page is made within, in one transaction, because it is then that the rows are read. Nobody
    of the council is helped by it (``contracts.applications.sealing``): who tries is turned away,
    and written down.
    """
    for_providers = only(Role.PROVIDER)(_as_applicant(view))

    @functools.wraps(for_providers)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.user.role != Role.PROVIDER and "draft" in kwargs:
            sealing.refuse_number(kwargs["draft"], to=request.user)
        return for_providers(request, *args, **kwargs)

    return guarded


def _as_applicant(view: View) -> View:
    @functools.wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        refused = None
        with sealing.acting_for(request.user):
            try:
                response = view(request, *args, **kwargs)
                if hasattr(response, "render"):
                    response.render()
            except REFUSALS as refusal:
                # That somebody was turned away is written down, and stays: an answer like another.
                refused = refusal
        if refused is not None:
            raise refused
        return response

    return answered
