"""What a percentage does to the price lists, said in full to whoever approves or accepts it."""

from __future__ import annotations

from decimal import Decimal

from nmiss.base.core.templatetags.components import money
from placements.fees.models import FeeRequest, PriceList
from placements.fees.settling import lists_that_follow, raised


def rises_of(request: FeeRequest, percent: Decimal) -> list[tuple[str, str]]:
    """Each price list that rises, with its prices now and as they would be."""
    return [
        (f"Price list of {each.school}, lot {each.lot.number}", _raised(each, percent))
        for each in lists_that_follow(request)
    ]


def _raised(price_list: PriceList, percent: Decimal) -> str:
    return "\n".join(
        f"{line.get_kind_display()}: from {money(line.amount)} to "
        f"{money(raised(line.amount, percent))} a {line.get_unit_display().lower()}"
        for line in price_list.lines.all()
    )
