"""Fees of the demo: price lists, and requests for other prices in the last window and in this one.

All of it is done by the ordinary verbs, on the days on which it would have been done.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from contracts.models import Lot
from nmiss.base.accounts.models import User
from nmiss.base.core.days import academic_year_of
from nmiss.base.core.money import to_penny
from nmiss.demo.applicants import owner_of
from nmiss.demo.dated import at, moved_to
from placements.fees import asking, negotiating, proposing
from placements.fees.models import FeeRequest, FeeScope, FeeWindow, PriceList
from placements.models import Placement, UsualPrice
from providers.models import Provider, School

OWNERS = ("Alice Thornby", "Neil Castellan", "Petra Lowndes", "Imogen Sallow")
COSTS = {
    "teaching_pay": ["410000", "428000"],
    "support_pay": ["520000", "541000"],
    "employer_ni": ["88000", "99000"],
    "pension": ["121000", "126000"],
    "premises": ["190000", "196000"],
    "utilities": ["64000", "66000"],
    "food": ["31000", "32000"],
    "insurance": ["18000", "19000"],
    "transport": ["24000", "25000"],
    "therapies": ["150000", "156000"],
    "management_charge": ["72000", "74000"],
    "inflation": ["0", "22000"],
    "surplus": ["40000", "40000"],
}
BACKGROUND = {
    "accounts": "Accounts for the year to August are filed at Companies House.",
    "reserves": "Three months of spending.",
    "occupancy": "62 of 70 places are filled; a year ago it was 60.",
    "others": "Two other councils have agreed 4 %.",
    "evidence": "The pay award for teachers and the rise of employers’ national insurance.",
}
LISTS = 3


@dataclass(frozen=True)
class FeePeople:
    officer: User
    manager: User
    head: User


def make_requests(people: FeePeople) -> None:
    """Lists of a few schools, a window that is over, and one that is open."""
    year = academic_year_of(timezone.localdate())
    window = FeeWindow.objects.get(academic_year=year)
    rates = {"pay_rate": Decimal("4.1"), "price_rate": Decimal("2.2")}
    window.change(by=people.manager, affordable_percent=Decimal("3.2"), **rates)
    own = Provider.objects.filter(members__user=people.head).get()
    _keep_lists(own, people)
    others = _others(own)
    owners = [owner_of(each, name) for each, name in zip(others, OWNERS, strict=False)]
    _agree(own, people.head, people, window)
    if len(others) == len(OWNERS):
        year = window.effective_on.year
        asked = ask(others[0], owners[0], Decimal(8), datetime.date(year, 1, 27))
        refuse(asked, people, datetime.date(year, 5, 12))
        _leave_open(others[1], owners[1], people, window)
        ask(others[2], owners[2], Decimal("4.5"), timezone.localdate() - datetime.timedelta(4))
        # So little that prices alone are enough: for the standard offer.
        ask(others[3], owners[3], Decimal("1.8"), timezone.localdate() - datetime.timedelta(2))


def _keep_lists(provider: Provider, people: FeePeople) -> None:
    """What the provider's schools ask in the lots that they are in."""
    for school in School.objects.filter(provider=provider).by_name()[:LISTS]:
        usual = UsualPrice.objects.filter(school=school, is_residential=False).first()
        amount = to_penny(usual.cost) if usual else Decimal(52_000)
        facts = {"need": "", "phase": "", "provision": ""}
        lines = [
            {"kind": "base_education", "unit": "year", "amount": amount, **facts},
            {"kind": "therapy_slt", "unit": "hour", "amount": Decimal(85), **facts},
            {"kind": "one_to_one", "unit": "hour", "amount": Decimal("21.5"), **facts},
        ]
        first = datetime.date(timezone.localdate().year - 2, 9, 1)
        for lot in Lot.objects.filter(memberships__school=school).distinct():
            PriceList.add(school, lot, lines, by=people.officer, starts_on=first)


