"""What was finally decided, written into the ledger of savings on the effective day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from placements.fees.models import FeeRequest, FeeStatus
from placements.savings.ledger import Decided, write_decided


def final_prices(request: FeeRequest) -> Iterator[Decided]:
    """Each placement with its prices in pounds a year, now, asked and agreed.

    What was certified is what was asked, whatever was offered since.
    """
    lines = request.lines.asked().select_related("placement").order_by("placement", "pk")
    for placement, of_placement in groupby(lines, key=lambda line: line.placement):
        found = list(of_placement)
        is_agreed = request.status == FeeStatus.AGREED
        yield Decided(
            placement,
            request.effective_on,
            sum(line.current_a_year for line in found),
            sum(line.asked_a_year for line in found),
            sum(line.a_year(line.agreed_amount) for line in found) if is_agreed else None,
        )


def write_savings(today: datetime.date) -> int:
    """Write what is finally decided and in effect, once each; return of how many requests."""
    due = FeeRequest.objects.finally_decided(today).filter(
        effective_on__lte=today, savings_written_at=None
    )
    return sum(_write(pk) for pk in due.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _write(pk: int) -> int:
    request = FeeRequest.objects.select_for_update(no_key=True).get(pk=pk)
    if request.savings_written_at:
        return 0
    write_decided(
        request.reference,
        final_prices(request),
        by=None,
        evidence=f"Fee request {request.reference}",
        decided_on=request.decided_on,
    )
    request.savings_written_at = timezone.now()
    request.save(update_fields=["savings_written_at"])
    return 1
