"""The pages of consultations, as a placement officer and a school's people use them."""

import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from placements.models import (
    Consultation,
    ConsultationOpening,
    ConsultationPack,
    Look,
    PackDocument,
)
from tests.factories.accounts import UserFactory
from tests.factories.consultations import (
    OFFER_AS_SENT,
    a_consultation,
    a_draft,
    a_file,
    a_pack,
    a_reply,
    a_school_with_people,
    a_shortlist,
)
from tests.factories.placements import ChildFactory, a_case
from tests.factories.providers import ProviderMemberFactory
from tests.seen import written
from tests.tokens import read_and_send, seen_in

pytestmark = pytest.mark.django_db


def page(name, *args):
    return reverse(f"placements:{name}", args=args)


@pytest.fixture
def officer(client):
    person = UserFactory(role=Role.PLACEMENTS)
    client.force_login(person)
    return person


@pytest.fixture
def asked(client):
    """A consultation, with its school's owner signed in."""
    school, owner = a_school_with_people(name="Ash Grove School")
    consultation = a_consultation(school=school)
    client.force_login(owner)
    return consultation


def read(client, consultation):
    return client.get(page("consultation_detail", consultation.pk))


class TestPackPages:
    def test_a_pack_is_made_filled_and_read(self, client, officer):
        case = a_case(by=officer)

        client.post(page("pack_make", case.pk), {"words": "Likes trains."})
        pack = ConsultationPack.objects.get()
        given = {"kind": "school_report", "file": a_file(), "is_redacted": "on"}
        response = client.post(page("pack_add", pack.pk), given)

        assert response.headers["Location"] == page("pack_detail", pack.pk)
        document = pack.documents.get()
        assert (document.kind, document.redacted_by) == ("school_report", officer)
        assert document.file.name == "school-report-1.pdf"

    @pytest.mark.parametrize(
        ("wrong", "field", "words"),
        [
            ({"is_redacted": ""}, "is_redacted", "tick this box"),
            ({"kind": ""}, "kind", "Choose what the document is"),
            ({"kind": "secret"}, "kind", "choose from the list"),
            ({"file": ""}, "file", "Choose a file"),
        ],
    )
    def test_says_what_to_correct_and_keeps_nothing(self, client, officer, wrong, field, words):
        pack = a_pack(a_case(by=officer), by=officer, documents=0)
        given = {"kind": "plan", "file": a_file(), "is_redacted": "on"} | wrong

        response = client.post(page("pack_add", pack.pk), given)

        assert words in str(response.context_data["form"].errors[field])
        assert not PackDocument.objects.exists()

    def test_a_document_opens_and_is_removed(self, client, officer):
        pack = a_pack(a_case(by=officer), by=officer)
        document = pack.documents.get()

        opened = client.get(page("pack_document", document.pk))
        client.post(page("pack_document_remove", document.pk))

        assert "plan-1.pdf" in opened.headers["Content-Disposition"]
        look = pack.case.child.looks.get()
        assert (look.looked_by, look.with_identity) == (officer, True)
        assert not PackDocument.objects.exists()

    def test_a_pack_that_was_sent_takes_no_document(self, client, officer):
        consultation = a_consultation(by=officer)

        assert client.get(page("pack_add", consultation.pack_id)).status_code == 409
        assert "Add a document" not in client.get(page("pack_detail", consultation.pack_id)).text


