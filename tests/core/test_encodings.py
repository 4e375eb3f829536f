"""Requests in another encoding than UTF-8, sent to the door of the web server itself."""

import io
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from nmiss.base.core.encodings import in_utf_8_alone

pytestmark = pytest.mark.django_db

# What Python decodes with an error, into half characters, or slowly; and what is no header.
OTHERS = [
    *("hex", "rot13", "base64", "zlib", "bz2_codec", "undefined", "idna", "punycode", "utf-7"),
    *("utf-16", "unicode_escape", "raw_unicode_escape", "latin-1", "HEX", '"hex"', "Punycode"),
]
KINDS = [f"text/plain; charset={name}" for name in OTHERS] + [
    f"multipart/form-data; boundary=x; charset={name}" for name in OTHERS
]
BROKEN = ["text/plain; x*=nobody-knows''a", "text/plain; charset*=hex''hex"]
OURS = [
    *("", "text/plain", "text/plain; charset=utf-8", "text/plain; charset=UTF8"),
    *("text/plain; charset=nobody-knows", 'text/plain; charset="', "multipart/form-data"),
]


@pytest.fixture
def ask():
    """Ask as a web server does, and give the status and the page."""
    application = in_utf_8_alone(WSGIHandler())
    for signal in (request_started, request_finished):  # they would end the test's transaction
        signal.disconnect(close_old_connections)

    def ask(method, path, kind, body=b""):
        path, _, query = path.partition("?")
        said = []
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": kind,
            "CONTENT_LENGTH": str(len(body)),
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
        }
        page = b"".join(application(environ, lambda status, headers: said.append(status)))
        return int(said[0][:3]), page.decode()

    yield ask
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


FIELD = b'--x\r\nContent-Disposition: form-data; name="login"\r\n\r\n%b\r\n--x--\r\n'


@pytest.mark.parametrize("kind", [*KINDS, *BROKEN])
def test_are_told_to_come_in_utf_8(ask, kind):
    for sent in (
        ask("GET", "/privacy/?q=%5Cud800", kind),
        ask("POST", "/accounts/sign-in/", kind, FIELD % b"\\ud800"),
    ):
        assert sent[0] == 400
        assert "send it in UTF-8" in sent[1]


def test_cost_nothing(ask):
    """Decoding this would take minutes, and the test with it."""
    slow = FIELD % (b"a" * 1_000_000 + b"-" + b"b" * 1_000_000)

    kind = "multipart/form-data; boundary=x; charset=punycode"
    assert ask("POST", "/accounts/sign-in/", kind, slow)[0] == 400


@pytest.mark.parametrize("kind", OURS)
def test_in_utf_8_are_read(ask, kind):
    assert ask("GET", "/privacy/?q=%C3%A9", kind)[0] == 200


DOOR = """
import io
import nmiss.wsgi
asked = {"REQUEST_METHOD": "GET", "PATH_INFO": "/healthz", "QUERY_STRING": "q=1",
         "CONTENT_TYPE": "a/b; charset=hex", "SERVER_NAME": "localhost", "SERVER_PORT": "80",
         "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO()}
nmiss.wsgi.application(asked, lambda status, headers: print(status))
"""


def test_the_server_has_it_around_its_application():
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", DOOR],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        stdout=subprocess.PIPE,
        check=True,
    )

    assert done.stdout == b"400 Bad Request\n"
