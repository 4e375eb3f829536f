"""Consultations and replies: who sees them, what is kept, and what the database refuses."""

import datetime

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from nmiss.base.files.models import StoredFile
from placements.models import (
    Case,
    CaseStatus,
    CloseReason,
    Consultation,
    ConsultationOpening,
    ConsultationReply,
    PackDocument,
)
from tests.factories.accounts import UserFactory
from tests.factories.consultations import (
    a_consultation,
    a_draft,
    a_file,
    a_pack,
    a_reply,
    a_school_with_people,
    a_shortlist,
)
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.outbox import messages

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


@pytest.fixture
def asked():
    """A school that is being consulted, and its owner."""
    school, owner = a_school_with_people(name="Ash Grove School")
    return a_consultation(school=school), owner


def status_of(case):
    return Case.objects.with_status().get(pk=case.pk).status


def standing_of(consultation, on=None):
    found = Consultation.objects.with_answer().get(pk=consultation.pk)
    return found.standing(on or timezone.localdate())


class TestPack:
    def test_drops_the_name_under_which_a_document_came(self, officer):
        pack = a_pack(a_case(), by=officer)

        document = pack.documents.get()
        assert document.file.name == "plan-1.pdf"
        assert not StoredFile.objects.filter(name__icontains="smith").exists()
        assert not AuditEvent.objects.filter(target_name__icontains="smith").exists()

    def test_stays_as_it_is_once_it_is_sent(self, officer):
        consultation = a_consultation(by=officer)
        pack, document = consultation.pack, consultation.pack.documents.get()

        with pytest.raises(NotAllowedNow, match="This pack was sent"):
            pack.add(a_file(), by=officer, kind="risk")
        with pytest.raises(NotAllowedNow, match="This pack was sent"):
            pack.remove(document, by=officer)
        with pytest.raises(InternalError, match="stays as it is"), transaction.atomic():
            PackDocument.objects.filter(pk=document.pk).delete()
        document.pk, document._state.adding = None, True
        with acting_for(officer), pytest.raises(InternalError, match="stays"), transaction.atomic():
            document.save()

    def test_what_is_removed_is_not_kept(self, officer):
        pack = a_pack(a_case(), by=officer)
        document = pack.documents.get()

        pack.remove(document, by=officer)

        assert not PackDocument.objects.exists()
        assert not StoredFile.objects.get(name="plan-1.pdf").may_be_opened

    def test_nobody_redacts_in_another_persons_name(self, officer):
        pack = a_pack(a_case(), by=officer)
        file = StoredFile.take_in(a_file(), by=officer)

        with pytest.raises(InternalError, match="in person"), transaction.atomic():
            pack.documents.create(kind="risk", file=file, redacted_by=officer)


