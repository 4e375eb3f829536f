import hashlib
import os
import shutil
import socket
import socketserver
import subprocess
import sys
import threading
import time

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, InternalError, connections, transaction
from django.utils import timezone

from nmiss.base.core.models import AuditEvent
from nmiss.base.files import actions, looking, looking_inside, vault
from nmiss.base.files import scanner as scanning
from nmiss.base.files.actions import check_what_is_due
from nmiss.base.files.kinds import CSV, XLSX
from nmiss.base.files.models import NotToBeOpened, State, StoredFile
from tests.factories.accounts import UserFactory
from tests.files import uploads
from tests.files.checking import check_files
from tests.files.hostile import SLOW
from tests.owners import without

pytestmark = pytest.mark.django_db


def take_in(content=b"a,b\n1,2\n", name="table.csv"):
    file = SimpleUploadedFile(name, content)
    file.kind = CSV
    return StoredFile.take_in(file, by=UserFactory())


def on_disk(file):
    (path,) = django_settings.MEDIA_ROOT.glob(f"*/{file.place}")
    return path


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
            {"state": State.CLEAN},
            {"state": State.CLEAN, "checked_at": timezone.now()},
            {"state": State.REFUSED, "checked_at": timezone.now()},
            {"state": State.INFECTED, "looked_at": timezone.now(), "checked_at": timezone.now()},
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
        assert (file.state, file.may_be_opened) == (State.REFUSED, False)
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
        assert (file.state, file.refusal) == (State.REFUSED, looking_inside.TOO_MUCH)

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
        assert StoredFile.objects.get(state=State.CLEAN) == other

        monkeypatch.setattr(looking, "inside", inside)
        assert check_what_is_due() == 1
        file.refresh_from_db()
        assert (file.state, file.tries) == (State.CLEAN, 2)

    def test_is_given_up_once_it_has_died_three_times(self, monkeypatch):
        file = take_in()
        monkeypatch.setattr(looking, "COMMAND", ("false",))

        assert [check_what_is_due() for _ in range(4)] == [0, 0, 0, 1]

        file.refresh_from_db()
        assert (file.state, file.tries) == (State.REFUSED, 3)
        assert file.refusal.startswith("We could not check this file: ")

    def test_goes_on_where_a_killed_worker_was(self, monkeypatch, settings):
        """It was looked into; the scan is still to come, and is all that is still to come."""
        settings.CLAMD_ADDRESS = "127.0.0.1:1"
        file = take_in()
        check_what_is_due()
        file.refresh_from_db()
        assert (file.looked_at is None, file.state) == (False, State.WAITING)

        monkeypatch.setattr(looking, "COMMAND", ("false",))
        settings.CLAMD_ADDRESS = ""
        assert check_what_is_due() == 1

        file.refresh_from_db()
        assert (file.state, file.tries) == (State.CLEAN, 1)

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
        assert StoredFile.objects.filter(state=State.REFUSED).count() == 3
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)


class FakeScanner(socketserver.StreamRequestHandler):
    """Speaks clamd's INSTREAM; what it says is said to it before."""

    says = "stream: OK"

    def handle(self):
        command = self.rfile.readline()
        if command == b"nPING\n":
            self.wfile.write(b"PONG\n")
            return
        assert command == b"nINSTREAM\n"
        while size := int.from_bytes(self.rfile.read(4), "big"):
            self.rfile.read(size)
        self.wfile.write(f"{self.says}\n".encode())


@pytest.fixture
def scanner(settings):
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), FakeScanner)
    threading.Thread(target=server.serve_forever, args=(0.01,)).start()
    settings.CLAMD_ADDRESS = f"127.0.0.1:{server.server_address[1]}"
    yield FakeScanner
    FakeScanner.says = "stream: OK"
    server.shutdown()
    server.server_close()