class TestConsult:
    @pytest.fixture
    def shortlist(self, officer):
        schools = [a_school_with_people(name=name)[0] for name in ("Ash", "Birch", "Cedar")]
        return a_shortlist(a_case(by=officer), *schools)

    def test_sends_one_pack_to_several_schools_at_once(self, client, officer, shortlist):
        pack = a_pack(shortlist.case, by=officer)
        urns = [row.school.urn for row in shortlist.schools.order_by("rank")[:2]]
        address = page("consult", shortlist.pk)

        form = client.get(f"{address}?school={urns[1]}&school=x").context_data["form"]
        response = read_and_send(client, address, {"schools": urns, "pack": pack.pk})

        assert form["schools"].value() == [str(urns[1])]
        assert response.headers["Location"] == page("case_detail", shortlist.case_id)
        assert {each.pack for each in Consultation.objects.all()} == {pack}
        assert Consultation.objects.count() == 2

    def test_each_school_is_shown_as_it_stood_in_the_list(self, client, officer):
        schools = [a_school_with_people(name=name)[0] for name in ("Ash", "Birch", "Preferred")]
        case = a_case(by=officer, preferred_school=schools.pop())
        shortlist = a_shortlist(case, *schools)
        a_pack(case, by=officer)

        boxes = client.get(page("consult", shortlist.pk)).context_data["form"].boxes

        unknown = "Not on the DPS · Distance not known · Vacancies not known"
        assert [(each.school.name, each.words) for each in boxes] == [
            ("Ash", f"1st in the list · {unknown}"),
            ("Birch", f"2nd in the list · {unknown}"),
            ("Preferred", "Parents’ preference, not in this list"),
        ]

    def test_sends_to_all_or_to_none(self, client, officer, shortlist):
        pack = a_pack(shortlist.case, by=officer)
        schools = [row.school for row in shortlist.schools.order_by("rank")]
        Consultation.send(schools[1], pack, shortlist, by=officer)

        given = {"schools": [each.urn for each in schools], "pack": pack.pk}
        response = read_and_send(client, page("consult", shortlist.pk), given)

        assert "Birch is being consulted" in response.text
        assert Consultation.objects.count() == 1

    def test_sends_no_document_that_was_added_since_it_was_read(self, client, officer, shortlist):
        pack = a_pack(shortlist.case, by=officer)
        there, school = page("consult", shortlist.pk), shortlist.schools.get(rank=1).school
        read = seen_in(client.get(there))
        pack.add(a_file(), by=officer, kind="risk")

        answer = client.post(there, {"schools": [school.urn], "pack": pack.pk} | read)

        assert "was changed after you opened this page" in answer.text
        assert "Risk assessment" in answer.text
        assert not Consultation.objects.exists()

    def test_asks_for_a_pack_first(self, client, officer, shortlist):
        response = client.get(page("consult", shortlist.pk))

        assert page("pack_make", shortlist.case_id) in response.text

    def test_takes_no_school_and_no_pack_of_another_list(self, client, officer, shortlist):
        a_pack(shortlist.case, by=officer)
        other = a_consultation(by=officer)

        given = {"schools": [other.school.urn], "pack": other.pack_id}
        response = read_and_send(client, page("consult", shortlist.pk), given)

        assert {"schools", "pack"} == set(response.context_data["form"].errors)
        assert Consultation.objects.count() == 1


class TestReading:
    def test_the_school_reads_reference_and_initials_and_no_more_of_who_it_is(self, client, asked):
        text = written(read(client, asked).text)

        assert f"{asked.case.child.reference}, AB" in text
        for secret in ("CT20", "2015", "4 March"):
            assert secret not in text
        assert "AB" not in text.partition("</title>")[0]

    def test_that_is_a_look_at_the_identity_and_on_record(self, client, asked):
        response = read(client, asked)

        look = Look.objects.get()
        assert (look.child, look.looked_by) == (asked.case.child, response.wsgi_request.user)
        assert look.with_identity
        assert ConsultationOpening.objects.get().document is None

    def test_documents_open_here_and_each_opening_is_on_record(self, client, asked):
        document = asked.pack.documents.get()

        response = client.get(page("consultation_document", asked.pk, document.pk))

        assert b"".join(response.streaming_content).startswith(b"%PDF")
        assert ConsultationOpening.objects.get().document == document

    def test_a_closed_one_shows_nothing_of_the_child(self, client, asked):
        asked.close(by=asked.sent_by, reason="placed")
        document = asked.pack.documents.get()

        text = written(read(client, asked).text)

        assert "placed elsewhere" in text
        assert "AB" not in text
        assert "Likes trains" not in text
        address = page("consultation_document", asked.pk, document.pk)
        assert client.get(address).status_code == 404
        assert not Look.objects.exists()

    @pytest.mark.parametrize("name", ["detail", "reply", "reply_send", "hand_on"])
    def test_another_provider_finds_none_of_it(self, client, asked, name):
        a_draft(asked, by=asked.school.provider.members.get().user)
        client.force_login(ProviderMemberFactory().user)

        assert client.get(page(f"consultation_{name}", asked.pk)).status_code == 404
        assert client.get(page("consultation_list")).context_data["page"].rows == []

    def test_a_viewer_reads_and_writes_nothing(self, client, asked):
        viewer = ProviderMemberFactory(provider=asked.school.provider, role="viewer").user
        client.force_login(viewer)

        assert "Write reply" not in read(client, asked).text
        assert client.post(page("consultation_reply", asked.pk), OFFER_AS_SENT).status_code == 403

    def test_the_council_sees_who_opened_it(self, client, asked):
        read(client, asked)
        owner = asked.school.provider.members.get().user
        client.force_login(asked.sent_by)

        assert owner.name in read(client, asked).text
        assert ConsultationOpening.objects.count() == 1

    def test_the_list_has_the_oldest_first_and_its_days(self, client, asked):
        rows = client.get(page("consultation_list")).text

        assert f"Consultation {asked.pk}" in rows
        assert "15 days left" in rows
        waiting = client.get(page("consultation_list"), {"status": "overdue"})
        assert waiting.context_data["page"].rows == []


