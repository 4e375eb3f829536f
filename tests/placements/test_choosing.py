"""A school is chosen: by an offer, a duty to admit or an order, and off the DPS by two people."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from contracts.models import Membership
from nmiss.base.accounts.models import Proposal, Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from placements import choosing
from placements.models import Case, CaseStatus, Consultation, SchoolChoice
from tests.factories.accounts import UserFactory
from tests.factories.appeals import an_order
from tests.factories.consultations import (
    BASE,
    REFUSAL,
    a_consultation,
    a_reply,
    a_school_with_people,
    choose,
)
from tests.factories.contracts import the_dps
from tests.outbox import messages
from tests.tokens import read_and_send, seen_in

pytestmark = pytest.mark.django_db
DUTY = {"section_41": "approved"}


@pytest.fixture
def officer(client):
    person = UserFactory(role=Role.PLACEMENTS)
    client.force_login(person)
    return person


def join(school):
    """Have it in lot 1 of the DPS."""
    lot = the_dps().lots.get(number=1)
    day = datetime.date(2022, 9, 1)
    Membership.objects.create(school=school, lot=lot, provider=school.provider, admitted_on=day)


def asked(officer, *, member=True, case=None, **facts):
    """A school that was consulted, and its owner."""
    school, owner = a_school_with_people(**facts)
    if member:
        join(school)
    consultation = a_consultation(by=officer, school=school, case=case)
    return consultation, owner


def time_is_over(consultation, monkeypatch):
    late = consultation.due_on + datetime.timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *_: late)


def status_of(case):
    return Case.objects.with_status().get(pk=case.pk).status


def page(name, *args):
    return reverse(f"placements:{name}", args=args)


class TestAcceptAnOffer:
    def test_places_the_child_and_tells_every_school(self, officer):
        chosen, owner = asked(officer)
        other, other_owner = asked(officer, case=chosen.case)
        a_reply(chosen, by=owner)

        choice = choose(chosen, by=officer)

        assert status_of(chosen.case) == CaseStatus.PLACED
        assert (choice.is_on_dps, choice.reply) == (True, chosen.reply)
        ends = dict(Consultation.objects.values_list("pk", "close_reason"))
        assert ends == {chosen.pk: "chosen", other.pk: "placed"}
        assert messages(to=owner.email, holding="chosen your school")
        assert messages(to=other_owner.email, holding="placed elsewhere")

    def test_no_letter_and_no_line_of_the_ledger_says_who_or_why(self, officer):
        chosen, owner = asked(officer)
        a_reply(chosen, by=owner)
        choose(chosen, by=officer, directed="preference", reason="Her brother is there")

        letters = str([each.payload for each in OutboxMessage.objects.all()])
        ledger = str(list(AuditEvent.objects.values()))

        assert chosen.case.child.reference not in letters
        assert "brother" not in letters + ledger

    def test_happens_once(self, officer):
        chosen, owner = asked(officer)
        other, other_owner = asked(officer, case=chosen.case)
        a_reply(chosen, by=owner), a_reply(other, by=other_owner)
        choose(chosen, by=officer)

        other.refresh_from_db()
        with pytest.raises(NotAllowedNow, match="closed"):
            choose(other, by=officer)
        with acting_for(officer), pytest.raises(IntegrityError), transaction.atomic():
            SchoolChoice.objects.create(
                case=chosen.case,
                consultation=other,
                reply=other.reply,
                is_on_dps=True,
                chosen_by=officer,
            )

    def test_the_chosen_school_still_reads_of_the_child(self, client, officer):
        chosen, owner = asked(officer)
        other, other_owner = asked(officer, case=chosen.case)
        a_reply(chosen, by=owner)
        choose(chosen, by=officer)

        client.force_login(owner)
        text = client.get(page("consultation_detail", chosen.pk)).text
        assert "We have chosen your school" in text
        assert "Likes trains" in text
        assert "Change reply" not in text
        client.force_login(other_owner)
        assert "Likes trains" not in client.get(page("consultation_detail", other.pk)).text


class TestWithoutAnOffer:
    def test_a_school_without_a_duty_must_offer_first(self, officer, monkeypatch):
        consultation, owner = asked(officer)
        a_reply(consultation, by=owner, prices=(), **REFUSAL)
        time_is_over(consultation, monkeypatch)

        with pytest.raises(NotAllowedNow, match="has no duty to admit"):
            choose(consultation, by=officer, reason="We need it")
        assert not SchoolChoice.objects.exists()

    @pytest.mark.parametrize("duty", [DUTY, {"kind": "8"}])
    def test_a_school_with_a_duty_is_named_once_it_has_replied(self, officer, duty):
        consultation, owner = asked(officer, **duty)
        with pytest.raises(NotAllowedNow, match="to reply"):
            choose(consultation, by=officer, reason="It can meet the need")
        a_reply(consultation, by=owner, prices=(), **REFUSAL)

        choice = choose(consultation, by=officer, reason="It can meet the need")

        assert choice.reply.kind == "no_capacity"

    def test_or_once_its_time_is_over(self, officer, monkeypatch):
        consultation, _ = asked(officer, **DUTY)
        monkeypatch.setattr(timezone, "localdate", lambda *_: consultation.due_on)

        assert choose(consultation, by=officer, reason="No reply came").reply is None

    @pytest.mark.parametrize("directed", ["tribunal", "preference"])
    @pytest.mark.parametrize("member", [True, False])
    def test_nothing_stands_in_the_way_of_what_is_directed(self, officer, directed, member):
        consultation, _ = asked(officer, member=member)
        an_order(consultation.case, by=officer)

        choice = choose(consultation, by=officer, directed=directed, reason="Order of 2 November")

        assert (choice.directed, choice.is_on_dps) == (directed, member)
        assert not Proposal.objects.exists()


@pytest.mark.parametrize("outcome", ["", "dismissed", "withdrawn", "mistake"])
def test_what_the_tribunal_ordered_has_its_order_on_record(officer, outcome):
    consultation, _ = asked(officer)
    if outcome:
        an_order(consultation.case, by=officer, outcome=outcome)
    given = {"by": officer, "directed": "tribunal", "reason": "Order of 2 November"}
    with pytest.raises(NotAllowedNow, match="No order of the tribunal is on record"):
        choose(consultation, **given)
    forged = {"directed": "tribunal", "is_on_dps": True, "reason": "Order", "chosen_by": officer}
    with (
        pytest.raises(InternalError, match="has its order on record"),
        transaction.atomic(),
        acting_for(officer),
    ):
        SchoolChoice.objects.create(consultation=consultation, case=consultation.case, **forged)


class TestOffTheDps:
    @pytest.fixture
    def outside(self, officer):
        consultation, owner = asked(officer, member=False)
        a_reply(consultation, by=owner)
        return consultation

    def propose(self, consultation, officer):
        return choose(
            consultation, by=officer, off_dps_reason="need", reason="None takes this need"
        )

    def test_takes_a_reason_code(self, outside, officer):
        with pytest.raises(NotAllowedNow, match="is not on the DPS"):
            choose(outside, by=officer, reason="It is nice")

    def test_takes_a_manager(self, outside, officer):
        manager = UserFactory(role=Role.MANAGER)

        proposal = self.propose(outside, officer)
        assert status_of(outside.case) == CaseStatus.OFFER
        proposal.agree(by=manager, seen=proposal.digest)

        choice = SchoolChoice.objects.get()
        assert (choice.proposal, choice.chosen_by) == (proposal, manager)
        assert (choice.is_on_dps, choice.off_dps_reason) == (False, "need")
        assert status_of(outside.case) == CaseStatus.PLACED

    @pytest.mark.parametrize("role", [Role.PLACEMENTS, Role.OFFICER, Role.AUDITOR])
    def test_nobody_else_agrees(self, outside, officer, role):
        proposal = self.propose(outside, officer)

        with pytest.raises(NotAllowedNow):
            proposal.agree(by=UserFactory(role=role), seen=proposal.digest)
        assert not SchoolChoice.objects.exists()

    def test_a_declined_one_chooses_nothing(self, outside, officer):
        self.propose(outside, officer).decline(
            by=UserFactory(role=Role.MANAGER), reason="Ask Ash Grove first"
        )

        outside.refresh_from_db()
        assert outside.is_open

    def test_cannot_be_agreed_once_another_school_is_chosen(self, outside, officer):
        proposal = self.propose(outside, officer)
        member, owner = asked(officer, case=outside.case)
        a_reply(member, by=owner)
        choose(member, by=officer)

        with pytest.raises(NotAllowedNow, match="closed"):
            proposal.agree(by=UserFactory(role=Role.MANAGER), seen=proposal.digest)

    def test_its_letter_names_no_child(self, outside, officer):
        manager = UserFactory(role=Role.MANAGER)

        self.propose(outside, officer)

        (letter,) = messages(to=manager.email)
        assert outside.case.child.reference not in str(letter.payload)
        assert "None takes this need" not in str(letter.payload)

    @pytest.mark.parametrize("code", ["need", "place"])
    def test_the_database_refuses_one_that_no_manager_agreed_to(self, outside, officer, code):
        proposal = self.propose(outside, officer)
        given = {"case": outside.case, "consultation": outside, "reply": outside.reply}
        given |= {"is_on_dps": False, "off_dps_reason": code, "chosen_by": officer}

        for approval in (None, proposal):
            with (
                acting_for(officer),
                pytest.raises((IntegrityError, InternalError)),
                transaction.atomic(),
            ):
                SchoolChoice.objects.create(**given, proposal=approval)

    def test_an_approval_for_one_reason_is_none_for_another(self, outside, officer):
        proposal = self.propose(outside, officer)
        manager = UserFactory(role=Role.MANAGER)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("placements.proposing.choose_as_agreed", lambda *_, **__: None)
            proposal.agree(by=manager, seen=proposal.digest)

        with acting_for(manager), pytest.raises(InternalError, match="manager"):
            SchoolChoice.objects.create(
                case=outside.case,
                consultation=outside,
                reply=outside.reply,
                is_on_dps=False,
                off_dps_reason="cost",
                proposal=proposal,
                chosen_by=manager,
            )

    def test_an_approval_of_one_reply_is_none_of_another(self, outside, officer):
        proposal, manager = self.propose(outside, officer), UserFactory(role=Role.MANAGER)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("placements.proposing.choose_as_agreed", lambda *_, **__: None)
            proposal.agree(by=manager, seen=proposal.digest)

        with acting_for(manager), pytest.raises(InternalError, match="manager"):
            SchoolChoice.objects.create(
                case=outside.case,
                consultation=outside,
                reply=None,
                is_on_dps=False,
                off_dps_reason="need",
                reason="None takes this need",
                proposal=proposal,
                chosen_by=manager,
            )


class TestAnotherReplyMeanwhile:
    """A school changes its price between reading and choosing, or before a manager agrees."""

    DEARER = BASE | {"amount": Decimal("999999.00")}

    def test_is_not_chosen_unread(self, client, officer):
        consultation, owner = asked(officer)
        a_reply(consultation, by=owner)
        address = page("school_choose", consultation.pk)
        opened = client.get(address)
        assert "£61,184 a year, quantity 1, paid by education" in opened.text
        a_reply(consultation, by=owner, prices=(self.DEARER,))

        shown = client.post(address, {"directed": ""} | seen_in(opened))

        assert "This offer was changed after you opened this page. Read it again." in shown.text
        assert "£999,999 a year" in shown.text
        assert not SchoolChoice.objects.exists()
        client.post(address, {"directed": ""} | seen_in(shown))
        assert SchoolChoice.objects.get().reply.cost_a_year == 999_999

    def test_is_not_what_a_manager_agreed_to(self, client, officer):
        outside, owner = asked(officer, member=False)
        a_reply(outside, by=owner)
        proposal = choose(outside, by=officer, off_dps_reason="need", reason="None takes this")
        client.force_login(UserFactory(role=Role.MANAGER))
        agree = reverse("accounts:proposal_agree", args=[proposal.pk])
        opened = client.get(agree)
        for words in ("for £61,184 a year", "Base education", "1 September 2027"):
            assert words in opened.text
        a_reply(outside, by=owner, prices=(self.DEARER,))

        refused = client.post(agree, seen_in(opened))

        assert "sent reply" in refused.text
        assert "after this proposal" in refused.text
        assert not SchoolChoice.objects.exists()
        with acting_for(officer), pytest.raises(NotAllowedNow, match="after this proposal"):
            choosing.choose_as_agreed(proposal, by=officer)


class TestPages:
    def test_an_offer_of_a_member_is_accepted_by_one_button(self, client, officer):
        consultation, owner = asked(officer)
        a_reply(consultation, by=owner)

        response = read_and_send(client, page("school_choose", consultation.pk), {"directed": ""})

        assert response.headers["Location"] == page("consultation_detail", consultation.pk)
        assert SchoolChoice.objects.get().chosen_by == officer

    @pytest.mark.parametrize(
        ("given", "field", "words"),
        [
            ({}, "reason", "Enter why"),
            ({"reason": "Near"}, "off_dps_reason", "not on the DPS"),
            ({"reason": "Near", "off_dps_reason": "whim"}, "off_dps_reason", "choose from"),
            ({"directed": "tribunal"}, "reason", "Enter why"),
        ],
    )
    def test_says_what_is_missing_and_chooses_nothing(self, client, officer, given, field, words):
        consultation, owner = asked(officer, member=False)
        a_reply(consultation, by=owner)

        response = client.post(page("school_choose", consultation.pk), given)

        assert words in str(response.context_data["form"].errors[field])
        assert not SchoolChoice.objects.exists()
        assert not Proposal.objects.exists()

    def test_shows_the_manager_what_dps_schools_said(self, client, officer):
        outside, owner = asked(officer, member=False)
        a_reply(outside, by=owner)
        asked(officer, case=outside.case, name="Birch House")
        given = {"reason": "No place", "off_dps_reason": "place"}
        read_and_send(client, page("school_choose", outside.pk), given)

        client.force_login(UserFactory(role=Role.MANAGER))
        text = client.get(page("consultation_detail", outside.pk)).text

        assert "Birch House" in text
        assert f"Proposal {Proposal.objects.get().pk}" in text

    def test_says_beforehand_why_it_needs_an_order(self, client, officer):
        consultation, _ = asked(officer)

        text = client.get(page("school_choose", consultation.pk)).text

        assert "has no duty to admit" in text

    def test_a_closed_consultation_is_not_chosen(self, client, officer):
        consultation, _ = asked(officer)
        consultation.close(by=officer, reason="withdrawn")

        assert client.get(page("school_choose", consultation.pk)).status_code == 409
