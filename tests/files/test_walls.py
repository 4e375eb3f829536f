"""What a file is, is for the hub itself to say: nobody with the web's role marks one as clean."""

import pytest

from nmiss.base.files.actions import check_what_is_due
from nmiss.base.files.models import FileState, StoredFile
from tests.contracts.attacks import SETTINGS, line_of, passed
from tests.factories.accounts import UserFactory
from tests.files.kept import take_in

pytestmark = pytest.mark.django_db
CLEAN = "state = 'clean', looked_at = now(), checked_at = now()"
ATTACKS = (
    f"UPDATE files_storedfile SET {CLEAN}",
    "UPDATE files_storedfile SET looked_at = now()",
    "UPDATE files_storedfile SET state = 'refused', refusal = 'x', checked_at = now()",
    "UPDATE files_storedfile SET content_type = 'text/html'",
    "UPDATE files_storedfile SET forgotten_at = now()",
    (
        "INSERT INTO files_storedfile (name, content_type, place, size, sha256, state, tries, "
        "looked_at, checked_at, refusal, found, kept_at, is_sealed) SELECT name, content_type, "
        "repeat('0', 32), size, sha256, 'clean', 0, now(), now(), '', '', now(), false "
        "FROM files_storedfile LIMIT 1"
    ),
)
IN_ANOTHERS_NAME = (
    "INSERT INTO files_storedfile (name, content_type, place, size, sha256, state, tries, refusal, "
    "found, kept_by_id, kept_at, is_sealed) SELECT name, content_type, repeat('0', 32), size, "
    "sha256, 'waiting', 0, '', '', (SELECT min(id) FROM accounts_user), now(), false "
    "FROM files_storedfile LIMIT 1"
)
FOR_GOOD = (
    "DELETE FROM files_storedfile",
    "UPDATE files_storedfile SET name = 'another.pdf'",
)


@pytest.mark.parametrize("setting", SETTINGS)
def test_nobody_marks_a_file_under_any_setting(transactional_db, setting):
    officer = UserFactory()
    take_in()
    for person in (None, officer):
        with line_of("web") as line, line.cursor() as cursor:
            cursor.execute(setting)
            assert [each for each in ATTACKS if passed(each, cursor, person)] == []
    with line_of("owner") as line, line.cursor() as cursor:
        assert [each for each in ATTACKS if not passed(each, cursor)] == []


def test_nobody_sends_one_in_for_another_or_takes_one_away(transactional_db):
    first, officer = UserFactory(), UserFactory()
    take_in()
    with line_of("web") as line, line.cursor() as cursor:
        for person in (None, officer):
            attacks = (IN_ANOTHERS_NAME, *FOR_GOOD)
            assert [each for each in attacks if passed(each, cursor, person)] == []
        assert passed(IN_ANOTHERS_NAME, cursor, first)


def test_the_worker_marks_it(as_web):
    file = take_in()
    check_what_is_due()
    made = StoredFile.keep_made(b"x", name="a.txt", content_type="text/plain", by=None)
    file.refresh_from_db()
    assert (file.state, made.state) == (FileState.CLEAN, FileState.CLEAN)
