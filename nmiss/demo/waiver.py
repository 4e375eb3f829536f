"""The demo asks nobody for a second factor, as long as nobody is in it who is not made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import InterfaceError, OperationalError
from django.db.models import Exists
from django.urls import reverse_lazy
from django.utils.functional import SimpleLazyObject

from nmiss.base.accounts.models import User
from nmiss.base.core.once import once_a_page
from nmiss.demo.models import DemoPerson

if TYPE_CHECKING:
    from django.http import HttpRequest


@once_a_page
def holds() -> bool:
    """Whether the demo is here, and everybody is of the demo or was invited by somebody of it.

    Whom the operator's command invites was invited by nobody here: then everybody is asked.
    """
    strangers = User.objects.filter(made_up=None).exclude(invitations__invited_by__isnull=False)
    return DemoPerson.objects.filter(~Exists(strangers)).exists()


def banner(request: HttpRequest) -> dict[str, object]:
    """Let every page say so; pages that need no database are shown without one, too."""
    return {
        "demo_waives_second_factor": SimpleLazyObject(_is_to_be_said),
        "demo_tour": reverse_lazy("demo:tour"),
    }


def _is_to_be_said() -> bool:
    try:
        return holds()
    except (OperationalError, InterfaceError):
        return False
