"""What stands above every view in which an applicant reads or writes an application."""

from __future__ import annotations

import functools

from django.http import HttpRequest, HttpResponse

from contracts.applying import sealing
from nmiss.core.access import View


def as_applicant(view: View) -> View:
    """Answer as one of the applicant's people, for whom the database breaks its seal.

    The page is made within, because it is then that the rows are read. Nobody of the council
    is helped by it (``contracts.applying.sealing``).
    """

    @functools.wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        with sealing.acting_for(request.user):
            response = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
            return response

    return answered