class TestSend:
    def test_gives_fifteen_calendar_days_and_is_on_record(self, officer):
        consultation = a_consultation(by=officer)

        assert consultation.due_on - timezone.localdate() == datetime.timedelta(days=15)
        assert AuditEvent.objects.about(consultation).get().verb == "consult"
        assert status_of(consultation.case) == CaseStatus.CONSULTING

    def test_tells_the_schools_writers_and_says_nothing_of_the_child(self, officer):
        school, owner = a_school_with_people()
        viewer = ProviderMemberFactory(provider=school.provider, role="viewer").user

        consultation = a_consultation(by=officer, school=school)

        (letter,) = messages(to=owner.email)
        said = letter.payload["subject"] + letter.payload["body"]
        assert consultation.case.child.reference not in said
        assert "AB" not in said
        assert f"consultation {consultation.pk}" in said
        assert not messages(to=viewer.email)

    def test_only_once_at_a_time(self, officer):
        first = a_consultation(by=officer)
        given = (first.school, first.pack, first.shortlist)

        with pytest.raises(NotAllowedNow, match="already"):
            Consultation.send(*given, by=officer)
        first.close(by=officer, reason="withdrawn")
        assert Consultation.send(*given, by=officer).is_open

    def test_the_database_refuses_a_second_one_at_a_time(self, officer):
        first = a_consultation(by=officer)

        first.pk, first._state.adding = None, True
        with pytest.raises(IntegrityError), acting_for(officer):
            first.save()

    def test_needs_a_pack_with_checked_documents(self, officer):
        case, (school, _) = a_case(by=officer), a_school_with_people()
        shortlist = a_shortlist(case, school)
        unchecked = a_pack(case, by=officer, documents=0)

        with pytest.raises(NotAllowedNow, match="at least one document"):
            Consultation.send(school, unchecked, shortlist, by=officer)
        unchecked.add(a_file(), by=officer, kind="plan")
        with pytest.raises(NotAllowedNow, match="being checked"):
            Consultation.send(school, unchecked, shortlist, by=officer)

    def test_needs_somebody_who_can_answer(self, officer):
        case, school = a_case(by=officer), SchoolFactory()

        with pytest.raises(NotAllowedNow, match="can sign in"):
            a_consultation(by=officer, case=case, school=school)

    def test_the_database_refuses_a_school_that_is_not_on_the_list(self, officer):
        case, (school, _) = a_case(by=officer), a_school_with_people()
        shortlist = a_shortlist(case, SchoolFactory())
        pack = a_pack(case, by=officer)

        with pytest.raises(InternalError, match="from a shortlist"), transaction.atomic():
            Consultation.send(school, pack, shortlist, by=officer)

    def test_takes_the_school_that_parents_prefer_too(self, officer):
        school, _ = a_school_with_people()
        case = a_case(by=officer, preferred_school=school)
        shortlist = a_shortlist(case, SchoolFactory())

        sent = Consultation.send(school, a_pack(case, by=officer), shortlist, by=officer)

        assert sent.is_open

    @pytest.mark.parametrize("foreign", ["pack", "shortlist"])
    def test_the_database_refuses_what_is_of_another_case(self, officer, foreign):
        school, _ = a_school_with_people()
        own, other = a_case(by=officer), a_case(by=officer)
        packs = {True: a_pack(own, by=officer), False: a_pack(other, by=officer)}
        lists = {True: a_shortlist(own, school), False: a_shortlist(other, school)}

        with pytest.raises(InternalError), transaction.atomic():
            Consultation.objects.create(
                case=own,
                school=school,
                pack=packs[foreign != "pack"],
                shortlist=lists[foreign != "shortlist"],
                sent_by=officer,
                due_on=timezone.localdate(),
            )

    def test_what_was_sent_never_changes(self, asked):
        consultation, _ = asked
        rows = Consultation.objects.filter(pk=consultation.pk)

        with pytest.raises(InternalError), transaction.atomic():
            rows.update(due_on=consultation.due_on + datetime.timedelta(days=1))
        with pytest.raises(InternalError), transaction.atomic():
            rows.delete()


class TestVisible:
    @pytest.mark.parametrize(
        ("role", "sees"),
        [
            (Role.PLACEMENTS, True),
            (Role.OFFICER, True),
            (Role.MANAGER, True),
            (Role.AUDITOR, True),
            (Role.FINANCE, False),
            (Role.ADMINISTRATOR, False),
        ],
    )
    def test_to_whom_at_the_council(self, asked, role, sees):
        assert Consultation.objects.visible_to(UserFactory(role=role)).exists() == sees

    def test_to_the_schools_people_and_to_no_other_provider(self, asked):
        consultation, owner = asked
        provider = consultation.school.provider
        viewer = ProviderMemberFactory(provider=provider, role="viewer").user

        for person in (owner, viewer):
            assert Consultation.objects.visible_to(person).get() == consultation
        assert not Consultation.objects.visible_to(ProviderMemberFactory().user).exists()

    def test_a_draft_is_for_colleagues_and_not_for_the_council(self, asked, officer):
        consultation, owner = asked
        colleague = ProviderMemberFactory(provider=consultation.school.provider).user
        a_draft(consultation, by=owner)

        seen = ConsultationReply.objects
        assert seen.visible_to(colleague).exists()
        assert not seen.visible_to(officer).exists()
        consultation.draft.send(by=owner, revision=1)
        assert seen.visible_to(officer).exists()
        assert not seen.visible_to(ProviderMemberFactory().user).exists()


