"""The fee window of 2024/25 in the demo: what the largest providers asked, and how it ended.

They asked for far more than the council could pay, and each kept its prices for a year: two by an
offer that they accepted, one because its request was refused. So the spend of decision report
25/00007 is the fees' alone, and the ledger has over a million pounds of cost avoidance (3.6), by
the ordinary moves, on their days.
"""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.db.models import Count, Q
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.demo.applicants import owner_of
from nmiss.demo.dated import at, moved_to
from nmiss.demo.fee_requests import FeePeople, ask, make_mandate, make_offer, refuse
from placements.fees import negotiating, outcomes
from placements.fees.models import FeeWindow
from placements.models import Placement
from providers.models import Provider

YEAR = 2024
OPENS_ON, EFFECTIVE_ON = datetime.date(2023, 11, 1), datetime.date(2024, 9, 1)
OWNERS = ("Rosalind Teale", "Edmund Farrow")


def hold_window(people: FeePeople) -> None:
    """Hold it from its opening to the day on which its prices took effect."""
    with moved_to(at(OPENS_ON, 6)):
        FeeWindow.usual(YEAR).save(force_insert=True)
    FeeWindow.provide(timezone.localdate())
    own = Provider.objects.get(members__user=people.head)
    second, third = _largest_others()
    owners = [owner_of(each, name) for each, name in zip((second, third), OWNERS, strict=True)]
    _stand_still(own, people.head, "9.5", people, datetime.date(2024, 1, 16))
    _refuse(second, owners[0], people)
    _stand_still(third, owners[1], "8.5", people, datetime.date(2024, 1, 24))
    with moved_to(at(EFFECTIVE_ON, 5, 10)):
        outcomes.write_savings(EFFECTIVE_ON)


def _largest_others() -> list[Provider]:
    """The two with the most children on that day for whom nobody acts yet."""
    live = Placement.objects.on(EFFECTIVE_ON).filter(starts_on__lt=EFFECTIVE_ON)
    placed = Count("schools__placements", filter=Q(schools__placements__in=live))
    others = Provider.objects.filter(members=None).annotate(placed=placed)
    return list(others.order_by("-placed", "pk")[: len(OWNERS)])


def _stand_still(
    provider: Provider, owner: User, percent: str, people: FeePeople, day: datetime.date
) -> None:
    """Ask, be told that there is no money for a rise, and accept that."""
    request = ask(provider, owner, Decimal(percent), day)
    make_mandate(request, "0", people, datetime.date(2024, 3, 20))
    make_offer(request, "6", owner, datetime.date(2024, 4, 10))
    last = make_offer(request, "0", people.officer, datetime.date(2024, 5, 8))
    with moved_to(at(datetime.date(2024, 5, 21), 10, 35)):
        seen = negotiating.digest_of_request(request, owner)
        negotiating.accept(last, by=owner, seen=seen)


def _refuse(provider: Provider, owner: User, people: FeePeople) -> None:
    request = ask(provider, owner, Decimal(9), datetime.date(2024, 1, 29))
    refuse(request, people, datetime.date(2024, 5, 14))
