"""The walls around returns and what follows, tried as the role that serves the pages.

As in tests/accounts/test_walls.py: each attack plainly, under each setting that the role can make,
and by somebody who is signed in and may not. Nothing in the database is another afterwards.
"""

import pytest
from django.db import DatabaseError, connection
from django.test import override_settings
from django.utils import timezone

from kpis import certifying, contesting, making
from kpis.filling import filling_of
from kpis.models import Consequence, Figure, KpiReturn, ReturnStatus, ReturnWorkbook
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.ownership import as_owner
from nmiss.base.files.models import StoredFile
from tests import databases
from tests.conftest import seal
from tests.contracts.attacks import SETTINGS, everything, line_of, passed
from tests.factories.accounts import UserFactory
from tests.factories.consequences import a_plan, proposed
from tests.factories.kpis import a_term, accepted, asked_for, filled_in, in_force, people_of
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory

pytestmark = pytest.mark.django_db
BAD = {"attended": 50, "possible": 100}
OFFICER = "(SELECT min(id) FROM accounts_user WHERE role = 'officer')"
RETURNS = (
    "UPDATE kpis_kpireturn SET first_until = first_until + 100, correct_until = correct_until + 9",
    "UPDATE kpis_kpireturn SET status = 'queried' WHERE status = 'accepted'",
    "UPDATE kpis_kpireturn SET status = 'excused', not_asked_reason = 'x' WHERE status = 'to_do'",
    "UPDATE kpis_kpireturn SET imported = true WHERE status = 'accepted'",
    "UPDATE kpis_returnversion SET counts = NOT counts WHERE sealed_at IS NOT NULL",
    (
        "INSERT INTO kpis_returnversion (kpi_return_id, number, begun_at, imported, sealed_at, "
        "counts, is_sole_user) SELECT id, 9, now(), true, now(), false, false FROM kpis_kpireturn"
    ),
    (
        "INSERT INTO kpis_returnversion (kpi_return_id, number, begun_at, imported, counts, "
        "is_sole_user) SELECT id, 9, now(), false, false, false FROM kpis_kpireturn "
        "WHERE status = 'accepted'"
    ),
    (
        "UPDATE kpis_figure f SET value = 99 FROM kpis_returnversion v "
        "WHERE v.id = version_id AND v.sealed_at IS NULL"
    ),
    (
        "UPDATE kpis_figure f SET is_na = true, value = NULL, reason = 'x' "
        "FROM kpis_returnversion v WHERE v.id = version_id AND v.sealed_at IS NULL"
    ),
    (
        "INSERT INTO kpis_figure (version_id, input, value, is_na, source, reason, "
        "is_same_as_last) SELECT id, 'exclusions', 3, false, '', '', false FROM kpis_returnversion "
        "WHERE sealed_at IS NULL"
    ),
    (
        "DELETE FROM kpis_figure f USING kpis_returnversion v "
        "WHERE v.id = version_id AND v.sealed_at IS NULL"
    ),
    (
        "UPDATE kpis_returnsection s SET comment = 'x' FROM kpis_returnversion v "
        "WHERE v.id = version_id AND v.sealed_at IS NULL"
    ),
    (
        "DELETE FROM kpis_returnsection s USING kpis_returnversion v "
        "WHERE v.id = version_id AND v.sealed_at IS NULL"
    ),
)
FOLLOWING = (
    (
        "INSERT INTO kpis_consequence (school_id, kind, status, cause, codes, "
        "grounds, proposed_at, proposed_by_id, reply_until, reply, decided_kind, decision) "
        f"SELECT school_id, 'plan', 'proposed', '', '[]', 'x', now(), {OFFICER}, reply_until, "
        "'', '', '' FROM kpis_consequence"
    ),
    (
        "UPDATE kpis_consequence SET reply_until = reply_until - 30, grounds = 'x' "
        "WHERE status = 'proposed'"
    ),
    (
        "UPDATE kpis_improvementplan SET closed_at = now(), closing_note = 'x', "
        "closed_by_id = opened_by_id"
    ),
    "UPDATE kpis_improvementplan SET opened_on = opened_on - 400",
    (
        "INSERT INTO kpis_planaction (plan_id, words, owner, due_on, evidence, added_at) "
        "SELECT id, 'x', 'x', now(), '', now() FROM kpis_improvementplan"
    ),
    "UPDATE kpis_planaction SET done_on = now(), evidence = 'x'",
    "DELETE FROM kpis_planaction",
    (
        "INSERT INTO kpis_planreview (plan_id, words, reviewed_at, reviewed_by_id) "
        f"SELECT id, 'x', now(), {OFFICER} FROM kpis_improvementplan"
    ),
    (
        "INSERT INTO kpis_schoolnote (school_id, kind, theme, happened_on, words, noted_at, "
        f"noted_by_id) SELECT id, 'visit', 'money', now(), 'x', now(), {OFFICER} "
        "FROM providers_school"
    ),
    "UPDATE kpis_term SET last_day = last_day + 1",
)


