"""The dates of fees: windows, and answers that are due."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from nmiss.base.accounts.key_dates import KeyDate, WantedDays, source
from nmiss.base.accounts.models import Role
from placements.fees.models import FeeRequest, FeeStatus

COMMISSIONING = (Role.OFFICER, Role.MANAGER)


@source(
    "Fee request due for an answer",
    roles=(*COMMISSIONING, Role.FINANCE, Role.AUDITOR, Role.PROVIDER),
    team=COMMISSIONING,
    who="Commissioning team",
)
def of_requests(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day of the council's promise to answer."""
    waiting = wanted.rows(FeeRequest).filter(
        status=FeeStatus.RECEIVED, answer_due_on__range=wanted.window
    )
    for each in waiting.select_related("provider", "school").order_by("answer_due_on", "pk"):
        link = reverse("placements:fee_request", args=[each.pk])
        words = f"{each.reference}: {each.of_whom}"
        yield KeyDate(each.answer_due_on, "Fee request due for an answer", words, each, link)
