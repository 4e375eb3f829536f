"""The negotiation: offers in a mandate, one thread, new prices in one transaction or none."""

import datetime
from decimal import Decimal

import pytest
from django.db import transaction
from django.db.utils import InternalError
from django.utils import timezone
from zeal import zeal_context

from contracts.models import Lot
from nmiss.base.accounts.models import Proposal
from nmiss.base.core import clock
from nmiss.base.core.acting import acting_for
from nmiss.base.core.days import academic_year_of
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.money import to_penny
from placements.fees import comparators, costs, negotiating, outcomes
from placements.fees.models import FeeOffer, PriceList
from placements.models import Charge, CostAvoidance, PriceLine
from placements.savings.report import savings_of_year
from providers.models import School
from tests.factories import proposals
from tests.factories.fees import (
    a_draft,
    a_mandate,
    a_request,
    accept,
    an_offer,
    asked,
    refuse,
    submit,
    today,
)
from tests.factories.placements import PlacementFactory
from tests.factories.prices import a_base, a_price
from tests.factories.providers import ProviderMemberFactory
from tests.tokens import seen_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("window")]


def page_of(request, part=""):
    return f"/fees/{request.pk}/{part}"


@pytest.fixture
def request_(provider, place, owner):
    place()
    return a_request(provider, owner=owner)


def fees_on(day):
    return sorted(Charge.objects.on(day).values_list("cost_a_year", flat=True))


def day_before(day):
    return day - datetime.timedelta(1)


class TestTheWholeWay:
    def test_forty_prices_change_on_one_day(self, provider, place, owner, officer, manager, window):
        place(40)
        request = a_request(provider, "9.5", owner=owner)
        negotiating.ask_for_information(request, by=officer, text="Please send your accounts.")
        negotiating.write(request, by=owner, text="Here they are.")
        a_mandate(request, 4, officer=officer, manager=manager)
        an_offer(request, 3, by=officer)
        an_offer(request, 5, by=owner)
        last = an_offer(request, 4, by=officer)

        accept(last, by=owner)

        request.refresh_from_db()
        on = window.effective_on
        assert (request.status, request.agreed_percent) == ("agreed", 4)
        assert fees_on(day_before(on)) == [40_000] * 40
        assert fees_on(on) == [41_600] * 40
        assert {line.agreed_amount for line in request.lines.all()} == {41_600}
        assert [offer.number for offer in request.offers.order_by("number")] == [1, 2, 3]

        # By hand: £40,000 × (9.5 % − 4 %) is £2,200 avoided for each of 40, and £1,600 more paid,
        # for the days that are left of an academic year.
        with clock.at(clock.noon(on)):
            outcomes.write_savings(on)
        year = academic_year_of(on)
        end = datetime.date(year + 1, 8, 31)
        share = Decimal((end - on).days + 1) / (end - datetime.date(year, 8, 31)).days
        avoided, saved = (40 * to_penny(each * share) for each in (Decimal(2200), Decimal(1600)))
        found = savings_of_year(year, by=None)
        assert (found.avoided, found.saved) == (avoided, 0)
        assert sum(row.saved for row in CostAvoidance.objects.all()) == -saved

    def test_a_line_ends_the_day_before(self, provider, place, owner, officer, manager, window):
        (placement,) = place(1)
        old = a_price(placement, by=officer, ends_on=window.effective_on + datetime.timedelta(90))
        request = a_request(provider, "10", owner=owner)
        a_mandate(request, 5, officer=officer, manager=manager)

        accept(an_offer(request, 5, by=officer), by=owner)

        until = old.ends_on
        old.refresh_from_db()
        assert old.ends_on == day_before(window.effective_on)
        new = PriceLine.objects.get(kind="therapy_slt", starts_on=window.effective_on)
        assert (new.amount, new.quantity, new.ends_on) == (84, Decimal("2.5"), until)

    def test_who_has_left_by_then_gets_no_new_price(
        self, request_, owner, officer, manager, window
    ):
        line = request_.lines.order_by("pk").first()
        type(line.placement).objects.filter(pk=line.placement_id).update(ended_on=today())
        a_mandate(request_, 5, officer=officer, manager=manager)

        accept(an_offer(request_, 5, by=officer), by=owner)

        assert fees_on(window.effective_on) == [42_000]
        assert "ends before" in request_.lines.get(pk=line.pk).outcome

    def test_nothing_is_written_where_a_price_was_changed_since(
        self, request_, owner, officer, manager
    ):
        a_mandate(request_, 5, officer=officer, manager=manager)
        offer = an_offer(request_, 5, by=officer)
        placement = request_.lines.order_by("-pk").first().placement
        facts = {"unit": "year", "quantity": Decimal(1), "amount": Decimal(41_000)}
        a_price(placement, by=officer, kind="base_education", starts_on=today(), **facts)

        with pytest.raises(NotAllowedNow, match="was changed since"):
            accept(offer, by=owner)

        request_.refresh_from_db()
        assert request_.status == "negotiating"
        assert PriceLine.objects.count() == 1

    def test_the_price_list_follows(self, provider, place, owner, officer, manager, window):
        school, lot = School.objects.get(urn=900001), Lot.objects.get(number=1)
        PriceList.add(
            school, lot, [a_base("61184.50")], by=officer, starts_on=datetime.date(2024, 9, 1)
        )
        place()
        request = a_request(provider, owner=owner)
        a_mandate(request, 4, officer=officer, manager=manager)

        accept(an_offer(request, 4, by=officer), by=owner)

        newest = PriceList.newest_of(school, lot)
        assert newest.starts_on == window.effective_on
        assert newest.lines.get().amount == Decimal("63631.88")

    def test_new_placements_alone_change_the_list_alone(
        self, provider, place, owner, officer, manager, window
    ):
        school, lot = School.objects.get(urn=900001), Lot.objects.get(number=1)
        PriceList.add(school, lot, [a_base(50_000)], by=officer, starts_on=today(-400))
        place()
        request = asked(a_draft(provider, by=owner, scope="new"), 6, by=owner)
        submit(request, by=owner)
        a_mandate(request, 3, officer=officer, manager=manager)

        accept(an_offer(request, 3, by=officer), by=owner)

        assert PriceList.newest_of(school, lot).lines.get().amount == 51_500
        assert not PriceLine.objects.exists()

    def test_refused_every_price_is_as_it_was(self, request_, officer, owner, client, window):
        refuse(request_, by=officer, reason="No evidence")

        request_.refresh_from_db()
        assert request_.status == "refused"
        assert not PriceLine.objects.exists()
        assert fees_on(window.effective_on) == [40_000, 40_000]
        client.force_login(owner)
        text = client.get(page_of(request_)).text
        assert "must still pay the fees" in text
        assert "section 63" in text
        letter = client.get(page_of(request_, "letter.pdf"))
        assert letter.content.startswith(b"%PDF")
        name = f"fees-{request_.reference}.pdf"
        assert letter["Content-Disposition"].startswith(f'attachment; filename="{name}"')

    def test_an_appeal_is_had_once(self, request_, officer, owner):
        refuse(request_, by=officer, reason="No evidence")
        negotiating.appeal(request_, by=owner, text="Here is the evidence")
        refuse(request_, by=officer, reason="Still not enough")

        with pytest.raises(NotAllowedNow, match="once already"):
            negotiating.appeal(request_, by=owner, text="Again")