class TestHandingOn:
    def test_makes_it_a_colleagues_task_and_no_one_elses(self, client, asked):
        colleague = ProviderMemberFactory(provider=asked.school.provider, role="editor").user

        client.post(page("consultation_hand_on", asked.pk), {"to": str(colleague.pk)})

        asked.refresh_from_db()
        assert asked.holder == colleague
        task = f"Reply to consultation {asked.pk}"
        assert task not in client.get(reverse("home:home")).text
        client.force_login(colleague)
        assert task in client.get(reverse("home:home")).text

    def test_what_a_leaver_held_is_everybodys_task_again(self, client, asked):
        member = ProviderMemberFactory(provider=asked.school.provider, role="editor")
        owner = asked.school.provider.members.exclude(pk=member.pk).get().user
        asked.hand_on(by=owner, to=member.user)

        member.user.close(by=UserFactory(role=Role.ADMINISTRATOR))

        text = client.get(reverse("home:home")).text
        assert f"Reply to consultation {asked.pk}" in text


class TestClosing:
    def test_leaves_a_case_open_in_which_a_place_was_offered_meanwhile(self, client, officer):
        school, owner = a_school_with_people()
        consultation = a_consultation(by=officer, school=school)
        there = page("case_close", consultation.case_id)
        read = seen_in(client.get(there))
        a_reply(consultation, by=owner)

        answer = client.post(there, {"reason": "not_needed"} | read)

        assert "was changed after you opened this page" in answer.text
        assert f"{school}</a> offered a place" in answer.text
        assert Consultation.objects.get().is_open

    def test_closes_and_says_so_on_the_case(self, client, officer):
        consultation = a_consultation(by=officer)

        read_and_send(client, page("consultation_close", consultation.pk), {"reason": "not_needed"})

        assert not Consultation.objects.get().is_open
        text = client.get(page("case_detail", consultation.case_id)).text
        assert "A place is no longer needed" in text
        assert client.get(page("consultation_close", consultation.pk)).status_code == 409

    def test_leaves_a_consultation_open_whose_reply_was_not_read(self, client, officer):
        school, owner = a_school_with_people()
        consultation = a_consultation(by=officer, school=school)
        there = page("consultation_close", consultation.pk)
        read = seen_in(client.get(there))
        a_reply(consultation, by=owner)

        answer = client.post(there, {"reason": "not_needed"} | read)

        assert "was changed after you opened this page" in answer.text
        assert Consultation.objects.get().is_open

    def test_reads_as_often_for_five_schools_as_for_one(
        self, client, officer, django_assert_max_num_queries
    ):
        case = a_case(ChildFactory(identity__initials="AB"), by=officer)
        for _ in range(4):
            a_consultation(by=officer, case=case)

        for name, *args in (("case_detail", case.pk), ("consultation_list",)):
            with django_assert_max_num_queries(30):
                client.get(page(name, *args))
