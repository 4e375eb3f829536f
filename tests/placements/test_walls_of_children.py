"""Children and who they are, tried as the role that serves the pages."""

import pytest

from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from placements.models import ChildIdentity
from tests.contracts.attacks import SETTINGS, line_of, passed
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory

pytestmark = pytest.mark.django_db
ATTACKS = (
    "DELETE FROM placements_childidentity",
    "UPDATE placements_childidentity SET home_postcode = initials",
    (
        "UPDATE placements_childidentity SET birth_date = (SELECT birth_date "
        "FROM placements_childidentity ORDER BY id LIMIT 1)"
    ),
    "UPDATE placements_child SET cohort = cohort + 1",
    "UPDATE placements_child SET reference = 'another ' || id",
    "INSERT INTO placements_child (reference, sex, cohort) VALUES ('another', 'F', 2030)",
)


@pytest.fixture
def people(transactional_db):
    ChildFactory(identity__initials="AB")
    ChildFactory(identity__initials="CD")
    return [UserFactory(role=role) for role in (Role.PROVIDER, Role.AUDITOR, Role.FINANCE)]


@pytest.mark.parametrize("setting", SETTINGS)
def test_nobody_changes_who_a_child_is(people, setting):
    with line_of("web") as line, line.cursor() as cursor:
        cursor.execute(setting)
        for person in (None, *people):
            assert [each for each in ATTACKS if passed(each, cursor, person)] == []
    with line_of("owner") as line, line.cursor() as cursor:
        assert [each for each in ATTACKS if not passed(each, cursor)] == []


def test_who_opens_cases_does(people, as_web):
    with acting_for(UserFactory(role=Role.PLACEMENTS)):
        assert ChildIdentity.objects.update(initials="EF") == 2