class TestOffers:
    def test_an_expired_one_is_not_accepted(self, request_, officer, owner, manager):
        a_mandate(request_, 4, officer=officer, manager=manager)
        offer = an_offer(request_, 4, by=officer, days=1)
        later = timezone.now() + datetime.timedelta(days=3)
        facts = {"accepted_by": owner, "accepted_at": timezone.now()}

        with clock.at(later):
            with pytest.raises(NotAllowedNow, match="This offer expired"):
                accept(offer, by=owner)
            with pytest.raises(InternalError, match="expired"), acting_for(owner):
                FeeOffer.objects.filter(pk=offer.pk).update(**facts)

    def test_one_that_was_superseded_is_not_accepted(self, request_, officer, owner, manager):
        a_mandate(request_, 4, officer=officer, manager=manager)
        first = an_offer(request_, 3, by=officer)
        an_offer(request_, 5, by=owner)

        with pytest.raises(NotAllowedNow, match="Offer 2 was made since"):
            accept(first, by=owner)

    def test_ones_own_is_not_accepted(self, request_, officer, manager):
        a_mandate(request_, 4, officer=officer, manager=manager)
        offer = an_offer(request_, 3, by=officer)

        with pytest.raises(NotAllowedNow, match="The other side"):
            accept(offer, by=manager)

    def test_one_is_good_while_information_was_asked_for_and_given(
        self, request_, officer, owner, manager
    ):
        a_mandate(request_, 4, officer=officer, manager=manager)
        offer = an_offer(request_, 4, by=officer)
        negotiating.ask_for_information(request_, by=officer, text="Accounts?")
        negotiating.write(request_, by=owner, text="Here")

        accept(offer, by=owner)

        request_.refresh_from_db()
        assert request_.status == "agreed"

    def test_the_second_of_two_officers_is_refused(self, request_, officer, manager):
        stale = type(request_).objects.get(pk=request_.pk)
        refuse(request_, by=officer, reason="No evidence")

        with pytest.raises(NotAllowedNow, match="refused"):
            refuse(stale, by=manager, reason="Too much")

    def test_the_database_changes_none(self, request_, officer, manager):
        a_mandate(request_, 4, officer=officer, manager=manager)
        an_offer(request_, 3, by=officer)

        with pytest.raises(InternalError, match="stays as it was made"), transaction.atomic():
            FeeOffer.objects.update(percent=1)


