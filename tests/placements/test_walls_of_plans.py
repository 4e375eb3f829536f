"""Takeovers and reorganisations as two agreed to them, tried as the role that serves the pages."""

import datetime

import pytest
from django.utils import timezone

from nmiss.base.accounts.models import Role
from placements.reorganising import transferring
from tests.contracts.attacks import line_of, passed, see_that_nobody
from tests.factories.accounts import UserFactory
from tests.factories.placements import PlacementFactory, a_case
from tests.factories.reorganising import a_reorganisation, districts_mapped
from tests.factories.takeovers import a_member, a_plan, agreed, mapped

pytestmark = pytest.mark.django_db
SOON = timezone.localdate() + datetime.timedelta(days=40)
# By who plans, too: what two agreed to is carried out by the hub alone.
AGREED = (
    "UPDATE contracts_membershipmapping SET counted = true",
    "UPDATE contracts_membershipmapping SET became_id = membership_id",
)
TAKEOVERS = (
    "UPDATE contracts_takeover SET status = 'withdrawn'",
    "UPDATE contracts_takeover SET proposal_id = NULL, status = 'withdrawn'",
    (
        "INSERT INTO contracts_membershipmapping (takeover_id, membership_id, way, counted) "
        "SELECT (SELECT id FROM contracts_takeover), max(m.id), 'left', false "
        "FROM contracts_membership m WHERE id NOT IN "
        "(SELECT membership_id FROM contracts_membershipmapping)"
    ),
    *AGREED,
)
OF_A_DRAFT = (
    "UPDATE contracts_membershipmapping SET way = 'left', lot_id = NULL",
    "DELETE FROM contracts_membershipmapping",
)
REORGANISATIONS = (
    "UPDATE placements_reorganisation SET status = 'withdrawn'",
    "UPDATE placements_districttransfer SET successor_id = NULL",
    "DELETE FROM placements_districttransfer",
    "UPDATE placements_homedistrict SET district_id = (SELECT max(id) FROM providers_district)",
    "DELETE FROM placements_homedistrict",
    "UPDATE providers_district SET outward_codes = '{}'",
    "UPDATE providers_district SET authority_id = (SELECT max(id) FROM providers_localauthority)",
    (
        "INSERT INTO providers_district (name, authority_id, outward_codes) "
        "SELECT 'Another', min(id), '{}' FROM providers_localauthority"
    ),
    "UPDATE providers_localauthority SET name = 'Another', last_on = '2026-01-01'",
    "INSERT INTO providers_localauthority (code, name) VALUES ('899', 'Another')",
)
PLACES = (
    "UPDATE placements_placement SET annual_fee = 999999",
    "UPDATE placements_placement SET ended_on = starts_on + 1",
    "DELETE FROM placements_placement",
    (
        "INSERT INTO placements_placement (reference, child_id, school_id, route, provision, "
        "primary_need, secondary_need, starts_on, ended_on, end_reason, annual_fee, imported) "
        "SELECT 'another', child_id, school_id, 'spot', 'day', 'ASD', '', '2020-01-01', "
        "'2020-02-01', '', 1, true FROM placements_placement LIMIT 1"
    ),
    "UPDATE placements_case SET urgency = 'soon', wanted_on = wanted_on + 1",
    "UPDATE placements_caseneed SET rank = 9 WHERE rank > 1",
    "DELETE FROM placements_caseneed WHERE rank > 1",
)
BY_THE_HUB_ALONE = (
    (
        "INSERT INTO placements_placementmapping (takeover_id, placement_id, way, cost_a_year) "
        "SELECT (SELECT id FROM contracts_takeover), id, 'left', 1 FROM placements_placement"
    ),
    (
        "INSERT INTO placements_childtransfer (reorganisation_id, child_id, district_id, "
        "successor_id, contracts, cost_a_year) SELECT (SELECT id FROM placements_reorganisation), "
        "max(child_id), (SELECT min(id) FROM providers_district), (SELECT min(id) FROM "
        "providers_localauthority), 9, 999999 FROM placements_placement"
    ),
)


@pytest.fixture
def others(transactional_db):
    return [UserFactory(role=role) for role in (Role.PROVIDER, Role.AUDITOR, Role.FINANCE)]


def test_a_takeover_that_two_agreed_to_stays_so(others):
    a_member()
    agreed(mapped(a_plan(starts_on=SOON)))
    a_member()  # who joined since

    see_that_nobody(TAKEOVERS, *others)

    with line_of("web") as line, line.cursor() as cursor:
        officer = UserFactory(role=Role.OFFICER)
        attacks = (*AGREED, *OF_A_DRAFT, TAKEOVERS[2])
        assert [each for each in attacks if passed(each, cursor, officer)] == []


def test_the_map_of_a_draft_is_made_in_person(others):
    a_member()
    mapped(a_plan(starts_on=SOON))

    see_that_nobody(OF_A_DRAFT, *others)


def test_a_reorganisation_is_planned_in_person(others):
    plan = districts_mapped(a_reorganisation(starts_on=SOON))
    child = PlacementFactory().child
    transferring.say_home_district(child, plan.old.districts.first(), by=plan.planned_by)

    see_that_nobody(REORGANISATIONS, *others)


def test_places_and_cases_are_written_in_person(others):
    a_case(needs=("ASD", "SLCN"))
    PlacementFactory()

    see_that_nobody(PLACES, *others)


def test_the_hub_alone_says_what_went_where(others):
    a_member()
    agreed(mapped(a_plan(starts_on=SOON)))
    districts_mapped(a_reorganisation(starts_on=SOON))
    PlacementFactory()

    with line_of("web") as line, line.cursor() as cursor:
        for person in (None, UserFactory(role=Role.OFFICER), *others):
            assert [each for each in BY_THE_HUB_ALONE if passed(each, cursor, person)] == []
