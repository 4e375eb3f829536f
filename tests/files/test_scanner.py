"""The virus scanner says yes, no, or nothing."""

import hashlib
import shutil
import socket
import socketserver
import subprocess
import threading
import time

import pytest

from nmiss.base.core.models import AuditEvent
from nmiss.base.files import scanner as scanning
from nmiss.base.files.actions import check_what_is_due
from nmiss.base.files.models import FileState, NotToBeOpened, StoredFile
from tests.files import uploads
from tests.files.kept import take_in

pytestmark = pytest.mark.django_db


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
        assert (file.state, file.may_be_opened) == (FileState.CLEAN, True)

    def test_puts_what_it_finds_away_for_good(self, scanner, settings):
        scanner.says = "stream: Eicar-Test-Signature FOUND"
        file = take_in()

        check_what_is_due()

        file.refresh_from_db()
        assert (file.state, file.found) == (FileState.INFECTED, "Eicar-Test-Signature")
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
        assert (file.state, file.may_be_opened) == (FileState.WAITING, False)


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
        assert (harmful.state, harmful.may_be_opened) == (FileState.INFECTED, False)
        assert harmful.found.startswith("Our.Eicar")
        assert (harmless.state, harmless.may_be_opened) == (FileState.CLEAN, True)
        assert (too_long.state, too_long.may_be_opened) == (FileState.WAITING, False)

    def test_waits_after_it_has_stopped(self, clamd):
        clamd.terminate()
        clamd.wait(10)
        file = take_in()

        assert check_what_is_due() == 0
        assert not file.may_be_opened
