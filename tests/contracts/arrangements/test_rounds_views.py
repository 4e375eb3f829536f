"""The pages of a round."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.models import (
    Application,
    Round,
    Vehicle,
)
from nmiss.base.accounts.models import Proposal
from nmiss.base.core.clock import noon
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from tests.contracts.arrangements.pages import DAY, get, post, taken
from tests.factories.accounts import UserFactory
from tests.factories.contracts import (
    RoundFactory,
    opened,
    received,
)
from tests.factories.providers import ProviderMemberFactory
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db


class TestRoundDetail:
    def test_counts_places_of_opened_applications_only(self, client, officer):
        round_ = RoundFactory(closed=True, opens_at=timezone.now() - 40 * DAY)
        school = {"urn": 900001, "name": "Ash Grove", "needs": ["ASD", "SEMH"], "places": 5}
        for make in (opened, received):
            application = make({"lots": [1], "schools": [school]})
            Application.objects.filter(pk=application.pk).update(round=round_)

        answer = client.get(reverse("contracts:round_detail", args=[round_.pk]))

        places = answer.context_data["places"]
        assert [(row.need, row.schools, row.places) for row in places] == [
            ("Autistic spectrum disorder", 1, 5),
            ("Social, emotional and mental health", 1, 5),
        ]
        figures = taken(client, "round-figures", round=round_.pk)
        assert "Need,Autistic spectrum disorder" in figures
        assert "Applications,Decided" in figures

    def test_has_another_officer_agree(self, client, officer):
        round_ = RoundFactory()
        later = timezone.localdate(round_.closes_at) + 3 * DAY
        post(client, "round_extend", round_.pk, closes_on=later, reason="The hub was away.")
        proposal = Proposal.objects.get()
        agree = reverse("accounts:proposal_agree", args=[proposal.pk])
        decline = reverse("accounts:proposal_decline", args=[proposal.pk])

        own = client.post(agree)
        assert reverse("accounts:proposal_withdraw", args=[proposal.pk]) in get(
            client, "round_detail", round_.pk
        )
        client.force_login(UserFactory())
        page = get(client, "round_detail", round_.pk)
        assert agree in page
        assert decline in page
        assert agree in client.get(reverse("accounts:proposal_detail", args=[proposal.pk])).text
        read_and_send(client, agree)

        assert own.status_code == 403
        assert Round.objects.get().closes_at == noon(later)
        assert agree not in get(client, "round_detail", round_.pk)

    def test_says_that_a_round_is_never_shortened(self, client, officer):
        round_ = RoundFactory()
        sooner = timezone.localdate(round_.closes_at) - 3 * DAY

        page = post(client, "round_extend", round_.pk, closes_on=sooner, reason="Away.")

        assert "never shortened" in page.content.decode()

    def test_gives_a_window(self, client, officer):
        round_ = RoundFactory(closed=True)
        provider = ProviderMemberFactory().provider
        until = timezone.localdate() + 3 * DAY
        post(client, "round_window", round_.pk, provider=provider.pk, closes_on=until, reason="Out")
        client.force_login(UserFactory())
        proposal = Proposal.objects.get()
        assert str(provider) in client.get("/").text

        read_and_send(client, reverse("accounts:proposal_agree", args=[proposal.pk]))

        assert round_.recovery_windows.get().proposal == proposal


class TestRoundEdit:
    @pytest.fixture
    def planned(self):
        return RoundFactory(
            planned=True,
            number=1,
            opens_at=noon(datetime.date(2027, 3, 1)),
            closes_at=noon(datetime.date(2027, 3, 31)),
        )

    def test_moves_it(self, client, officer, planned):
        post(client, "round_edit", planned.pk, opens_on="2027-03-02", closes_on="2027-04-01",
             clarifications_on="2027-03-20", evaluation_ends_on="2027-05-01",
             notice_text="Come.")  # fmt: skip

        planned.refresh_from_db()
        assert planned.opens_at == noon(datetime.date(2027, 3, 2))
        assert planned.closes_at == datetime.datetime(2027, 4, 1, 11, tzinfo=datetime.UTC)
        assert planned.clarifications_close_at == noon(datetime.date(2027, 3, 20))
        assert AuditEvent.objects.filter(verb="change").exists()

    @pytest.mark.parametrize(
        ("opens_on", "closes_on", "says"),
        [
            ("2027-03-02", "2027-03-31", "Enter 1 April 2027 or a later day"),
            ("2027-05-03", "2027-07-01", "Round 2 is open from 1 June 2027"),
            ("2020-03-02", "2020-05-31", "Enter an opening that is still to come"),
            ("2028-08-01", "2028-09-05", "The term ends on 31 August 2028"),
            # The regulations of 2015 began a day later: nothing says how long a round was open.
            ("2015-02-25", "2015-02-25", "Enter 26 February 2015 or a later day<"),
            ("2015-02-26", "2015-02-26", "28 March 2015 or a later day: a round is open for 30"),
            ("2099-12-31", "2099-12-31", "Enter 30 January 2100 or a later day"),
        ],
    )
    def test_says_what_to_do(self, client, officer, planned, opens_on, closes_on, says):
        Vehicle.objects.update(initial_ends_on="2028-08-31")
        RoundFactory(
            planned=True,
            number=2,
            opens_at=noon(datetime.date(2027, 6, 1)),
            closes_at=noon(datetime.date(2027, 7, 1)),
        )

        page = post(client, "round_edit", planned.pk, opens_on=opens_on, closes_on=closes_on,
                    clarifications_on=opens_on, evaluation_ends_on="2029-01-01")  # fmt: skip

        assert says in page.content.decode()
        assert Round.objects.get(pk=planned.pk).opens_at == planned.opens_at

    def test_moved_behind_another_leaves_its_queue_to_that(self, officer, planned):
        second = RoundFactory(
            planned=True,
            number=2,
            opens_at=noon(datetime.date(2027, 6, 1)),
            closes_at=noon(datetime.date(2027, 7, 1)),
        )
        waiting = received()
        assert waiting.round == planned

        planned.change(
            by=officer,
            opens_at=noon(datetime.date(2027, 9, 1)),
            closes_at=noon(datetime.date(2027, 10, 1)),
            clarifications_close_at=None,
            evaluation_ends_on=None,
            notice_text="",
        )

        waiting.refresh_from_db()
        assert waiting.round == second

    def test_takes_exactly_30_days_across_the_clock_change(self, client, officer, planned):
        page = post(client, "round_edit", planned.pk, opens_on="2027-03-08", closes_on="2027-04-07")

        assert "Round 1 is changed." in page.content.decode()

    def test_is_closed_once_it_has_opened(self, client, officer):
        round_ = RoundFactory()

        answer = post(client, "round_edit", round_.pk)
        assert (answer.status_code, "is only extended now" in answer.text) == (409, True)
        with pytest.raises(NotAllowedNow, match="only extended"):
            round_.change(by=officer, opens_at=round_.opens_at, closes_at=round_.closes_at,
                          clarifications_close_at=None, evaluation_ends_on=None,
                          notice_text="")  # fmt: skip
