"""What nobody does to consultations, links and replies by SQL: the database refuses it."""

import contextlib

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_by_link, acting_for
from placements.models import Consultation, ConsultationLink, ConsultationReply, Look
from tests.factories.accounts import UserFactory
from tests.factories.consultations import (
    a_consultation,
    a_draft,
    a_pack,
    a_school_with_people,
    a_shortlist,
)
from tests.factories.placements import ChildFactory, a_case
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db
LINK = (
    "INSERT INTO placements_consultationlink (consultation_id, email, digest, key_digest, "
    "sent_by_id) VALUES ({asked}, 'evil@far.example', 'x', '', {who})"
)
CONSULTATION = (
    "INSERT INTO placements_consultation (case_id, school_id, pack_id, shortlist_id, sent_by_id, "
    "due_on, close_reason) SELECT case_id, school_id, pack_id, shortlist_id, {who}, due_on, '' "
    "FROM placements_consultation WHERE id = {asked}"
)
REPLY = (
    "INSERT INTO placements_consultationreply (consultation_id, kind, revision, saved_by_id, "
    "link_id) VALUES ({far}, 'no_capacity', 1, NULL, {link})"
)
PRICE = "UPDATE placements_offeredprice SET amount = 1, cost_a_year = 1"
DRAFT = "UPDATE placements_consultationreply SET starts_on = NULL WHERE id = {draft}"
OPENED = (
    "UPDATE placements_consultationlink SET opened_at = now(), key_digest = 'y' WHERE id = {link}"
)
OPEN_AT_ONCE = (
    "INSERT INTO placements_consultationlink (consultation_id, email, digest, key_digest, "
    "sent_by_id, opened_at) VALUES ({other}, 'evil@far.example', 'x', 'y', {placements}, now())"
)
CLOSED = (
    "UPDATE placements_consultation SET closed_at = now(), closed_by_id = {placements}, "
    "close_reason = 'withdrawn' WHERE id = {asked}"
)
NEVER_SENT = "DELETE FROM placements_consultationreply"
PACK = (
    "INSERT INTO placements_consultationpack (case_id, words, made_by_id) SELECT case_id, words, "
    "{placements} FROM placements_consultationpack LIMIT 1"
)
# Who acts, the statement, and the sentence of the refusal; {who} is the placement officer's or,
# where that is no officer, the number of who acts.
ATTACKS = [
    ("", LINK, "in person"),
    ("auditor", LINK, "A placement officer sends a link"),
    ("placements", LINK, "can sign in"),
    ("", OPENED, "Who has a link opens it"),
    ("placements", OPENED, "Who has a link opens it"),
    ("placements", OPEN_AT_ONCE, "Who has a link opens it"),
    ("", CONSULTATION, "in person"),
    ("", CLOSED, "in person"),
    ("", PACK, "in person"),
    ("", REPLY, "its own consultation|writes its own"),
    ("placements", REPLY, "its own consultation|writes its own"),
    ("", DRAFT, "writes its own reply"),
    ("placements", DRAFT, "writes its own reply"),
    ("stranger", DRAFT, "writes its own reply"),
    ("", PRICE, "writes its own reply"),
    ("", "DELETE FROM placements_offeredprice", "writes its own reply"),
    ("", NEVER_SENT, "Cannot delete"),
]


@pytest.fixture
def placements():
    return UserFactory(role=Role.PLACEMENTS)


@pytest.fixture
def far_school_asked(placements):
    """A consultation of a school at which nobody can sign in."""
    school = SchoolFactory()
    case = a_case(ChildFactory(identity__initials="AB"), by=placements)
    shortlist, pack = a_shortlist(case, school), a_pack(case, by=placements)
    emails = {school.urn: "office@far.example"}
    return Consultation.send_to([school], pack, shortlist, by=placements, emails=emails)[0]


def test_no_sql_reads_or_answers_as_a_school(placements, far_school_asked):
    school, owner = a_school_with_people()
    asked = a_consultation(by=placements, school=school)
    draft = a_draft(asked, by=owner)
    link = far_school_asked.links.get()
    people = {"placements": placements, "auditor": UserFactory(role=Role.AUDITOR)}
    people["stranger"] = a_school_with_people()[1]
    numbers = {"asked": asked.pk, "far": far_school_asked.pk, "link": link.pk, "draft": draft.pk}
    numbers |= {"other": far_school_asked.pk, "placements": placements.pk}

    for who, statement, says in ATTACKS:
        person = people.get(who, placements)
        given = statement.format(**numbers, who=person.pk)
        if statement == OPEN_AT_ONCE:
            ended = "UPDATE placements_consultationlink SET ended_at = now(); "
            given = ended + given
        acts = acting_for(person) if who else contextlib.nullcontext()
        with pytest.raises(DatabaseError, match=says), transaction.atomic(), acts:
            connection.cursor().execute(given)


def test_who_has_a_link_answers_that_consultation_alone(placements, far_school_asked):
    link = ConsultationLink.objects.get()
    other = a_consultation(by=placements)
    forged = "SELECT set_config('nmiss.link', current_setting('nmiss.person', true), true)"

    link.open()
    with (
        pytest.raises(DatabaseError, match="writes its own reply"),
        acting_by_link(link.pk + 1),
    ):
        a_reply_by(link, far_school_asked)
    with (
        pytest.raises(DatabaseError, match="writes its own reply"),
        acting_for(UserFactory(pk=link.pk + 5_000)),
    ):
        a_reply_by(link, far_school_asked, first=forged)
    with pytest.raises(DatabaseError, match="its own consultation"), acting_by_link(link.pk):
        a_reply_by(link, other)
    with acting_by_link(link.pk):
        a_reply_by(link, far_school_asked)


def a_reply_by(link, consultation, *, first="SELECT 1"):
    connection.cursor().execute(first)
    ConsultationReply.objects.create(consultation=consultation, link=link, kind="no_capacity")


def test_a_link_leaves_its_secret_in_no_history_and_a_look(placements, far_school_asked):
    token = ConsultationLink.send(far_school_asked, by=placements, email="office@far.example")
    browser = Client()

    browser.post(f"/consult/{token}/")
    browser.get("/consulted/")

    with connection.cursor() as cursor:
        cursor.execute("SELECT metadata->>'url' FROM pghistory_context WHERE metadata ? 'url'")
        addresses = {address for (address,) in cursor.fetchall()}
    assert "/consult/<token>/" in addresses
    assert not any(token in address for address in addresses)
    look = Look.objects.get()
    assert (look.who, look.with_identity) == ("office@far.example", True)
