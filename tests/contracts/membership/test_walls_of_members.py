"""Members and what is asked of them, tried as the role that serves the pages.

Each attack is one: the owner of the tables can do it. What nobody can do stands in ``FOR_GOOD``.
"""

import datetime

import pytest
from django.utils import timezone

from contracts.models import (
    Clarification,
    DebarmentCheck,
    DeclarationRenewal,
    EvidenceRequest,
)
from nmiss.base.accounts.models import Role
from tests.contracts.attacks import line_of, passed, see_that_nobody
from tests.contracts.membership.test_compliance import put
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory
from tests.factories.extending import letters_sent
from tests.factories.joining import member
from tests.factories.providers import ProviderMemberFactory

WHO = "(SELECT min(id) FROM accounts_user WHERE role = 'officer')"
ITS_OWNER = "(SELECT min(user_id) FROM providers_providermember WHERE role = 'owner')"
ATTACKS = (
    "UPDATE contracts_membership SET left_on = admitted_on, leaving = '', leaving_reason = ''",
    (
        "INSERT INTO contracts_membership (school_id, lot_id, provider_id, admitted_on, left_on, "
        "leaving, leaving_reason) SELECT school_id, lot_id, provider_id, '2020-01-01', "
        "'2020-02-01', '', '' FROM contracts_membership LIMIT 1"
    ),
    (
        "INSERT INTO contracts_suspension (membership_id, starts_on, reason, notice_on, "
        "suspended_by_id, suspended_at, reinstated_reason, ends_on, reinstated_on) "
        "SELECT id, '2020-01-01', 'x', "
        f"'2020-01-01', {WHO}, now(), '', '2020-02-01', '2020-02-01' "
        "FROM contracts_membership LIMIT 1"
    ),
    "UPDATE contracts_suspension SET reason = 'Another.'",
    "UPDATE contracts_suspension SET ends_on = starts_on, reinstated_on = starts_on",
    "DELETE FROM contracts_suspension",
    (
        "INSERT INTO contracts_debarmentcheck (provider_id, list_on, result, details, checked_on, "
        f"checked_by_id) SELECT id, '2026-01-01', 'clear', '', '2026-01-01', {WHO} "
        "FROM providers_provider LIMIT 1"
    ),
    (
        "INSERT INTO contracts_declarationrenewal (provider_id, vehicle_id, asked_by_id, asked_at, "
        f"changes) SELECT max(provider_id), max(vehicle_id), {WHO}, now(), '' "
        "FROM contracts_extensionletter JOIN contracts_extensionoption o ON o.id = option_id"
    ),
    (
        "UPDATE contracts_declarationrenewal SET renewed_at = now(), has_changed = false, "
        f"renewed_by_id = {ITS_OWNER}"
    ),
    (
        "UPDATE contracts_clarification SET answered_at = now(), answer = 'x', "
        f"published_question = 'x', answered_by_id = {WHO}"
    ),
    (
        "INSERT INTO contracts_clarification (vehicle_id, provider_id, asked_by_id, asked_at, "
        "question, published_question, answer) SELECT vehicle_id, provider_id, asked_by_id, now(), "
        "'x', '', '' FROM contracts_clarification"
    ),
    (
        "UPDATE contracts_evidencerequest SET answered_at = now(), answer = 'x', "
        f"answered_by_id = {ITS_OWNER}"
    ),
    (
        "INSERT INTO contracts_evidencerequest (application_id, question, due_on, asked_by_id, "
        f"asked_at, answer) SELECT application_id, 'x', due_on, {WHO}, now(), '' "
        "FROM contracts_evidencerequest"
    ),
    "UPDATE providers_compliancedocument SET replaced_at = now()",
    (
        "INSERT INTO providers_compliancedocument (provider_id, kind, title, file_id, added_at) "
        "SELECT provider_id, 'policy', 'x', file_id, now() FROM providers_compliancedocument"
    ),
    (
        "UPDATE contracts_extensionletter SET status = 'accepted', answered_at = now(), "
        f"answered_by_id = {WHO}, source = 'By letter'"
    ),
    "UPDATE contracts_agreement SET status = 'ended' WHERE status = 'in_force'",
    "UPDATE contracts_evaluationscheme SET scale = 5 WHERE published_at IS NULL",
    "UPDATE contracts_section SET answers = '{}'",
)
FOR_GOOD = (
    "DELETE FROM contracts_extensionletter",
    "DELETE FROM contracts_debarmentcheck",
    "UPDATE contracts_debarmentcheck SET details = 'x'",
    "DELETE FROM contracts_declarationrenewal",
    "DELETE FROM contracts_clarification",
    "UPDATE contracts_clarification SET question = 'x'",
    "DELETE FROM contracts_evidencerequest",
    "UPDATE contracts_evidencerequest SET due_on = due_on + 30",
    "DELETE FROM providers_compliancedocument",
    "UPDATE providers_compliancedocument SET expires_on = '2099-01-01'",
    ("UPDATE contracts_agreement SET vehicle_id = (SELECT max(id) FROM contracts_vehicle)"),
    "DELETE FROM contracts_agreement",
)


@pytest.fixture
def people(transactional_db):
    """A member that is suspended, checked, and asked for this and that; and others who may not."""
    officer, owner = UserFactory(role=Role.OFFICER), ProviderMemberFactory()
    there = member()
    there.suspend(
        by=officer, starts_on=timezone.localdate() + datetime.timedelta(days=9), reason="Fire."
    )
    provider, vehicle = there.provider, there.lot.vehicle
    DebarmentCheck.record(
        provider, by=officer, list_on=timezone.localdate(), result="clear", details=""
    )
    DeclarationRenewal.ask(provider, vehicle, by=officer)
    RoundFactory()
    Clarification.ask(owner.provider, vehicle, by=owner.user, question="May we?")
    application = there.agreement.application
    EvidenceRequest.objects.create(
        application=application,
        question="Where is it?",
        due_on=timezone.localdate(),
        asked_by=officer,
    )
    put(provider, 30)
    letters_sent()
    vehicle.schemes.create(version=99)
    application.sections.create(key="schools", saved_by=application.started_by)
    return [
        ProviderMemberFactory().user,
        UserFactory(role=Role.AUDITOR),
        UserFactory(role=Role.PLACEMENTS),
    ]


def test_nobody_writes_for_another(people):
    see_that_nobody(ATTACKS, *people)


def test_what_was_said_stands(people):
    officer = UserFactory(role=Role.OFFICER)
    with line_of("web") as line, line.cursor() as cursor:
        for person in (None, officer):
            assert [each for each in FOR_GOOD if passed(each, cursor, person)] == []


def test_no_officer_answers_for_a_provider_or_for_another_officer(people):
    answers = [each for each in ATTACKS if "renewed_by_id" in each or "answered_by_id" in each]
    officer = UserFactory(role=Role.OFFICER)
    with line_of("web") as line, line.cursor() as cursor:
        assert [each for each in answers if passed(each, cursor, officer)] == []
