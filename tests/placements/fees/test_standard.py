"""The standard offer: small requests are recommended, approved and offered together."""

import pytest
from zeal import zeal_ignore

from nmiss.base.accounts.models import Proposal
from nmiss.base.core.as_read import ChangedMeanwhile
from nmiss.base.core.lifecycle import NotAllowedNow
from placements.fees import standard
from placements.fees.models import FeeMandate, FeeOffer
from tests.factories import proposals
from tests.factories.fees import a_request, accept, today
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.placements.fees.test_negotiating import fees_on
from tests.seen import seen
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db
PAGE = "/fees/standard/"


@pytest.fixture
def small(provider, place, owner, window):
    """Two providers that ask for 1.5 % and 2 %, the most of the standard route."""
    place(2)
    return [a_request(provider, "1.5", owner=owner), another(2)]


def another(percent):
    other = ProviderFactory()
    PlacementFactory(school=SchoolFactory(provider=other), annual_fee=50_000, starts_on=today(-400))
    owner = ProviderMemberFactory(provider=other, role="owner").user
    return a_request(other, percent, owner=owner)


def references(page):
    return [row[0] for row in page.rows()]


def test_those_above_the_threshold_are_not_among_them(client, small, officer):
    another("2.01")
    client.force_login(officer)

    page = seen(client.get(PAGE))

    assert sorted(references(page)) == sorted(each.reference for each in small)
    assert {tuple(row[2:4]) for row in page.rows()} == {("1.50%", "£1,200"), ("2%", "£1,000")}
    assert "Standard offer for small increases" in client.get("/fees/").text


def test_those_under_the_threshold_of_pounds_are(small, officer, window):
    dear = another(9)
    assert dear not in [each.request for each in standard.standard_requests()]

    dear.window.standard_pounds = 60_000
    found = standard.asking.is_standard(dear, list(dear.lines.all()))

    assert found


def test_all_are_recommended_approved_and_offered_at_once(
    client, small, officer, manager, owner, window
):
    client.force_login(officer)
    with zeal_ignore():  # each request is locked and answered by itself
        page = read_and_send(client, PAGE, {"reason": "Below the rise of pay"}, follow=True)
    assert "2 mandates recommended" in page.text
    assert {row[-1] for row in seen(page).rows()} == {"Mandate recommended"}
    assert seen(page).main.all("textarea") == []

    for proposal in Proposal.objects.all():
        proposals.agree(proposal, by=manager)
    mandates = FeeMandate.objects.order_by("percent").values_list("percent", "pounds_a_year")
    assert list(mandates) == [(1.5, 1_200), (2, 1_000)]
    day = today(20).isoformat()
    with zeal_ignore():
        page = read_and_send(client, f"{PAGE}offer/", {"expires_on": day}, follow=True)

    assert "2 offers made" in page.text
    assert "No request on the standard route waits" in page.text
    assert {(each.percent, each.expires_on) for each in FeeOffer.objects.all()} == {
        (None, today(20))
    }
    accept(small[0].offers.get(), by=owner)
    assert set(fees_on(window.effective_on)) == {40_600, 50_000}


def test_nothing_is_offered_without_the_approval_of_a_second_person(client, small, officer):
    seen_now = standard.digest_of_list(standard.standard_requests())

    with pytest.raises(NotAllowedNow, match="no request to offer"):
        standard.offer_all(by=officer, seen=seen_now, expires_on=today(20))

    assert not FeeOffer.objects.exists()


def test_what_changed_meanwhile_is_read_first(small, officer, owner):
    seen_before = standard.digest_of_list(standard.standard_requests())
    another(1)

    with pytest.raises(ChangedMeanwhile, match="was changed after you opened this page"):
        standard.recommend_all(by=officer, seen=seen_before, reason="Small")

    assert not Proposal.objects.exists()
