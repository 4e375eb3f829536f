import io
import json
import logging
import logging.config
import re
import sys
from urllib.parse import quote

import pytest
from celery.beat import SchedulingError
from django.http import HttpRequest
from django.urls import get_resolver
from kombu.exceptions import OperationalError

from nmiss.base.core import logs
from nmiss.machine import web_server

TOKEN = "Zm9yZ290dGVuLXRva2Vu"


@pytest.fixture
def written():
    """Collect what one logger writes as JSON lines."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(logs.Discretion())
    handler.setFormatter(logs.JsonLines())
    logger = logging.getLogger("tests.logs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logger.removeHandler(handler)


def log():
    return logging.getLogger("tests.logs")


def asked_for(path, query=""):
    request = HttpRequest()
    request.path = request.path_info = path
    request.META["QUERY_STRING"] = query
    return request


class TestAddressOf:
    @pytest.mark.parametrize(
        ("path", "written"),
        [
            ("/schools/118926/", "/schools/118926/"),
            ("/children/C-00042/", "/children/C-00042/"),
            ("/children/Ada Lovelace/", "(no page)"),
            ("/children/A123456789012/", "/children/<reference>/"),
            (f"/invitations/{TOKEN}/", "/invitations/<token>/"),
            ("/accounts/new-password/1f-cs-tcw3/", "/accounts/new-password/<uidb36>-<key>/"),
            ("/Ada Lovelace, 4 May 2015", "(no page)"),
            ("/static/build/nmiss.css", "/static/…"),
        ],
    )
    def test_shows_a_page_and_no_secret(self, path, written):
        assert logs.address_of(asked_for(path, "name=Ada")) == written


def test_no_address_that_a_secret_opens_is_written_by_any_library():
    found = [
        path
        for path in addresses_of(get_resolver())
        if re.search(r"<str:(token|key)>|<uidb36>-<key>|P<key>", path)
    ]

    assert len(found) >= 4
    for path in found:
        written = "/" + re.sub(r"\(\?P<\w+>[^)]*\)|<[^>]*>", TOKEN, path).replace("^", "")
        assert TOKEN not in logs.discreet(f"Not Found: {written}"), path


def addresses_of(resolver, before=""):
    for each in resolver.url_patterns:
        path = before + str(each.pattern)
        yield from addresses_of(each, path) if hasattr(each, "url_patterns") else [path]


class TestJsonLines:
    def test_has_a_line_an_event_with_the_number_of_its_request(self, written):
        mark = logs.request_id.set("abc")
        log().info("Two\nlines of %s", "text")
        logs.request_id.reset(mark)

        (line,) = written()
        assert line.pop("time")
        assert line == {
            "level": "INFO",
            "logger": "tests.logs",
            "message": "Two\nlines of text",
            "request": "abc",
        }

    def test_leaves_out_what_a_library_adds(self, written):
        request = asked_for(f"/invitations/{TOKEN}/", "next=Ada")
        request.number = "abc"

        extra = {"request": request, "status_code": 404, "data": {"name": "Ada"}}
        log().warning("%s: %s", "Not Found", request.path, extra=extra)

        (line,) = written()
        assert (line["message"], line["request"]) == ("Not Found: /invitations/…/", "abc")
        assert "Ada" not in json.dumps(line)

    @pytest.mark.django_db
    def test_masks_a_name_that_is_not_ascii_like_any_other(self, client, written):
        django = logging.getLogger("django.request")
        handler = logging.getLogger("tests.logs").handlers[-1]
        django.addHandler(handler)
        path = "/children/Zoë Łukasz-東京/"
        try:
            client.get(path)
            for name in ("/children/Zo%C3%AB/", "/invitations/Zoë/", "/search/Zoë/?words=Łukasz"):
                client.get(name)
            request = asked_for(path, "words=Zoë")
            for way in (path, quote(path), request.get_full_path()):
                django.warning("Not Found: %s", way, extra={"request": request})
        finally:
            django.removeHandler(handler)

        lines = [line["message"] for line in written()]
        assert len(lines) == 7
        for line in lines:
            assert re.fullmatch(r"(Not Found|Gone): (\(no page\)|/invitations/…/)", line), line

    def test_tells_where_an_error_arose_but_not_what_it_quotes(self, written):
        try:
            int("Ada Lovelace")
        except ValueError:
            log().exception("It failed")

        (line,) = written()
        assert line["exc_info"].startswith("ValueError\n")
        assert "test_logs.py" in line["exc_info"]
        assert "'Ada" not in line["exc_info"]

    def test_writes_a_line_of_a_server_that_is_away(self, written):
        why = "Couldn't apply scheduled task a: Error 111 connecting to localhost:6379."
        try:
            raise SchedulingError(why) from OperationalError("Error 111 connecting to localhost")
        except SchedulingError:
            log().error("Message Error: %s\n%s", "away", ["its trace"], exc_info=True)

        (line,) = written()
        assert line["message"] == "Message Error: away"
        assert line["exc_info"] == f"SchedulingError: {why}"

    def test_leaves_out_arguments_and_errors_of_tasks(self, written):
        facts = {"name": "a_task", "id": "1", "exc": "ValueError('Ada')", "args": "['Ada']"}

        log().error("Task %(name)s[%(id)s] raised %(exc)s with %(args)s", facts)

        assert written()[0]["message"] == "Task a_task[1] raised … with …"

    @pytest.mark.parametrize(
        ("said", "kept"),
        [
            (f"Error handling request ADA /invitations/{TOKEN}/", "handling request …"),
            ("GET /schools/?name=Ada HTTP/1.1", "GET /schools/ HTTP/1.1"),
            ("Invalid request from ip=::1: Invalid HTTP Version: 'Ada HTTP/1.1'", "ip=::1: …"),
            ("Method Not Allowed (ADA): /healthz", "Method Not Allowed …"),
            ("Forbidden (Referer checking failed - http://a/Ada does not match any)", "failed - …"),
        ],
    )
    def test_masks_what_gunicorn_says(self, written, said, kept):
        log().error(said)

        assert kept in written()[0]["message"]
        assert not {"Ada", TOKEN} & set(written()[0]["message"].replace("/", " ").split())
        assert "ada" not in written()[0]["message"].lower()


class TestDiscretion:
    def test_leaves_out_what_django_refuses(self):
        name = "django.security.DisallowedHost"
        record = logging.makeLogRecord({"name": name, "msg": "Invalid HTTP_HOST header: 'Ada'."})

        logs.Discretion().filter(record)

        assert record.getMessage() == "Refused"


class TestText:
    def test_tells_where_an_error_arose_but_not_what_it_quotes(self):
        made = logs.logging_settings(as_json=False, level="INFO")["formatters"]["text"]
        formatter = logging.config.DictConfigurator({}).configure_formatter(made)
        try:
            int("Ada Lovelace")
        except ValueError:
            facts = {"name": "a", "levelname": "ERROR", "msg": "Failed", "exc_info": sys.exc_info()}

        told = formatter.format(logging.makeLogRecord(facts))

        assert told.startswith("ERROR a Failed\nValueError\n")
        assert "'Ada" not in told


class TestAccessLog:
    def test_masks_what_opens_a_page(self, atoms):
        assert atoms["U"] == "/invitations/…/"
        assert atoms["r"] == "GET /invitations/…/ HTTP/1.1"
        assert TOKEN not in str(atoms)
        assert "Ada" not in str(atoms)


@pytest.fixture
def atoms():
    """What gunicorn would write of one request, made by its own code."""
    import datetime
    from types import SimpleNamespace

    from gunicorn.config import Config

    path = f"/invitations/{TOKEN}/"
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": f"{path}?name=Ada",
        "PATH_INFO": path,
        "QUERY_STRING": "name=Ada",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": f"http://localhost{path}",
    }
    request = SimpleNamespace(headers=[("REFERER", environ["HTTP_REFERER"])])
    response = SimpleNamespace(status="200 OK", sent=1, response_length=1, headers=[])
    log = web_server.DiscreetLog(Config())
    return log.atoms(response, request, environ, datetime.timedelta(seconds=1))


class TestStandardError:
    def test_is_where_the_log_goes(self):
        made = logs.logging_settings(as_json=True, level="INFO")

        assert made["handlers"]["console"]["class"] == "logging.StreamHandler"
        assert logging.StreamHandler().stream is sys.stderr
