"""The end of a request: new prices of placements and of price lists, or none."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.db.models import Prefetch, Q

from nmiss.base.accounts.models import User
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.money import to_penny
from placements.fees import permissions
from placements.fees.models import FeeLine, FeeOffer, FeeRequest, PriceList, PriceListLine
from placements.fees.sums import amount_at, rise_of_lists
from placements.models import Charge, Placement, PriceLine

LEFT = "The placement ends before the new price begins"
SAME = "The price stays"


def settle(request: FeeRequest, offer: FeeOffer, *, by: User) -> None:
    """Give each placement its agreed price from the first day on, and the lists theirs.

    The old line ends the day before. Where one price is not what was asked for any more, nothing
    is written.
    """
    lines = list(request.lines.select_related("placement").order_by("pk"))
    on = request.effective_on
    live = set(
        Placement.objects.on(on).filter(fee_lines__request=request).values_list("pk", flat=True)
    )
    charges = {
        (charge.placement_id, charge.kind, charge.funder): charge
        for charge in Charge.objects.on(on).filter(placement__in=live)
    }
    prices = (
        PriceLine.objects.select_for_update(of=("self",))
        .select_related("placement")
        .in_bulk([each.pk for each in charges.values() if each.pk > 0])
    )
    apart = offer.percents_apart
    following: list[tuple[PriceLine | None, PriceLine]] = []
    for line in lines:
        line.agreed_amount = amount_at(line, apart.get(line.pk, offer.percent))
        if line.placement_id not in live:
            line.outcome = LEFT
            continue
        charge = charges.get((line.placement_id, line.kind, line.funder))
        before = prices.get(charge.pk) if charge else None
        _check_same(line, charge, before, on)
        if line.agreed_amount == line.current_amount:
            line.outcome = SAME
        else:
            following.append((before, _next_line(line, before, on)))
    PriceLine.follow(following, by=by)
    FeeLine.objects.bulk_update(lines, ["agreed_amount", "outcome"], batch_size=1000)
    _follow_with_lists(request, offer.percent, by=by)


def settle_refused(request: FeeRequest, *, by: User) -> None:
    """No price changes."""
    for line in (lines := list(request.lines.all())):
        line.agreed_amount = line.current_amount
    FeeLine.objects.bulk_update(lines, ["agreed_amount"], batch_size=1000)


def _check_same(
    line: FeeLine, charge: Charge | None, price: PriceLine | None, on: datetime.date
) -> None:
    """Refuse where the price was changed, or ended, since the request."""
    if price:
        now = price.amount, price.unit, price.quantity
        is_same = now == (line.current_amount, line.unit, line.quantity) and price.starts_on < on
    else:
        is_same = charge is not None and line.current_amount == charge.cost_a_year
    stop_if(permissions.why_not_settle(line, is_same=is_same))


def _next_line(line: FeeLine, before: PriceLine | None, on: datetime.date) -> PriceLine:
    """The price from the first day on, until the one before it would have ended."""
    return PriceLine.of(
        line.placement,
        kind=line.kind,
        unit=line.unit,
        quantity=line.quantity,
        amount=line.agreed_amount,
        funder=line.funder,
        weeks=line.weeks,
        starts_on=on,
        ends_on=before.ends_on if before else None,
    )


def _follow_with_lists(request: FeeRequest, percent: Decimal | None, *, by: User) -> None:
    """Have the schools' price lists rise by what was agreed, from the same day on."""
    rise = rise_of_lists(request, percent)
    for price_list in lists_that_follow(request) if rise else ():
        lines = [
            {name: getattr(line, name) for name in PriceListLine.FACTS}
            | {"amount": raised(line.amount, rise)}
            for line in price_list.lines.all()
        ]
        PriceList.add(
            price_list.school, price_list.lot, lines, by=by, starts_on=request.effective_on
        )


def lists_that_follow(request: FeeRequest) -> list[PriceList]:
    """The price lists that rise by what is agreed: of its school, or of all of its provider."""
    own = Q(school=request.school) if request.school else Q(school__provider=request.provider)
    newest = PriceList.objects.that_count().filter(
        own, ends_on=None, starts_on__lt=request.effective_on
    )
    rows = newest.select_related("school", "lot")
    rows = rows.prefetch_related(Prefetch("lines", PriceListLine.objects.in_order()))
    return list(rows.order_by("school__urn", "lot__number", "pk"))


def raised(amount: Decimal, percent: Decimal) -> Decimal:
    """An amount with a percentage on top, to the penny."""
    return to_penny(amount * (100 + percent) / 100)
