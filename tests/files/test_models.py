"""Files that came in: taken in, checked, forgotten."""

import hashlib
import os
import sys

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, InternalError, connections, transaction
from django.utils import timezone

from nmiss.base.core.models import AuditEvent
from nmiss.base.files import actions, looking, looking_inside, vault
from nmiss.base.files.actions import check_what_is_due
from nmiss.base.files.kinds import XLSX
from nmiss.base.files.models import FileState, NotToBeOpened, StoredFile
from tests.factories.accounts import UserFactory
from tests.files.checking import check_files
from tests.files.hostile import SLOW
from tests.files.kept import on_disk, take_in
from tests.owners import without

pytestmark = pytest.mark.django_db


class TestTakeIn:
    def test_keeps_the_content_with_its_digest(self):
        content = b"a,b\n" + b"1,2\n" * 400_000

        file = take_in(content)

        check_files()
        file.refresh_from_db()
        assert b"".join(file.chunks()) == content
        assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())

    def test_lies_unreadable_under_a_made_up_name_outside_the_static_files(self):
        file = take_in()

        path = on_disk(file)
        assert "table" not in str(path)
        assert b"1,2" not in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0
        assert django_settings.STATIC_ROOT not in path.parents

    def test_is_on_record(self):
        file = take_in()

        event = AuditEvent.objects.about(file).get()
        assert (event.verb, event.given["sha256"]) == ("take_in", file.sha256)

    def test_lends_a_copy_of_its_own_name(self):
        take_in()
        check_files()

        with StoredFile.objects.get().on_disk() as path:
            assert (path.name, path.read_bytes()) == ("table.csv", b"a,b\n1,2\n")

        assert not path.exists()

    def test_notices_what_was_changed_on_disk(self):
        file = StoredFile.keep_made(
            [b"a,b\n", b"1,2\n"], name="t.csv", content_type="text/csv", by=None
        )
        path = on_disk(file)
        path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])

        with pytest.raises(vault.Damaged):
            list(file.chunks())


class TestForget:
    def test_removes_the_content_and_keeps_the_record(self, django_capture_on_commit_callbacks):
        file = take_in()
        path = on_disk(file)

        with django_capture_on_commit_callbacks(execute=True):
            file.forget()

        assert not path.exists()
        assert not file.may_be_opened
        with pytest.raises(NotToBeOpened):
            file.chunks()


class TestConstraints:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"state": "perhaps"},
            {"state": FileState.CLEAN},
            {"state": FileState.CLEAN, "checked_at": timezone.now()},
            {"state": FileState.REFUSED, "checked_at": timezone.now()},
            {
                "state": FileState.INFECTED,
                "looked_at": timezone.now(),
                "checked_at": timezone.now(),
            },
            {"refusal": "Something"},
            {"found": "Something"},
            {"sha256": "short"},
        ],
    )
    def test_refuse(self, wrong):
        file = take_in()

        aside = without("files.StoredFile:where_it_lies")
        with aside, pytest.raises(IntegrityError), transaction.atomic():
            StoredFile.objects.filter(pk=file.pk).update(**wrong)

    def test_leave_a_file_where_it_lies(self):
        file, other = take_in(), take_in()

        with pytest.raises(InternalError, match="Cannot update"):
            StoredFile.objects.filter(pk=file.pk).update(place=other.place[::-1])


class TestCheck:
    """What the worker does, step by step."""

    def test_comes_before_anybody_can_open_it(self):
        file = take_in()

        assert file.is_being_checked
        with pytest.raises(NotToBeOpened):
            file.chunks()

    def test_refuses_what_is_hostile_inside(self):
        file = take_in(b"a,b\n1,<script>x</script>\n")

        assert check_what_is_due() == 1

        file.refresh_from_db()
        assert (file.state, file.may_be_opened) == (FileState.REFUSED, False)
        assert file.why_refused == "Line 2, b: this cell holds a script: take it out"
        assert AuditEvent.objects.about(file).newest_first()[0].verb == "refuse_file"
        with pytest.raises(NotToBeOpened):
            file.chunks()

    def test_refuses_what_takes_too_long(self, monkeypatch):
        file = take_in()
        binds = "from nmiss.base.files import looking_inside as it; it.MOST_SECONDS = 1; it.bind(0)"
        code = binds + "\nwhile True: pass"
        monkeypatch.setattr(looking, "COMMAND", (sys.executable, "-c", code))

        check_what_is_due()

        file.refresh_from_db()
        assert (file.state, file.refusal) == (FileState.REFUSED, looking_inside.TOO_MUCH)

    def test_is_tried_again_where_it_has_died(self, monkeypatch):
        file, other = take_in(), take_in(b"a,b\n3,4\n")
        inside = looking.inside

        def died(chunks, **given):
            content = b"".join(chunks)
            if content == b"a,b\n1,2\n":
                raise looking.Died
            return inside([content], **given)

        monkeypatch.setattr(looking, "inside", died)

        assert check_what_is_due() == 1
        assert StoredFile.objects.get(state=FileState.CLEAN) == other

        monkeypatch.setattr(looking, "inside", inside)
        assert check_what_is_due() == 1
        file.refresh_from_db()
        assert (file.state, file.tries) == (FileState.CLEAN, 2)

    def test_is_given_up_once_it_has_died_three_times(self, monkeypatch):
        file = take_in()
        monkeypatch.setattr(looking, "COMMAND", ("false",))

        assert [check_what_is_due() for _ in range(4)] == [0, 0, 0, 1]

        file.refresh_from_db()
        assert (file.state, file.tries) == (FileState.REFUSED, 3)
        assert file.refusal.startswith("We could not check this file: ")

    def test_goes_on_where_a_killed_worker_was(self, monkeypatch, settings):
        """It was looked into; the scan is still to come, and is all that is still to come."""
        settings.CLAMD_ADDRESS = "127.0.0.1:1"
        file = take_in()
        check_what_is_due()
        file.refresh_from_db()
        assert (file.looked_at is None, file.state) == (False, FileState.WAITING)

        monkeypatch.setattr(looking, "COMMAND", ("false",))
        settings.CLAMD_ADDRESS = ""
        assert check_what_is_due() == 1

        file.refresh_from_db()
        assert (file.state, file.tries) == (FileState.CLEAN, 1)

    def test_is_not_done_twice_at_once(self):
        """One process in the whole hub looks inside, whoever asks for it."""
        take_in()
        other = connections.create_connection("default")
        try:
            with other.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock(%s)", [actions.LOCK])
                assert check_what_is_due() == 0
                cursor.execute("SELECT pg_advisory_unlock(%s)", [actions.LOCK])
        finally:
            other.close()
        assert check_what_is_due() == 1

    def test_leaves_no_process_behind(self):
        for name, content in list(SLOW.values())[:3]:
            file = SimpleUploadedFile(name, content)
            file.kind = XLSX
            StoredFile.take_in(file, by=UserFactory())

        assert check_files() == 3
        assert StoredFile.objects.filter(state=FileState.REFUSED).count() == 3
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)
