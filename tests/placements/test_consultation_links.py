"""A school at which nobody can sign in reads and answers one consultation by a link, once."""

import datetime
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, InternalError, transaction
from django.test import Client
from django.urls import reverse

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.acting import acting_by_link
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import StoredFile
from placements.models import (
    Consultation,
    ConsultationLink,
    ConsultationOpening,
    ConsultationReply,
    ReplyDocument,
)
from placements.timeline import timeline_of
from tests.factories.accounts import UserFactory
from tests.factories.consultations import (
    a_consultation,
    a_draft,
    a_file,
    a_pack,
    a_school_with_people,
    a_shortlist,
)
from tests.factories.placements import ChildFactory, a_case
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.outbox import messages
from tests.reminding import remind_of
from tests.seen import written
from tests.sent_twice.sendings import a_pdf
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db
EMAIL = "office@far.example"
REPLY = {"revision": "0", "kind": "no_capacity", "evidence": "All classes are full."}


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


@pytest.fixture
def asked(officer):
    """A consultation of a school that nobody acts for, sent to its office."""
    case = a_case(ChildFactory(identity__initials="AB"), by=officer)
    school = SchoolFactory(name="Far House")
    shortlist, pack = a_shortlist(case, school), a_pack(case, by=officer)
    emails = {school.urn: EMAIL}
    return Consultation.send_to([school], pack, shortlist, by=officer, emails=emails)[0]


def page(name, *args):
    return reverse(f"placements:{name}", args=args)


def link_in(letter):
    return re.search(r"/consult/\S+/", letter.payload["body"])[0]


def address_of(consultation):
    """The newest link, as it stands in its email."""
    return link_in(messages(to=EMAIL, holding="opens the consultation once")[-1])


@pytest.fixture
def opened(asked):
    """A browser that has opened the link."""
    client = Client()
    client.post(address_of(asked))
    return client


class TestOpening:
    def test_looking_at_the_link_changes_nothing_and_says_nothing(self, client, asked):
        response = client.get(address_of(asked))

        assert response.status_code == 200
        assert asked.case.child.reference not in written(response.text)
        assert ConsultationLink.objects.get().opened_at is None
        assert response.headers["Referrer-Policy"] == "strict-origin"

    def test_the_button_opens_it_in_this_browser_alone(self, client, asked):
        address = address_of(asked)

        response = client.post(address)

        assert response.headers["Location"] == page("link_consultation")
        assert "AB" in client.get(page("link_consultation")).text
        other = Client()
        assert other.get(page("link_consultation")).status_code == 410
        assert other.get(address).status_code == 410
        assert other.post(address).status_code == 410

    def test_the_cookie_goes_to_no_other_page(self, asked):
        cookie = Client().post(address_of(asked)).cookies["consultation"]

        assert cookie["path"] == "/consulted/"
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"

    def test_neither_secret_is_kept(self, asked, opened):
        link = ConsultationLink.objects.get()
        token = address_of(asked).split("/")[2]

        kept = f"{link.digest} {link.key_digest}"
        assert token not in kept
        assert opened.cookies["consultation"].value not in kept
        assert token not in str(list(AuditEvent.objects.values()))

    def test_makes_no_account_and_no_session(self, asked, opened):
        before = User.objects.count()

        assert "_auth_user_id" not in opened.session
        assert opened.get(page("consultation_detail", asked.pk)).status_code == 302
        assert User.objects.count() == before

    def test_is_good_for_thirty_days(self, client, asked, monkeypatch):
        late = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=31)
        monkeypatch.setattr("placements.models.consultation_link.database_now", lambda: late)

        assert client.get(address_of(asked)).status_code == 410

    @pytest.mark.parametrize("token", ["none-such", "a" * 200])
    def test_a_token_that_is_none_opens_nothing(self, client, token):
        assert client.get(page("link_open", token)).status_code == 410

    @pytest.mark.parametrize("key", ["", "x"])
    def test_a_key_that_is_none_opens_nothing(self, client, asked, key):
        client.cookies["consultation"] = key

        assert client.get(page("link_consultation")).status_code == 410


class TestReading:
    def test_shows_reference_and_initials_and_no_more_of_who_it_is(self, asked, opened):
        text = written(opened.get(page("link_consultation")).text)

        assert f"{asked.case.child.reference}, AB" in text
        for secret in ("CT20", "4 March"):
            assert secret not in text

    def test_openings_are_on_record(self, client, asked, officer, opened):
        document = asked.pack.documents.get()
        opened.get(page("link_consultation"))

        response = opened.get(page("link_document", document.pk))

        assert b"".join(response.streaming_content).startswith(b"%PDF")
        assert [each.document for each in ConsultationOpening.objects.order_by("pk")] == [
            None,
            document,
        ]
        client.force_login(officer)
        assert EMAIL in client.get(page("consultation_detail", asked.pk)).text

    def test_opens_no_document_of_another_child(self, officer, asked, opened):
        other = a_consultation(by=officer)

        document = other.pack.documents.get()
        assert opened.get(page("link_document", document.pk)).status_code == 404

    def test_a_closed_consultation_is_shut(self, asked, officer, opened):
        asked.close(by=officer, reason="placed")

        assert opened.get(page("link_consultation")).status_code == 410
        assert opened.post(page("link_reply"), REPLY).status_code == 410
        assert messages(to=EMAIL, holding="placed elsewhere")