def _others(own: Provider) -> list[Provider]:
    """Providers of schools with some children of ours, for whom nobody acts yet."""
    placed = Placement.objects.on(timezone.localdate()).values("school__provider")
    found = Provider.objects.filter(pk__in=placed, members=None).exclude(pk=own.pk)
    # The first by name has an owner proposed, who must stay the first.
    return list(found.by_name()[1 : 1 + len(OWNERS)])


def ask(provider: Provider, owner: User, percent: Decimal, day: datetime.date) -> FeeRequest:
    """Ask the same percentage for every price, on one day."""
    with moved_to(at(day, 10, 15)):
        request = asking.start(provider, by=owner, school=None, scope=FeeScope.ALL)
        asked: dict[int, Mapping[str, object]] = {
            line.pk: {
                "asked_amount": to_penny(line.current_amount * (100 + percent) / 100),
                "reason": "Pay awards and national insurance",
            }
            for line in request.lines.all()
        }
        asking.save_prices(request, by=owner, revision=0, asked=asked, percent=percent)
        asking.save_section(request, "costs", by=owner, revision=0, answers=COSTS)
        asking.save_section(request, "background", by=owner, revision=0, answers=BACKGROUND)
        asking.submit(request, by=owner, seen=asking.digest_of_draft(request))
    return request


def make_mandate(request: FeeRequest, percent: str, people: FeePeople, day: datetime.date) -> None:
    with moved_to(at(day, 11, 30)):
        proposal = proposing.recommend(
            request,
            by=people.officer,
            seen=negotiating.digest_of_request(request, people.officer),
            percent=Decimal(percent),
            reason="In line with comparable schools and the pay award.",
            decision="Scheme of delegation, children’s services",
        )
    with moved_to(at(day, 15, 30)):
        proposal.agree(by=people.manager, seen=proposal.digest)


def make_offer(request: FeeRequest, percent: str, by: User, day: datetime.date) -> object:
    with moved_to(at(day, 10, 40)):
        return negotiating.offer(
            request,
            by=by,
            seen=negotiating.digest_of_request(request, by),
            percent=Decimal(percent),
            expires_on=day + datetime.timedelta(days=21),
        )


def _agree(provider: Provider, owner: User, people: FeePeople, window: FeeWindow) -> None:
    """9.5 % is asked, accounts are sent, 3 % is offered, 5 % countered, 4 % agreed."""
    year = window.effective_on.year
    request = ask(provider, owner, Decimal("9.5"), datetime.date(year, 1, 20))
    with moved_to(at(datetime.date(year, 2, 3), 9, 30)):
        negotiating.ask_for_information(
            request, by=people.officer, text="Please send us your latest accounts."
        )
    with moved_to(at(datetime.date(year, 2, 10), 14, 5)):
        negotiating.write(request, by=owner, text="The accounts are with Companies House now.")
    make_mandate(request, "4", people, datetime.date(year, 3, 18))
    make_offer(request, "3", people.officer, datetime.date(year, 4, 8))
    make_offer(request, "5", owner, datetime.date(year, 4, 17))
    day = datetime.date(year, 4, 29)
    last = make_offer(request, "4", people.officer, day)
    with moved_to(at(day + datetime.timedelta(days=6), 9, 50)):
        seen = negotiating.digest_of_request(request, owner)
        negotiating.accept(last, by=owner, seen=seen)


def refuse(request: FeeRequest, people: FeePeople, day: datetime.date) -> None:
    with moved_to(at(day, 16, 20)):
        negotiating.refuse(
            request,
            by=people.officer,
            seen=negotiating.digest_of_request(request, people.officer),
            reason="The costs given do not explain the increase.",
        )


def _leave_open(provider: Provider, owner: User, people: FeePeople, window: FeeWindow) -> None:
    """A request of the last window that is still in dispute."""
    year = window.effective_on.year
    request = ask(provider, owner, Decimal("7"), datetime.date(year, 1, 30))
    make_mandate(request, "3", people, datetime.date(year, 3, 25))
    make_offer(request, "2.5", people.officer, datetime.date(year, 5, 6))
    with moved_to(at(datetime.date(year, 5, 20), 12, 10)):
        negotiating.escalate(request, by=owner, reason="We cannot keep therapies at this price.")
