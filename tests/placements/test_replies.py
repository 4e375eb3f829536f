"""A school’s reply: written by its people, sent as it was read, and never changed."""

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.utils import timezone

from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from placements.models import (
    Case,
    CaseStatus,
    Consultation,
    ConsultationReply,
    OfferedPrice,
)
from tests.factories.consultations import (
    BASE,
    REFUSAL,
    a_consultation,
    a_draft,
    a_file,
    a_reply,
    a_school_with_people,
)
from tests.factories.providers import ProviderMemberFactory
from tests.outbox import messages

pytestmark = pytest.mark.django_db


def standing_of(consultation, on=None):
    found = Consultation.objects.with_answer().get(pk=consultation.pk)
    return found.standing(on or timezone.localdate())


@pytest.fixture
def asked():
    """A school that is being consulted, and its owner."""
    school, owner = a_school_with_people(name="Ash Grove School")
    return a_consultation(school=school), owner


def status_of(case):
    return Case.objects.with_status().get(pk=case.pk).status


class TestReply:
    def test_an_offer_is_an_offer_in_hand(self, asked):
        consultation, owner = asked

        reply = a_reply(consultation, by=owner)

        assert standing_of(consultation) == "offer"
        assert status_of(consultation.case) == CaseStatus.OFFER
        assert str(reply.cost_a_year) == "61184.00"

    def test_gives_a_receipt_and_tells_who_asked(self, asked):
        consultation, owner = asked
        colleague = ProviderMemberFactory(provider=consultation.school.provider).user

        reply = a_reply(consultation, by=owner)

        for person in (owner, colleague):
            (receipt,) = messages(to=person.email, subject="Receipt")
            assert f"number is {reply.pk}" in receipt.payload["body"]
        assert messages(to=consultation.sent_by.email, subject="A school has replied")

    def test_the_last_one_counts(self, asked):
        consultation, owner = asked
        a_reply(consultation, by=owner)

        a_reply(consultation, by=owner, prices=(), kind="withdrawn")

        assert standing_of(consultation) == "withdrawn"
        assert status_of(consultation.case) == CaseStatus.CONSULTING
        assert consultation.replies.sent().count() == 2

    def test_two_who_write_do_not_overwrite_each_other(self, asked):
        consultation, owner = asked
        colleague = ProviderMemberFactory(provider=consultation.school.provider).user
        a_draft(consultation, by=owner)

        with pytest.raises(NotAllowedNow, match=f"{owner} saved this reply"):
            a_draft(consultation, by=colleague, revision=0, kind="no_capacity")
        assert consultation.draft.kind == "offer"
        a_draft(consultation, by=colleague, revision=1, kind="no_capacity")
        assert consultation.draft.kind == "no_capacity"

    def test_is_sent_as_it_was_read(self, asked):
        consultation, owner = asked
        draft = a_draft(consultation, by=owner)
        a_draft(consultation, by=owner, revision=1)

        with pytest.raises(NotAllowedNow, match="after you opened it"):
            draft.send(by=owner, revision=1)
        assert consultation.reply is None

    @pytest.mark.parametrize(
        ("facts", "prices", "words"),
        [
            ({"kind": ""}, (BASE,), "Choose an answer"),
            ({}, (), "Enter the price"),
            ({"starts_on": None}, (BASE,), "Enter the earliest start"),
            ({"kind": "offer_with_conditions"}, (BASE,), "Enter the conditions"),
            (REFUSAL | {"evidence": None}, (), "Give the evidence"),
            (REFUSAL | {"evidence": None, "kind": "cannot_meet_need"}, (), "Give the evidence"),
            (REFUSAL | {"evidence": None, "kind": "unsuitable_peers"}, (), "Give the evidence"),
        ],
    )
    def test_is_whole_or_is_not_sent(self, asked, facts, prices, words):
        consultation, owner = asked
        draft = a_draft(consultation, by=owner, prices=prices, **facts)

        with pytest.raises(NotAllowedNow, match=words):
            draft.send(by=owner, revision=1)
        rows = ConsultationReply.objects.filter(pk=draft.pk)
        with (
            acting_for(owner),
            pytest.raises((IntegrityError, InternalError), match=r"offer|something|condition|evid"),
            transaction.atomic(),
        ):
            rows.update(sent_at=timezone.now(), sent_by=owner)

    def test_leaves_out_what_does_not_go_with_the_answer(self, asked):
        consultation, owner = asked

        reply = a_reply(consultation, by=owner, **REFUSAL | {"conditions": "Not this year"})

        assert reply.conditions is None
        assert not reply.prices.exists()

    def test_what_is_sent_never_changes(self, asked):
        consultation, owner = asked
        reply = a_reply(consultation, by=owner)

        for change in (
            lambda: ConsultationReply.objects.filter(pk=reply.pk).update(kind="withdrawn"),
            lambda: ConsultationReply.objects.filter(pk=reply.pk).delete(),
            lambda: OfferedPrice.objects.filter(reply=reply).update(weeks=39),
            lambda: OfferedPrice.objects.filter(reply=reply).delete(),
            lambda: OfferedPrice.of(reply, **BASE | {"kind": "exams"}).save(),
        ):
            with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
                change()

    def test_nobody_sends_in_another_persons_name(self, asked):
        consultation, owner = asked
        draft = a_draft(consultation, by=owner)

        rows = ConsultationReply.objects.filter(pk=draft.pk)
        with pytest.raises(InternalError, match="in person"), transaction.atomic():
            rows.update(sent_at=timezone.now(), sent_by=owner)

    @pytest.mark.parametrize(
        "wrong", [{"amount": -1}, {"weeks": 0}, {"kind": "fun"}, {"unit": "day"}, {"funder": "us"}]
    )
    def test_the_database_refuses_a_price_that_is_none(self, asked, wrong):
        consultation, owner = asked

        with pytest.raises(IntegrityError), transaction.atomic():
            a_draft(consultation, by=owner, prices=(BASE | wrong,))

    def test_the_database_refuses_a_cost_that_is_not_that_of_its_parts(self, asked):
        consultation, owner = asked
        draft = a_draft(consultation, by=owner)

        with pytest.raises(IntegrityError), acting_for(owner):
            draft.prices.update(cost_a_year=1)

    def test_what_it_says_of_the_child_is_encrypted(self, asked):
        consultation, owner = asked
        a_draft(consultation, by=owner, **REFUSAL)

        row = ConsultationReply.objects.extra(select={"raw": "evidence"}).get()

        assert "pupils" not in row.raw
        assert "pupils" in row.evidence

    def test_a_document_is_called_by_its_number(self, asked):
        consultation, owner = asked
        draft = a_draft(consultation, by=owner)

        document = draft.attach(a_file(), by=owner)
        assert document.file.name == "evidence-1.pdf"
        other = draft.attach(a_file(), by=owner)
        draft.detach(document, by=owner)
        assert draft.attach(a_file(), by=owner).file.name == "evidence-1.pdf"
        assert other.file.name == "evidence-2.pdf"
        for each in draft.documents.all():
            draft.detach(each, by=owner)
        assert not draft.documents.exists()