class TestScan:
    def test_is_not_asked_for_where_there_is_no_scanner(self):
        file = take_in()

        assert check_what_is_due() == 1

        file.refresh_from_db()
        assert file.may_be_opened
        assert not file.is_being_checked

    def test_comes_before_anybody_can_open_it(self, scanner):
        file = take_in()

        assert file.is_being_checked
        with pytest.raises(NotToBeOpened):
            file.chunks()

        assert check_what_is_due() == 1
        file.refresh_from_db()
        assert (file.state, file.may_be_opened) == (State.CLEAN, True)

    def test_puts_what_it_finds_away_for_good(self, scanner, settings):
        scanner.says = "stream: Eicar-Test-Signature FOUND"
        file = take_in()

        check_what_is_due()

        file.refresh_from_db()
        assert (file.state, file.found) == (State.INFECTED, "Eicar-Test-Signature")
        assert AuditEvent.objects.about(file).newest_first()[0].verb == "quarantine"
        settings.CLAMD_ADDRESS = ""
        assert not file.may_be_opened

    @pytest.mark.parametrize(
        "says", ["INSTREAM size limit exceeded. ERROR", "stream: Trouble ERROR", "", "nonsense"]
    )
    def test_leaves_waiting_what_it_does_not_call_clean(self, scanner, says):
        scanner.says = says
        file = take_in()

        assert check_what_is_due() == 0

        file.refresh_from_db()
        assert file.is_being_checked
        assert not file.may_be_opened

    @pytest.mark.parametrize("address", ["127.0.0.1:1", "unix:/nowhere/clamd.ctl"])
    def test_waits_while_the_scanner_is_down(self, settings, address):
        settings.CLAMD_ADDRESS = address
        file = take_in()

        assert check_what_is_due() == 0

        file.refresh_from_db()
        assert (file.state, file.may_be_opened) == (State.WAITING, False)


class TestAScannerThatIsSilent:
    """It takes the call, and never answers."""

    def test_is_asked_once_in_a_batch(self, silent_clamd, monkeypatch):
        monkeypatch.setattr(scanning, "TO_BE_THERE", 0.1)
        files = [take_in() for _ in range(3)]

        assert check_what_is_due() == 0

        assert silent_clamd.calls == 1
        assert all(file.is_being_checked for file in files)

    def test_is_left_alone_once_it_has_frozen(self, scanner, monkeypatch):
        monkeypatch.setattr(scanning, "is_there", iter([True, False]).__next__)
        scanner.says = ""
        asked = []
        monkeypatch.setattr(scanner, "handle", lambda line: asked.append(line))
        take_in(), take_in()

        assert check_what_is_due() == 0
        assert len(asked) == 1

    def test_does_not_hold_up_others_with_one_file(self, scanner, monkeypatch):
        first, _ = take_in(b"a,b\n3,4\n"), take_in()
        find_in = scanning.find_in

        def silent_about_the_first(chunks):
            content = b"".join(chunks)
            if content == b"a,b\n3,4\n":
                raise scanning.Unavailable("timed out")
            return find_in([content])

        monkeypatch.setattr(scanning, "find_in", silent_about_the_first)

        assert check_what_is_due() == 1
        assert StoredFile.objects.waiting().get() == first


@pytest.fixture
def clamd(tmp_path, settings):
    """A real clamd with one signature of our own: that of the EICAR file."""
    program = shutil.which("clamd")
    if not program:
        pytest.skip("clamd is not installed (on Debian, as root: apt-get install clamav-daemon)")
    signature = f"{hashlib.md5(uploads.EICAR).hexdigest()}:{len(uploads.EICAR)}:Our.Eicar\n"
    (tmp_path / "ours.hdb").write_text(signature)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "clamd.conf").write_text(
        f"TCPAddr 127.0.0.1\nTCPSocket {port}\nForeground yes\nDatabaseDirectory {tmp_path}\n"
        f"TemporaryDirectory {tmp_path}\nStreamMaxLength 1M\n"
    )
    process = subprocess.Popen([program, f"--config-file={tmp_path / 'clamd.conf'}"])
    settings.CLAMD_ADDRESS = f"127.0.0.1:{port}"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield process
    process.terminate()
    process.wait(10)


class TestRealScanner:
    def test_tells_the_eicar_file_from_a_table(self, clamd):
        harmful, harmless, too_long = take_in(uploads.EICAR), take_in(), take_in(b"a,b\n" * 400_000)

        assert check_what_is_due() == 2

        for file in (harmful, harmless, too_long):
            file.refresh_from_db()
        assert (harmful.state, harmful.may_be_opened) == (State.INFECTED, False)
        assert harmful.found.startswith("Our.Eicar")
        assert (harmless.state, harmless.may_be_opened) == (State.CLEAN, True)
        assert (too_long.state, too_long.may_be_opened) == (State.WAITING, False)

    def test_waits_after_it_has_stopped(self, clamd):
        clamd.terminate()
        clamd.wait(10)
        file = take_in()

        assert check_what_is_due() == 0
        assert not file.may_be_opened
