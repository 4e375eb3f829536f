"""What the council's views of an application share: finding it, and the door before its content."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from contracts.applications import sealing
from contracts.applications.models import Application
from contracts.applications.permissions import can_read, has_conflict, why_not_declare
from contracts.arrangements.models import Question


def application_of(request: HttpRequest, number: int) -> Application:
    """The application of this number, as far as it exists for this person (404).

    Whoever asks for one that does not, such as a draft, is written down.
    """
    visible = Application.objects.visible_to(request.user).with_parties()
    found = visible.filter(pk=number).first()
    if found is None:
        sealing.refuse_number(number, to=request.user)
        raise Http404
    return found


def question_of(application: Application, number: int) -> Question:
    """The question of this number in the application's scheme (404)."""
    return get_object_or_404(application.scheme.questions.all(), number=number)


def refusal(request: HttpRequest, application: Application) -> HttpResponse | None:
    """A page that says why not (403), for who may not read it; nothing for who may.

    Whoever asks for what is sealed is written down, as an event of security.
    """
    if can_read(request.user, application):
        return None
    if application.is_sealed:
        sealing.refuse(application, to=request.user)
    context = {
        "application": application,
        "has_conflict": has_conflict(request.user, application),
        "may_declare": not why_not_declare(request.user, application),
    }
    return TemplateResponse(
        request, "contracts/evaluation/_application_refused.html", context, status=403
    )