class TestThePage:
    def test_both_sides_see_one_thread_and_notes_stay_inside(
        self, request_, officer, owner, client
    ):
        client.force_login(officer)
        client.post(page_of(request_, "information/"), {"text": "Please send your accounts."})
        client.post(page_of(request_, "note/"), {"text": "Their reserves are high."})
        council = client.get(page_of(request_)).text
        client.force_login(owner)
        client.post(page_of(request_, "write/"), {"text": "Here they are."})
        provider = client.get(page_of(request_)).text

        assert "Their reserves are high." in council
        for text in ("Please send your accounts.", "Here they are."):
            assert text in provider
        assert "Their reserves are high." not in provider
        assert "For the council only" not in provider
        request_.refresh_from_db()
        assert request_.status == "received"

    def test_the_whole_way_by_the_pages(self, request_, officer, owner, manager, client, window):
        def at(method, part="", **given):
            with zeal_context():
                carried = seen_in(client.get(page_of(request_, part))) if method == "post" else {}
            return getattr(client, method)(page_of(request_, part), given | carried)

        client.force_login(officer)
        at("post", "recommend/", percent="4", reason="Fair")
        assert "Approve or decline" in at("get").text
        proposals.agree(Proposal.objects.get(), by=manager)
        assert "Make offer" in at("get", "offer/").text
        at("post", "offer/", percent="4", expires_on=today(20).isoformat())
        client.force_login(owner)
        assert "Accept offer 1" in at("get").text
        at("post", "offers/1/accept/")

        assert fees_on(window.effective_on) == [41_600, 41_600]
        assert at("get", "letter.pdf").content.startswith(b"%PDF")

    @pytest.mark.parametrize("who", ["officer", "owner"])
    def test_offers_are_shown_as_they_stand(self, request_, officer, owner, manager, client, who):
        a_mandate(request_, 4, officer=officer, manager=manager)
        an_offer(request_, 2, by=officer)
        an_offer(request_, 5, by=owner)
        refused = an_offer(request_, 3, by=officer, days=1)
        client.force_login({"officer": officer, "owner": owner}[who])

        def states():
            with zeal_context():
                offers = client.get(page_of(request_)).context["offers"]
            return [state for _, state in offers]

        assert states() == ["open", "superseded", "superseded"]
        with clock.at(timezone.now() + datetime.timedelta(days=3)):
            assert states()[0] == "expired"
        accept(refused, by=owner)
        assert states() == ["accepted", "superseded", "superseded"]

    def test_comparators_are_those_of_other_schools(self, request_, officer, client, place):
        for fee in (30_000, 50_000, 70_000):
            PlacementFactory(annual_fee=fee, starts_on=datetime.date(2024, 9, 1))
        lines = list(request_.lines.with_placements())

        (spread,) = comparators.spreads_of(lines, request_.effective_on)

        own, on_dps, off_dps = spread.rows
        assert (own.count, on_dps.count, off_dps.count) == (2, 0, 3)
        assert (off_dps.low, off_dps.middle, off_dps.high) == (40_000, 50_000, 60_000)
        client.force_login(officer)
        text = client.get(page_of(request_)).text
        assert "None is in force" in text
        assert "£50,000" in text

    def test_another_provider_sees_nothing(self, request_, client):
        client.force_login(ProviderMemberFactory(role="owner").user)

        assert client.get(page_of(request_)).status_code == 404
        assert client.get(page_of(request_, "offer/")).status_code == 404


def test_a_picture_shows_few_dots_from_the_lowest_to_the_highest():
    dots = comparators.thinned([Decimal(number) for number in range(401)])

    assert len(dots) <= comparators.MOST_DOTS
    assert (dots[0], dots[-1]) == (0, 400)
    assert comparators.thinned([]) == []


def test_the_picture_says_the_median_of_the_table():
    prices = [Decimal(number * number) for number in range(250)]
    spread = comparators.Spread("ASD", "secondary", "day", [], prices, [])

    words = [row[2] for row in spread.picture.rows()]

    assert words == ["On the DPS: median £15,500", "Not on the DPS"]
    assert spread.rows[1].middle == Decimal("15500.50")


@pytest.mark.parametrize(("pay", "percent"), [("70", Decimal("3.53")), ("75", Decimal("3.625"))])
def test_cost_pressure_is_weighted_by_ones_own_shares(pay, percent):
    breakdown = {"teaching_pay": [pay, ""], "premises": [str(100 - int(pay)), ""]}
    rates = {"pay_rate": Decimal("4.1"), "price_rate": Decimal("2.2")}

    assert costs.pressure_of(breakdown, **rates).percent == percent
    assert costs.pressure_of({}, **rates) is None
    assert costs.pressure_of(breakdown, pay_rate=None, price_rate=Decimal(1)) is None