class TestReplying:
    def test_is_saved_read_again_and_sent(self, asked, opened):
        saved = opened.post(page("link_reply"), REPLY)
        sent = opened.post(page("link_reply_send"), {"revision": "1"})

        reply = ConsultationReply.objects.get()
        assert saved.headers["Location"] == page("link_reply_send")
        assert sent.headers["Location"] == page("link_consultation")
        assert (reply.is_sent, reply.sent_by, reply.link.email) == (True, None, EMAIL)
        assert messages(to=EMAIL, subject="Receipt")
        assert "All classes are full." in opened.get(page("link_consultation")).text

    def test_the_council_reads_it(self, client, asked, officer, opened):
        opened.post(page("link_reply"), REPLY)
        opened.post(page("link_reply_send"), {"revision": "1"})

        client.force_login(officer)
        text = client.get(page("consultation_detail", asked.pk)).text

        assert "All classes are full." in text
        assert f"by {EMAIL}" in text

    def test_what_was_saved_meanwhile_is_not_overwritten(self, opened):
        opened.post(page("link_reply"), REPLY)

        response = opened.post(page("link_reply"), REPLY | {"evidence": "Old"})

        assert "after you opened it" in response.text
        assert ConsultationReply.objects.get().evidence == "All classes are full."

    def test_the_database_refuses_the_link_of_another_consultation(self, asked, officer, opened):
        opened.post(page("link_reply"), REPLY)
        other = a_consultation(by=officer)

        with pytest.raises(InternalError, match="its own consultation"), transaction.atomic():
            ConsultationReply.objects.create(
                consultation=other, link=ConsultationLink.objects.get()
            )
        with pytest.raises(IntegrityError), transaction.atomic():
            ConsultationReply.objects.create(consultation=other)

    def test_nobody_answers_without_a_link(self, client, asked):
        assert client.post(page("link_reply"), REPLY).status_code == 410
        assert not ConsultationReply.objects.exists()


class TestEvidence:
    """A document that proves a refusal, put with a reply by who has the link."""

    def test_comes_by_the_door_and_is_read_by_officers(self, client, asked, officer, opened):
        opened.post(page("link_reply"), REPLY | {"file": a_pdf()})
        document = ReplyDocument.objects.get()
        check = opened.get(page("link_reply_send")).text
        assert "Being checked" in check
        assert opened.get(page("link_evidence", document.pk)).status_code == 404  # not checked yet
        document.file.pass_as_made()
        assert opened.get(page("link_evidence", document.pk)).status_code == 200

        opened.post(page("link_reply_send"), {"revision": "1"})

        assert (document.added_by, document.link) == (None, ConsultationLink.objects.get())
        assert document.file.name == "evidence-1.pdf"
        assert "We rename the file “evidence”" in opened.get(page("link_reply")).text
        client.force_login(officer)
        text = client.get(page("consultation_detail", asked.pk)).text
        assert page("reply_document", document.pk) in text
        answer = client.get(page("reply_document", document.pk))
        assert b"".join(answer).startswith(b"%PDF")
        entries = timeline_of(asked.case.child, officer)
        assert "Evidence of Far House with its reply" in [entry.words for entry in entries]

    def test_is_refused_where_it_is_no_document(self, opened):
        file = SimpleUploadedFile("plan.pdf", b"MZ not a PDF", content_type="application/pdf")

        answer = opened.post(page("link_reply"), REPLY | {"file": file})

        assert set(answer.context_data["form"].errors) == {"file"}
        assert not ConsultationReply.objects.exists()

    def test_is_taken_away_from_a_draft_and_from_nothing_else(self, opened):
        opened.post(page("link_reply"), REPLY | {"file": a_pdf()})
        document = ReplyDocument.objects.get()
        remove = page("link_evidence_remove", document.pk)
        assert remove in opened.get(page("link_reply_send")).text

        opened.post(remove)

        assert not ReplyDocument.objects.exists()
        opened.post(page("link_reply"), REPLY | {"revision": "1", "file": a_pdf()})
        opened.post(page("link_reply_send"), {"revision": "2"})
        sent = page("link_evidence_remove", ReplyDocument.objects.get().pk)
        assert opened.post(sent).status_code == 409
        assert ReplyDocument.objects.exists()

    def test_of_another_school_cannot_be_opened(self, officer, opened):
        school, owner = a_school_with_people()
        draft = a_draft(a_consultation(by=officer, school=school), by=owner)
        document = draft.attach(a_file(), by=owner)
        document.file.pass_as_made()

        assert opened.get(page("link_evidence", document.pk)).status_code == 404
        assert opened.post(page("link_evidence_remove", document.pk)).status_code == 404

    def test_the_database_asks_for_the_link(self, opened):
        opened.post(page("link_reply"), REPLY | {"file": a_pdf()})
        reply, link = ConsultationReply.objects.get(), ConsultationLink.objects.get()
        kept = {"name": "x.pdf", "content_type": "application/pdf", "by": None}
        file = StoredFile.keep_made(b"%PDF", **kept)

        with pytest.raises(InternalError), transaction.atomic():
            reply.documents.create(file=file, link=link)
        with pytest.raises(InternalError, match="in person"), acting_by_link(link.pk):
            reply.documents.create(file=file, link=link, added_by=UserFactory())
        with pytest.raises(InternalError, match="names the link"), acting_by_link(link.pk):
            reply.documents.create(file=file)
        with acting_by_link(link.pk):
            reply.documents.create(file=file, link=link)

    def test_a_reply_takes_so_many(self, opened, monkeypatch):
        monkeypatch.setattr("placements.permissions.MOST_DOCUMENTS", 1)
        opened.post(page("link_reply"), REPLY | {"file": a_pdf()})

        answer = opened.post(page("link_reply"), REPLY | {"revision": "1", "file": a_pdf()})

        assert "at most 1 documents" in answer.text
        assert ReplyDocument.objects.count() == 1


