"""Fee windows, and requests on their way."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.utils import timezone

from nmiss.base.core.days import academic_year_of
from placements.fees import asking, negotiating, proposing
from placements.fees.costs import COSTS
from placements.fees.models import FeeRequest, FeeScope, FeeWindow

DAYS = {
    "opens_on": -30,
    "requests_by": 30,
    "recommend_by": 60,
    "negotiate_until": 90,
    "approve_by": 120,
    "effective_on": 200,
}


def today(days=0):
    return timezone.localdate() + datetime.timedelta(days)


def a_window(**facts):
    """A window that opened a month ago and takes requests for another."""
    days = {name: today(number) for name, number in DAYS.items()} | facts
    window = FeeWindow(academic_year=academic_year_of(days["effective_on"]), **days)
    window.save(force_insert=True)
    return window


def a_draft(provider, *, by, school=None, scope=FeeScope.ALL):
    """A draft of one who writes for the provider."""
    return asking.start(provider, by=by, school=school, scope=scope)


def asked(request, percent, *, by, reason="Pay awards"):
    """Ask the same percentage for every price, with costs and background."""
    percent = Decimal(str(percent))
    lines = list(request.lines.all())
    wanted = {
        line.pk: {
            "asked_amount": (line.current_amount * (100 + percent) / 100).quantize(Decimal("0.01")),
            "reason": reason,
        }
        for line in lines
    }
    asking.save_prices(request, by=by, revision=0, asked=wanted, percent=percent)
    asking.save_section(
        request,
        "costs",
        by=by,
        revision=0,
        answers={key: ["0", "0"] for key in COSTS}
        | {"teaching_pay": ["70000", "73000"], "premises": ["30000", "31000"]},
    )
    answers = dict.fromkeys(("accounts", "reserves", "occupancy", "evidence"), "See our accounts")
    asking.save_section(request, "background", by=by, revision=0, answers=answers)
    return request


def submit(request, *, by):
    """Certify and submit what is in it now, as those below do what they do to it."""
    asking.submit(request, by=by, seen=asking.digest_of_draft(request))


def _as_it_is(request, by):
    return {"by": by, "seen": negotiating.digest_of_request(request, by)}


def accept(offer, *, by):
    negotiating.accept(offer, **_as_it_is(offer.request, by))


def refuse(request, *, by, reason):
    negotiating.refuse(request, **_as_it_is(request, by), reason=reason)


def recommend(request, *, by, **given):
    return proposing.recommend(request, **_as_it_is(request, by), **given)


def a_request(provider, percent="9.5", *, owner, **options) -> FeeRequest:
    """A request that was submitted."""
    request = asked(a_draft(provider, by=owner, **options), percent, by=owner)
    submit(request, by=owner)
    return request


def a_mandate(request, percent, *, officer, manager):
    """A ceiling that one recommended and another approved."""
    proposal = recommend(
        request, by=officer, percent=Decimal(str(percent)), reason="Comparable schools"
    )
    proposal.agree(by=manager, seen=proposal.digest)
    return request.mandates.get()


def an_offer(request, percent, *, by, days=30, **more):
    percent = None if percent is None else Decimal(str(percent))
    asked = {"percent": percent, "expires_on": today(days)} | more
    return negotiating.offer(request, **_as_it_is(request, by), **asked)
