"""The pages on which a school writes its reply, and the council reads it."""

import pytest
from django.urls import reverse

from placements.models import (
    ConsultationReply,
)
from tests.factories.consultations import (
    OFFER_AS_SENT,
    REFUSAL,
    a_consultation,
    a_draft,
    a_file,
    a_reply,
    a_school_with_people,
)
from tests.factories.providers import ProviderMemberFactory
from tests.seen import written

pytestmark = pytest.mark.django_db


def read(client, consultation):
    return client.get(page("consultation_detail", consultation.pk))


def page(name, *args):
    return reverse(f"placements:{name}", args=args)


@pytest.fixture
def asked(client):
    """A consultation, with its school's owner signed in."""
    school, owner = a_school_with_people(name="Ash Grove School")
    consultation = a_consultation(school=school)
    client.force_login(owner)
    return consultation


class TestReplying:
    def test_is_saved_read_again_and_sent(self, client, asked):
        saved = client.post(page("consultation_reply", asked.pk), OFFER_AS_SENT)
        check = client.get(saved.headers["Location"])
        sent = client.post(saved.headers["Location"], {"revision": "1"})

        reply = ConsultationReply.objects.get()
        assert saved.headers["Location"] == page("consultation_reply_send", asked.pk)
        assert "£65,886.50" in check.text
        assert sent.headers["Location"] == page("consultation_detail", asked.pk)
        assert reply.is_sent
        assert [str(each.cost_a_year) for each in reply.prices.order_by("pk")] == [
            "61184.00000000",
            "4702.50000000",
        ]

    @pytest.mark.parametrize(
        ("wrong", "field", "words"),
        [
            ({"amount_in_0": "many"}, "amount_in_0", "Price line 1: enter the amount in pounds"),
            ({"amount_in_1": ""}, "amount_in_1", "Price line 2: enter the amount in pounds"),
            ({"kind_in_0": ""}, "kind_in_0", "Price line 1: choose what the price is for"),
            ({"weeks_in_1": "60"}, "weeks_in_1", "Price line 2: enter weeks a year"),
            ({"kind_in_0": "fun"}, "kind_in_0", "Price line 1"),
            (
                {"kind_in_1": "base_education", "funder_in_1": "education"},
                "kind_in_1",
                "line 1 is for the same",
            ),
            ({"starts_on": "soon"}, "starts_on", "as a real date"),
            ({"kind": "maybe"}, "kind", "choose from the list"),
        ],
    )
    def test_says_what_to_correct_and_keeps_nothing(self, client, asked, wrong, field, words):
        response = client.post(page("consultation_reply", asked.pk), OFFER_AS_SENT | wrong)

        assert words in str(response.context_data["form"].errors[field])
        assert not ConsultationReply.objects.exists()

    def test_what_is_missing_is_listed_and_there_is_no_button(self, client, asked):
        client.post(page("consultation_reply", asked.pk), {"revision": "0", "kind": "offer"})

        response = client.get(page("consultation_reply_send", asked.pk))

        assert "Enter the earliest start." in response.text
        assert response.context_data["form"] is None
        sent = client.post(page("consultation_reply_send", asked.pk), {"revision": "1"})
        assert not ConsultationReply.objects.sent().exists()
        assert sent.status_code == 409

    def test_two_texts_are_shown_and_the_second_try_replaces(self, client, asked):
        colleague = ProviderMemberFactory(provider=asked.school.provider).user
        a_draft(asked, by=colleague, **REFUSAL | {"evidence": "Theirs"})

        mine = {"revision": "0", "kind": "cannot_meet_need", "evidence": "Mine"}
        response = client.post(page("consultation_reply", asked.pk), mine)

        assert "Theirs" in response.text
        assert "Mine" in response.text
        assert asked.draft.evidence == "Theirs"
        again = mine | {"revision": response.context_data["form"]["revision"].value()}
        client.post(page("consultation_reply", asked.pk), again)
        assert asked.draft.evidence == "Mine"

    def test_a_colleague_goes_on_with_the_draft(self, client, asked):
        a_draft(asked, by=asked.school.provider.members.get().user)
        client.force_login(ProviderMemberFactory(provider=asked.school.provider).user)

        form = client.get(page("consultation_reply", asked.pk)).context_data["form"]

        assert form["kind"].value() == "offer"
        assert str(form["amount_in_0"].value()) == "61184.00"
        assert form["revision"].value() == 1

    def test_a_document_goes_with_it(self, client, asked):
        given = {"revision": "0", "kind": "no_capacity", "evidence": "Full", "file": a_file()}
        client.post(page("consultation_reply", asked.pk), given)
        document = asked.draft.documents.get()
        document.file.pass_as_made()

        check = client.get(page("consultation_reply_send", asked.pk)).text
        assert page("reply_document_remove", document.pk) in check
        looks = asked.case.child.looks
        before = looks.count()
        assert client.get(page("reply_document", document.pk)).status_code == 200
        client.force_login(asked.sent_by)
        assert client.get(page("reply_document", document.pk)).status_code == 404
        assert looks.count() == before + 1
        client.force_login(asked.school.provider.members.get().user)
        client.post(page("reply_document_remove", document.pk))
        assert not asked.draft.documents.exists()

    def test_a_reply_that_was_sent_keeps_its_documents(self, client, asked):
        owner = asked.school.provider.members.get().user
        draft = a_draft(asked, by=owner)
        document = draft.attach(a_file(), by=owner)
        draft.send(by=owner, revision=1)

        assert client.post(page("reply_document_remove", document.pk)).status_code == 409
        assert draft.documents.exists()

    def test_the_council_reads_what_was_sent(self, client, asked):
        a_reply(asked, by=asked.school.provider.members.get().user)
        a_draft(asked, by=asked.school.provider.members.get().user, **REFUSAL)
        client.force_login(asked.sent_by)

        text = written(read(client, asked).text)

        assert "£61,184" in text
        assert "eight pupils" not in text
        assert "Offer" in client.get(page("case_detail", asked.case_id)).text
