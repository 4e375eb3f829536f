"""Which placements at its schools a request leaves out, each with the reason."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from nmiss.base.core.days import months_after
from placements.fees.models import FeeLine, FeeRequest, FeeScope
from placements.models import Placement, PriceLine


@dataclass(frozen=True)
class LeftOutPlacement:
    """A placement of which no new price is asked in a request."""

    placement: Placement
    why: str


def left_out_of(request: FeeRequest) -> list[LeftOutPlacement]:
    """Those at its schools between the day of its start and that of the new prices.

    "Placements negotiated in the last three months" are: the window says how many.
    """
    if request.scope == FeeScope.NEW:
        return []
    begun = timezone.localdate(request.started_at)
    effective = request.effective_on or request.window.effective_for(begun)
    own = {"school": request.school} if request.school else {"school__provider": request.provider}
    found = (
        Placement.objects.touching(begun, effective)
        .filter(**own)
        .exclude(pk__in=request.lines.values("placement"))
        .select_related("school")
        .order_by("school__name", "reference", "pk")
    )
    placements = list(found)
    elsewhere = _elsewhere(request, placements)
    since = _since(placements)
    recent = months_after(begun, -request.window.recent_months)
    return [
        LeftOutPlacement(
            each,
            _why(
                each,
                effective=effective,
                elsewhere=elsewhere.get(each.pk),
                priced=since.get(each.pk),
                recent=recent,
            ),
        )
        for each in placements
    ]


def _why(
    placement: Placement,
    *,
    effective: datetime.date,
    elsewhere: FeeRequest | None,
    priced: datetime.date | None,
    recent: datetime.date,
) -> str:
    if placement.block_id is not None:
        return "This is a block place: it has no price of its own"
    if placement.ended_on is not None and placement.ended_on < effective:
        return f"The placement ends on {_day(placement.ended_on)}, before the new prices begin"
    if placement.starts_on >= effective:
        return f"The placement begins on {_day(placement.starts_on)}"
    if elsewhere is not None:
        return f"This placement is in another open request, {elsewhere.reference}"
    if priced is not None and priced > recent:
        return f"A new price was agreed from {_day(priced)}"
    if priced is None and not placement.annual_fee:
        return "No price is recorded for this placement"
    return "No new price is requested"


def _elsewhere(request: FeeRequest, placements: list[Placement]) -> Mapping[int, FeeRequest]:
    """The other open request that each is in."""
    lines = FeeLine.objects.filter(is_open=True, placement__in=placements).exclude(request=request)
    return {line.placement_id: line.request for line in lines.select_related("request")}


def _since(placements: list[Placement]) -> Mapping[int, datetime.date]:
    """From when the newest base price of each applies; not of those that a file brought."""
    lines = PriceLine.objects.that_count().filter(
        placement__in=placements, kind="base_education", imported=False
    )
    return dict(lines.order_by("starts_on").values_list("placement", "starts_on"))


def _day(day: datetime.date) -> str:
    return f"{day:%-d %B %Y}"
