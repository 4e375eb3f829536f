"""A refusal by the pages: every price stays, and the ledger and its report say what it avoided."""

import datetime
from decimal import Decimal

import pytest
from zeal import zeal_context

from nmiss.base.core import clock
from nmiss.base.core.days import academic_year_of
from nmiss.base.core.money import to_penny
from placements.fees import outcomes
from placements.models import Charge, CostAvoidance, PriceLine
from tests.factories.fees import a_request

pytestmark = pytest.mark.django_db


def test_leaves_every_price_and_comes_into_the_report(
    provider, place, owner, officer, client, window
):
    """Two of £40,000 ask 10 %: £4,000 each are avoided, for the days left of the academic year."""
    place()
    request = a_request(provider, "10", owner=owner)
    client.force_login(officer)
    with zeal_context():
        form = client.get(f"/fees/{request.pk}/refuse/").context_data["form"]
        given = {name: form[name].value() or "" for name in form.fields}
        given["reason"] = "Comparable schools ask less."
        client.post(f"/fees/{request.pk}/refuse/", given)
        page = client.get(f"/fees/{request.pk}/")

    assert "must still pay the fees" in page.text
    assert "Comparable schools ask less." in page.text
    assert not PriceLine.objects.exists()
    on = window.effective_on
    assert sorted(Charge.objects.on(on).values_list("cost_a_year", flat=True)) == [40_000] * 2

    with clock.at(clock.noon(on)):
        outcomes.write_savings(on)
    year = academic_year_of(on)
    end = datetime.date(year + 1, 8, 31)
    days, of_year = (end - on).days + 1, (end - datetime.date(year, 8, 31)).days
    each = to_penny(Decimal(4_000) * days / of_year)
    rows = CostAvoidance.objects.values_list("agreed", "avoided", "saved", "is_refused")
    assert list(rows) == [(40_000, each, 0, True)] * 2
    report = client.get("/reports/cost-avoidance/", {"academic_year": year})
    assert f"£{2 * each:,.2f}".removesuffix(".00") in report.text
