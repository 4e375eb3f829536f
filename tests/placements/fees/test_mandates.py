"""The mandate: up to how much may be agreed, by whom it is given, and what exceeds it."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError
from django.utils import timezone

from contracts.models import Lot
from nmiss.base.accounts.models import Proposal
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from placements.fees.models import FeeMandate, PriceList
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
    submit,
    today,
)
from tests.factories.prices import a_base
from tests.tokens import seen_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("window")]


def page_of(request, part=""):
    return f"/fees/{request.pk}/{part}"


@pytest.fixture
def request_(provider, place, owner):
    place()
    return a_request(provider, owner=owner)


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