@pytest.fixture(scope="module")
def people(django_db_setup, django_db_blocker):
    """A return that was accepted, one that is filled in, one that nobody began, and a plan."""
    ours = override_settings(EMAIL_BACKEND="nmiss.base.core.outbox.OutboxEmails")
    with django_db_blocker.unblock(), ours, databases.for_several_tests():
        in_force({"cohort": "placements_at_end", "minimum": 0})
        school = SchoolFactory(provider=ProviderFactory())
        first = asked_for(school=school)
        editor, owner = people_of(first)
        officer = UserFactory()
        accepted(first, editor, owner, officer, **BAD)
        contesting.contest(first, filling_of(first).part(1), by=editor, reason="No.")
        filled_in(asked_for("2025-Q1", school=school), editor, **BAD)
        asked_for("2025-Q2", school=school)
        a_term()
        plan = a_plan(school, by=editor)
        plan.add_action(by=officer, words="Hire", owner="Head", due_on=timezone.localdate())
        proposed(school, by=officer, grounds="Late twice.")
        stranger = ProviderMemberFactory(provider=ProviderFactory(), role="owner").user
        seal("NO FORCE")
        yield {
            "editor": editor,
            "owner": owner,
            "officer": officer,
            "stranger": stranger,
            **{
                role.value: UserFactory(role=role)
                for role in (Role.AUDITOR, Role.PLACEMENTS, Role.MANAGER)
            },
        }
        seal("FORCE")


@pytest.mark.parametrize("setting", SETTINGS)
def test_nobody_writes_in_returns_and_what_follows(people, setting):
    before = everything()
    with line_of("web") as line, line.cursor() as cursor:
        cursor.execute(setting)
        assert [each for each in (*RETURNS, *FOLLOWING) if passed(each, cursor)] == []

    assert everything() == before


@pytest.mark.parametrize("who", ["stranger", "auditor", "placements"])
def test_nor_does_anybody_else_who_is_signed_in(people, who):
    with line_of("web") as line, line.cursor() as cursor:
        attacks = (*RETURNS, *FOLLOWING)
        assert [each for each in attacks if passed(each, cursor, people[who])] == []


def test_each_attack_is_one_the_owner_could_make(people):
    """So that none is refused for how it is written: the owner is asked by fewer walls."""
    with line_of("owner") as line, line.cursor() as cursor:
        assert [each for each in (*RETURNS, *FOLLOWING) if not passed(each, cursor)] == []


def answer_as(person):
    return (
        "UPDATE kpis_ratingcontest SET answered_at = now(), is_upheld = true, answer = 'So.', "
        f"answered_by_id = {person.pk}"
    )


def test_another_person_answers_about_a_contested_rating_than_who_accepted(people):
    with line_of("web") as line, line.cursor() as cursor:
        for who in ("officer", "editor", "owner", "stranger", "auditor"):
            assert not passed(answer_as(people[who]), cursor, people[who]), who
        manager = people["manager"]
        assert passed(answer_as(manager), cursor, manager)
        lost = "UPDATE kpis_returnversion SET accepted_at = NULL, accepted_by_id = NULL"
        assert not passed(f"{lost}; {answer_as(people['officer'])}", cursor, people["officer"])


def test_a_return_goes_its_road(as_web):
    """From beat, by the school and the council, to a rating that another officer looks at."""
    with as_owner(connection):
        in_force({"cohort": "placements_at_end", "minimum": 0})
        school = SchoolFactory(provider=ProviderFactory())
    found = asked_for(school=school)
    making.reconcile(timezone.localdate())
    editor, owner = people_of(found)
    officer, manager = UserFactory(), UserFactory(role=Role.MANAGER)
    accepted(found, editor, owner, officer, **BAD)
    contest = contesting.contest(found, filling_of(found).part(1), by=editor, reason="No.")
    contesting.answer(contest, by=manager, is_upheld=True, words="Yes.")
    with acting_for(editor):
        found.refresh_from_db()
        certifying.correct(found, by=editor)
    assert KpiReturn.objects.get(pk=found.pk).status == ReturnStatus.BEING_CORRECTED
    assert Figure.objects.filter(version__sealed_at=None, value=50).exists()
    with pytest.raises(DatabaseError, match="does it in person"):
        Consequence.objects.create(
            school=school, kind="plan", grounds="x", reply_until=timezone.localdate()
        )


def test_what_a_workbook_says_is_read_by_the_hub_and_corrected_in_person(transactional_db):
    owner, other = ProviderMemberFactory().user, UserFactory(role=Role.PLACEMENTS)
    file = StoredFile.keep_made(b"read", name="r.xlsx", content_type="x", by=owner)
    workbook = ReturnWorkbook.begin(file, by=owner)
    workbook.note_entries(by=None, entries=[{"value": "1"}])
    attacks = (
        "UPDATE kpis_returnworkbook SET entries = '[]'",
        "UPDATE kpis_returnworkbook SET status = 'dropped', entries = '[]'",
    )
    with line_of("web") as line, line.cursor() as cursor:
        for person in (None, other):
            assert [each for each in attacks if passed(each, cursor, person)] == []
        assert [each for each in attacks if not passed(each, cursor, owner)] == []
