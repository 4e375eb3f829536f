"""The negotiation: offers in a mandate, one thread, new prices in one transaction or none."""

import datetime
import random
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby, pairwise

import pytest
from django.db import IntegrityError, transaction
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
from placements.fees.models import FeeMandate, FeeOffer, FeeRequest, PriceList
from placements.models import Charge, CostAvoidance, PriceLine
from placements.savings.report import savings_of_year
from providers.models import School
from tests.factories import proposals
from tests.factories.extending import an_approval_limit
from tests.factories.fees import (
    a_draft,
    a_mandate,
    a_request,
    accept,
    an_offer,
    asked,
    recommend,
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


class TestTheMandate:
    def test_there_is_no_offer_without_one(self, request_, officer):
        with pytest.raises(NotAllowedNow, match="Recommend one first"):
            an_offer(request_, 3, by=officer)

    def test_above_it_goes_back_for_approval(self, request_, officer, owner, manager):
        a_mandate(request_, 4, officer=officer, manager=manager)

        an_offer(request_, 4, by=officer)
        with pytest.raises(NotAllowedNow, match="above the mandate of 4 %"):
            an_offer(request_, "4.01", by=officer)
        counter = an_offer(request_, 5, by=owner)
        with pytest.raises(NotAllowedNow, match="above the mandate"):
            accept(counter, by=officer)

    def test_holds_for_price_lists_too(self, provider, place, owner, officer, manager, client):
        school, lot = School.objects.get(urn=900001), Lot.objects.get(number=1)
        PriceList.add(school, lot, [a_base(50_000)], by=officer, starts_on=today(-400))
        request = asked(a_draft(provider, by=owner, scope="new"), 3, by=owner)
        submit(request, by=owner)
        proposal = recommend(request, by=officer, percent=Decimal(1), reason="Fair")
        client.force_login(manager)
        page = client.get(f"/proposals/{proposal.pk}/agree/").text
        assert "from £50,000 to £50,500 a year" in page
        proposals.agree(proposal, by=manager)

        for percent in (50, "1.01", None):
            with pytest.raises(NotAllowedNow, match="above the mandate of 1 %"):
                an_offer(request, percent, by=officer)
        counter = an_offer(request, 3, by=owner)
        with pytest.raises(NotAllowedNow, match="above the mandate of 1 %"):
            accept(counter, by=officer)
        accept(an_offer(request, 1, by=officer), by=owner)

        assert PriceList.newest_of(school, lot).lines.get().amount == 50_500

    @pytest.mark.parametrize("side", ["owner", "officer"])
    def test_an_offer_is_accepted_with_the_price_lists_that_were_read(
        self, provider, place, owner, officer, manager, client, side
    ):
        school, lot = School.objects.get(urn=900001), Lot.objects.get(number=1)
        PriceList.add(school, lot, [a_base(50_000)], by=officer, starts_on=today(-400))
        request = asked(a_draft(provider, by=owner, scope="new"), 3, by=owner)
        submit(request, by=owner)
        a_mandate(request, 3, officer=officer, manager=manager)
        reader, other = (owner, officer) if side == "owner" else (officer, owner)
        offer = an_offer(request, 1, by=other)
        page = page_of(request, f"offers/{offer.number}/accept/")
        client.force_login(reader)
        read = client.get(page)
        assert "Base education: from £50,000 to £50,500 a year" in read.text
        PriceList.add(school, lot, [a_base(100)], by=officer, starts_on=today(30))

        anew = client.post(page, seen_in(read), follow=True)

        assert "Base education: from £100 to £101 a year" in anew.text
        assert PriceList.newest_of(school, lot).lines.get().amount == 100
        client.post(page, seen_in(anew))
        assert PriceList.newest_of(school, lot).lines.get().amount == 101

    def test_is_not_recommended_or_refused_on_what_was_not_read(
        self, request_, officer, owner, manager, client
    ):
        a_mandate(request_, 4, officer=officer, manager=manager)
        client.force_login(officer)
        forms = {
            "offer/": {"percent": "3", "expires_on": str(today(9))},
            "refuse/": {"reason": "No evidence"},
            "recommend/": {"percent": "2", "reason": "Fair"},
        }
        opened = {part: client.get(page_of(request_, part)) for part in forms}
        an_offer(request_, 1, by=owner)

        for part, given in forms.items():
            page = client.post(page_of(request_, part), given | seen_in(opened[part]))
            assert "This request was changed after you opened this page" in page.text
            assert next(iter(given.values())) in page.text
        request_.refresh_from_db()
        assert (request_.status, request_.offers.count()) == ("negotiating", 1)

    def test_nobody_approves_what_they_recommended(self, request_, manager):
        proposal = recommend(request_, by=manager, percent=Decimal(4), reason="Fair")

        with pytest.raises(NotAllowedNow):
            proposal.agree(by=manager, seen=proposal.digest)

    def test_the_database_asks_for_two(self, request_, officer):
        with pytest.raises(IntegrityError, match="by_two"), acting_for(officer):
            FeeMandate.objects.create(
                request=request_,
                percent=4,
                pounds_a_year=1,
                reason="Fair",
                recommended_by=officer,
                approved_by=officer,
            )

    def test_above_a_managers_limit_a_decision_is_named(self, request_, officer, manager):
        with pytest.raises(NotAllowedNow, match="reference of the executive decision"):
            recommend(request_, by=officer, percent=Decimal(6), reason="Fair")
        proposal = recommend(
            request_, by=officer, percent=Decimal(6), reason="Fair", decision="26/00012"
        )
        proposal.agree(by=manager, seen=proposal.digest)
        assert request_.mandates.get().decision == "26/00012"

    @pytest.mark.parametrize(
        ("office", "facts", "percent", "says"),
        [
            ("Commissioning manager", {"percent_up_to": 3, "up_to": 9_999}, "3", ""),
            (
                "Commissioning manager",
                {"percent_up_to": 3, "up_to": None},
                "3.01",
                "3%, any amount",
            ),
            ("COMMISSIONING MANAGER", {"percent_up_to": None, "up_to": 1000}, "3", "£1,000 a year"),
            ("Director", {"percent_up_to": 9, "up_to": None}, "1", "0%, £0 a year"),
        ],
    )
    def test_the_scheme_of_delegation_goes_before_the_limits_of_the_window(
        self, request_, officer, manager, office, facts, percent, says
    ):
        """Two prices of £40,000: 3 % more comes to £2,400 a year."""
        percent = Decimal(percent)
        proposal = recommend(request_, by=officer, percent=percent, reason="Fair")
        an_approval_limit(office, matter="fees", by=manager, **facts)
        mandate = {
            **{"request": request_, "percent": percent, "reason": "Fair"},
            **{"pounds_a_year": proposal.data.pounds_a_year, "recommended_by": officer},
        }
        if not says:
            proposal.agree(by=manager, seen=proposal.digest)
            assert request_.mandates.get().percent == 3
            return
        with pytest.raises(NotAllowedNow, match=says):
            proposal.agree(by=manager, seen=proposal.digest)
        now = timezone.now()
        with acting_for(manager), transaction.atomic():
            Proposal.objects.update(decision="agreed", decided_by=manager, decided_at=now)
            with pytest.raises(InternalError, match="there is an executive decision"):
                FeeMandate.objects.create(approved_by=manager, **mandate)
            transaction.set_rollback(True)


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
    assert (dots[0], dots[-1]) == (0, 399)
    assert comparators.thinned([]) == []


@pytest.mark.parametrize(("pay", "percent"), [("70", Decimal("3.53")), ("75", Decimal("3.625"))])
def test_cost_pressure_is_weighted_by_ones_own_shares(pay, percent):
    breakdown = {"teaching_pay": [pay, ""], "premises": [str(100 - int(pay)), ""]}
    rates = {"pay_rate": Decimal("4.1"), "price_rate": Decimal("2.2")}

    assert costs.pressure_of(breakdown, **rates).percent == percent
    assert costs.pressure_of({}, **rates) is None
    assert costs.pressure_of(breakdown, pay_rate=None, price_rate=Decimal(1)) is None


class TestWhatWasFinallyDecided:
    def test_of_an_agreed_request_is_asked_and_agreed_by_placement(
        self, provider, place, owner, officer, manager
    ):
        (placement,) = place(1)
        a_price(placement, by=officer)  # £7,600 a year
        request = a_request(provider, "10", owner=owner)
        a_mandate(request, 5, officer=officer, manager=manager)
        accept(an_offer(request, 5, by=officer), by=owner)
        request.refresh_from_db()

        (final,) = outcomes.final_prices(request)

        assert (final.placement, final.effective_on) == (placement, request.effective_on)
        assert (final.current, final.asked, final.agreed) == (47_600, 52_360, 49_980)
        assert list(FeeRequest.objects.finally_decided(today())) == [request]

    def test_is_in_the_ledger_once_from_the_effective_day(
        self, request_, owner, officer, manager, window
    ):
        a_mandate(request_, 4, officer=officer, manager=manager)
        accept(an_offer(request_, 4, by=officer), by=owner)
        request_.refresh_from_db()

        assert outcomes.write_savings(day_before(window.effective_on)) == 0
        with clock.at(clock.noon(window.effective_on)):
            assert outcomes.write_savings(window.effective_on) == 1
            assert outcomes.write_savings(window.effective_on) == 0

        rows = CostAvoidance.objects.filter(request=request_.reference)
        assert {(row.asked, row.agreed, row.current) for row in rows} == {(43_800, 41_600, 40_000)}
        year_ends = datetime.date(window.academic_year + 1, 8, 31)
        days = (year_ends - window.effective_on).days + 1
        of_year = (year_ends - datetime.date(window.academic_year, 8, 31)).days
        by_hand = (Decimal(2_200) * days / of_year).quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert [row.avoided for row in rows] == [by_hand, by_hand]

    def test_of_a_refused_request_comes_when_no_appeal_can(self, request_, officer):
        refuse(request_, by=officer, reason="No evidence")
        request_.refresh_from_db()

        assert {final.agreed for final in outcomes.final_prices(request_)} == {None}
        last = request_.appeal_by
        assert not FeeRequest.objects.finally_decided(last).exists()
        assert FeeRequest.objects.finally_decided(last + datetime.timedelta(1)).exists()


def test_fees_in_dispute_are_a_possible_liability(request_, officer, owner, manager, client):
    client.force_login(officer)

    def in_dispute():
        with zeal_context():
            return client.get("/fees/").context["in_dispute"]

    assert in_dispute() == {"requests": 1, "more_a_year": 7_600}
    a_mandate(request_, 4, officer=officer, manager=manager)
    accept(an_offer(request_, 4, by=officer), by=owner)
    assert in_dispute() == {"requests": 0, "more_a_year": 0}
    client.force_login(owner)
    assert "In dispute" not in client.get("/fees/").text


def agree(request, percent, *, officer, manager, owner):
    proposal = recommend(
        request, by=officer, percent=Decimal(percent), reason="Fair", decision="26/00012"
    )
    proposal.agree(by=manager, seen=proposal.digest)
    accept(an_offer(request, percent, by=officer), by=owner)


@pytest.mark.parametrize("seed", range(6))
def test_no_gap_or_overlap_in_prices_after_any_moves(
    provider, place, owner, officer, manager, seed
):
    chance = random.Random(seed)
    placements = place(2)
    a_price(placements[0], by=officer, starts_on=today(-300), funder="health")
    placements[1].ended_on = today(chance.choice([150, 199, 200, 250]))
    placements[1].save()
    for how in [*chance.choices(["refuse", "withdraw"], k=chance.randrange(3)), "agree"]:
        percent = chance.choice(["0.5", "3.33", "9.5"])
        request = a_request(provider, percent, owner=owner)
        if how == "agree":
            agree(request, percent, officer=officer, manager=manager, owner=owner)
        elif how == "refuse":
            refuse(request, by=officer, reason="No")
        else:
            negotiating.withdraw(request, by=owner)

    for placement in placements:
        charges = placement.charges.order_by("kind", "funder", "first_on")
        for (kind, _), charged in groupby(charges, key=lambda each: (each.kind, each.funder)):
            follow_each_other(placement, kind, [each for each in charged if counts(each)])


def counts(charge):
    return charge.last_on is None or charge.last_on >= charge.first_on


def follow_each_other(placement, kind, charges):
    for earlier, later in pairwise(charges):
        assert later.first_on == earlier.last_on + datetime.timedelta(1)
    assert charges[-1].last_on == placement.ended_on
    if kind == "base_education":
        assert charges[0].first_on == placement.starts_on
