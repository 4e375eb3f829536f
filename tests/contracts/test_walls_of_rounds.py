"""When an application was received, and in which round: tried as the role that serves the pages."""

import datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from contracts.applications import sealing
from contracts.applications.content import SCHEMA
from contracts.applications.submitting import submit
from contracts.models import Application, Round, RoundStatus
from contracts.tasks import reconcile
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.ownership import as_owner
from tests.contracts.attacks import SETTINGS, line_of, passed
from tests.factories.accounts import UserFactory
from tests.factories.contracts import ApplicationFactory, RoundFactory, received, the_dps
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
NEXT = "(SELECT id FROM contracts_round WHERE status = 'planned')"
ATTACKS = (
    f"UPDATE contracts_application SET round_id = {NEXT} WHERE status = 'received'",
    "UPDATE contracts_application SET round_id = NULL WHERE status = 'received'",
    (
        "UPDATE contracts_application SET received_at = NULL, round_id = NULL "
        "WHERE status = 'received'"
    ),
    f"UPDATE contracts_application SET round_id = {NEXT} WHERE status = 'draft'",
    # As it would be had the version before it stood.
    (
        "UPDATE contracts_application a SET received_at = s.received_at "
        "FROM contracts_submission s WHERE s.application_id = a.id AND s.number = 1"
    ),
    (
        "INSERT INTO contracts_application (vehicle_id, scheme_id, provider_id, status, "
        "started_by_id) SELECT vehicle_id, scheme_id, (SELECT max(id) FROM providers_provider), "
        "'draft', started_by_id FROM contracts_application LIMIT 1"
    ),
    "UPDATE contracts_round SET opens_at = opens_at + interval '1 day' WHERE status = 'planned'",
    "UPDATE contracts_round SET evaluation_ends_on = NULL, notice_text = 'x'",
    "UPDATE contracts_round SET clarifications_close_at = now()",
    "DELETE FROM contracts_round WHERE status = 'planned'",
    (
        "INSERT INTO contracts_round (vehicle_id, number, opens_at, closes_at, notice_text, "
        "status) SELECT vehicle_id, 99, now() + interval '1 year', now() + interval '2 years', '', "
        "'planned' FROM contracts_round LIMIT 1"
    ),
    "UPDATE contracts_round SET status = 'open', opened_at = opens_at WHERE status = 'planned'",
    "UPDATE contracts_round SET status = 'closed', closed_at = closes_at WHERE status = 'open'",
    "UPDATE contracts_round SET scheme_id = (SELECT min(id) FROM contracts_evaluationscheme)",
)


@pytest.fixture
def people(transactional_db):
    """An application of two versions in a round that is open, a draft, and the round after it."""
    RoundFactory(notice_text="Come.", evaluation_ends_on=timezone.localdate() + 60 * DAY)
    RoundFactory(planned=True)
    application = received()
    with sealing.acting_for(application.started_by):
        content = {"schema": SCHEMA, "lots": [2]}
        submit(application, by=application.started_by, content=content)
    ApplicationFactory()
    return [ProviderMemberFactory().user, UserFactory(role=Role.AUDITOR)]


@pytest.mark.parametrize("setting", SETTINGS)
def test_nobody_moves_an_application_or_a_round(people, setting):
    with line_of("web") as line, line.cursor() as cursor:
        cursor.execute(setting)
        for person in (None, *people):
            assert [each for each in ATTACKS if passed(each, cursor, person)] == []
    with line_of("owner") as line, line.cursor() as cursor:
        assert [each for each in ATTACKS if not passed(each, cursor)] == []


def test_not_even_who_changes_rounds_moves_an_application(people):
    with line_of("web") as line, line.cursor() as cursor:
        officer = UserFactory(role=Role.OFFICER)
        assert [each for each in ATTACKS[:6] if passed(each, cursor, officer)] == []


def test_what_waits_goes_into_the_next_round(as_web):
    with as_owner(connection):
        later = RoundFactory(planned=True)
        waiting = received()
    assert waiting_in(waiting) == later

    with as_owner(connection):
        soon = RoundFactory(
            opens_at=later.opens_at - 40 * DAY,
            closes_at=later.opens_at - 20 * DAY,
            status=RoundStatus.PLANNED,
            opened_at=None,
        )
    officer = UserFactory(role=Role.OFFICER)
    with acting_for(officer):
        soon.change(by=officer, **as_published(soon, notice_text="Sooner."))

    assert waiting_in(waiting) == soon


def test_what_waits_in_a_round_that_is_not_held_waits_for_none(as_web):
    with as_owner(connection):
        RoundFactory(planned=True)
        waiting = received()

    with acting_for(UserFactory(role=Role.MANAGER)):
        the_dps().set_term(by=None, initial_ends_on=timezone.localdate() + DAY)

    assert not Round.objects.exists()
    assert waiting_in(waiting) is None


def test_beat_plans_rounds_and_gives_them_what_waits(as_web):
    with as_owner(connection):
        waiting = received()
        the_dps()
    assert waiting_in(waiting) is None

    reconcile()

    assert waiting_in(waiting) == Round.objects.by_time().first()
    with pytest.raises(DatabaseError, match="in a round that is held"), transaction.atomic():
        Application.objects.filter(pk=waiting.pk).update(round=None)


def waiting_in(application):
    application.refresh_from_db()
    return application.round


def as_published(round, **given):
    names = ("opens_at", "closes_at", "clarifications_close_at", "evaluation_ends_on")
    return {name: getattr(round, name) for name in names} | given