class TestHandOn:
    def test_the_holder_is_written_to_until_they_leave(self, asked):
        consultation, owner = asked
        member = ProviderMemberFactory(provider=consultation.school.provider, role="editor")

        consultation.hand_on(by=owner, to=member.user)
        assert consultation.people() == [member.user]
        assert messages(to=member.user.email, subject="Consultation")

        member.user.close(by=UserFactory(role=Role.ADMINISTRATOR))
        assert consultation.people() == [owner]
        assert consultation.held_by() is None

    def test_nobody_else_holds_it(self, asked):
        consultation, owner = asked
        viewer = ProviderMemberFactory(provider=consultation.school.provider, role="viewer").user

        for person in (viewer, ProviderMemberFactory().user):
            with pytest.raises(NotAllowedNow, match="cannot write for"):
                consultation.hand_on(by=owner, to=person)


class TestClose:
    def test_tells_the_school_and_takes_no_reply(self, asked, officer):
        consultation, owner = asked
        draft = a_draft(consultation, by=owner)

        consultation.close(by=officer, reason="not_needed")

        assert standing_of(consultation) == "closed"
        assert messages(to=owner.email, holding="no longer needed")
        with pytest.raises(NotAllowedNow, match="closed"):
            draft.send(by=owner, revision=1)
        with pytest.raises(InternalError, match="takes no reply"), transaction.atomic():
            ConsultationReply.objects.filter(pk=draft.pk).update(kind="withdrawn")
        with pytest.raises(InternalError, match="stays as it is"), transaction.atomic():
            Consultation.objects.update(close_reason="placed")

    def test_a_case_that_is_closed_closes_its_consultations(self, asked, officer):
        consultation, _ = asked

        consultation.case.close(by=officer, reason=CloseReason.PLACED)

        consultation.refresh_from_db()
        assert consultation.close_reason == "placed"

    def test_the_child_is_placed_whatever_schools_say(self, asked):
        consultation, owner = asked
        a_reply(consultation, by=owner)

        PlacementFactory(child=consultation.case.child, starts_on=timezone.localdate())

        assert status_of(consultation.case) == CaseStatus.PLACED


class TestStanding:
    def test_without_a_reply_the_council_decides_on_the_last_day(self, asked):
        consultation = Consultation.objects.with_answer().get()
        due, day = consultation.due_on, datetime.timedelta(days=1)

        assert consultation.standing(due) == "waiting"
        assert consultation.standing(due + day) == "overdue"
        assert not consultation.must_be_decided(due - day)
        assert consultation.must_be_decided(due)

    def test_openings_stay(self, asked):
        consultation, owner = asked
        consultation.note_opening(by=owner)

        with pytest.raises(InternalError), transaction.atomic():
            ConsultationOpening.objects.all().delete()


def test_no_letter_of_any_step_says_who_the_child_is(asked, officer):
    consultation, owner = asked
    colleague = ProviderMemberFactory(provider=consultation.school.provider).user
    consultation.hand_on(by=owner, to=colleague)
    a_reply(consultation, by=owner)
    consultation.close(by=officer, reason="placed")

    said = [str(message.payload) for message in OutboxMessage.objects.all()]

    assert len(said) >= 5
    for secret in (consultation.case.child.reference, "AB", "CT20", "2015", "trains"):
        assert not [text for text in said if secret in text], secret
    on_ledger = str(list(AuditEvent.objects.values()))
    for secret in ("CT20", "trains", "quiet", "Smith"):
        assert secret not in on_ledger


def test_two_children_have_nothing_to_do_with_each_other(asked, officer):
    consultation, owner = asked
    other = a_case(ChildFactory(), by=officer)
    a_reply(consultation, by=owner)

    assert status_of(other) == CaseStatus.LOOKING