class TestAnother:
    def test_takes_the_place_of_the_first(self, client, asked, officer, opened):
        client.force_login(officer)

        client.post(page("consultation_link", asked.pk), {"email": EMAIL})

        assert opened.get(page("link_consultation")).status_code == 410
        again = Client()
        again.post(address_of(asked))
        assert again.get(page("link_consultation")).status_code == 200

    def test_is_not_for_a_school_whose_people_can_sign_in(self, client, officer):
        consultation = a_consultation(by=officer)
        client.force_login(officer)

        assert client.get(page("consultation_link", consultation.pk)).status_code == 409

    def test_the_database_opens_a_link_once(self, asked, opened):
        with pytest.raises(InternalError, match="opened once"), transaction.atomic():
            ConsultationLink.objects.update(key_digest="0" * 64)
        with pytest.raises(NotAllowedNow, match="has been used"):
            ConsultationLink.objects.get().open()


class TestConsulting:
    def test_asks_for_an_address_where_nobody_can_sign_in(self, client, officer):
        case = a_case(by=officer)
        school = SchoolFactory(name="Far House")
        shortlist, pack = a_shortlist(case, school), a_pack(case, by=officer)
        given = {"schools": [school.urn], "pack": pack.pk}
        client.force_login(officer)

        before = client.get(page("consult", shortlist.pk))
        assert f'name="email_{school.urn}"' in before.text
        assert not re.search(rf'name="email_{school.urn}"[^>]*required', before.text)
        first = client.post(page("consult", shortlist.pk), given)
        assert "Enter an email address of Far House" in first.text
        read_and_send(client, page("consult", shortlist.pk), given | {f"email_{school.urn}": EMAIL})

        assert ConsultationLink.objects.get().consultation.school == school

    def test_leaves_an_address_of_a_school_that_is_not_ticked(self, client, officer):
        case = a_case(by=officer)
        far, near = SchoolFactory(name="Far House"), a_school_with_people(name="Near")[0]
        shortlist, pack = a_shortlist(case, far, near), a_pack(case, by=officer)
        given = {"schools": [near.urn], "pack": pack.pk, f"email_{far.urn}": "no address"}
        client.force_login(officer)

        read_and_send(client, page("consult", shortlist.pk), given)

        assert Consultation.objects.get().school == near

    def test_asks_for_none_where_somebody_can(self, client, officer):
        case = a_case(by=officer)
        school = SchoolFactory(provider=ProviderMemberFactory().provider)
        shortlist, pack = a_shortlist(case, school), a_pack(case, by=officer)
        client.force_login(officer)

        read_and_send(
            client, page("consult", shortlist.pk), {"schools": [school.urn], "pack": pack.pk}
        )

        assert Consultation.objects.get().is_open
        assert not ConsultationLink.objects.exists()


def test_the_office_is_reminded_without_a_word_about_the_child(asked):
    day = asked.due_on + datetime.timedelta(days=1)
    now = datetime.datetime.combine(day, datetime.time(9), tzinfo=datetime.UTC)

    assert remind_of("consultation", now) == 1

    (letter,) = messages(to=EMAIL, subject="Overdue")
    assert "in which you opened it first" in letter.payload["body"]
    assert asked.case.child.reference not in str(letter.payload)
