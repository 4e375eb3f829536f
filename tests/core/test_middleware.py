import gzip
import logging
import re

import psycopg2
import pytest
from django.db import IntegrityError, InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.test import Client
from zeal import zeal_ignore

from nmiss.across.home.views import public
from nmiss.base.core.middleware import ShortPages, TryAgain
from tests.factories.accounts import UserFactory


@pytest.fixture
def visitor(monkeypatch):
    monkeypatch.setattr(TryAgain, "PAUSE", 0)
    return Client(raise_request_exception=False)


@pytest.fixture
def fails(monkeypatch):
    """Make a public page fail so many times before it answers."""

    def fail(error, *, times):
        left, real = [error] * times, public.TemplateResponse

        def answer(*args):
            if left:
                raise left.pop()
            return real(*args)

        monkeypatch.setattr(public, "TemplateResponse", answer)
        return left

    return fail


@pytest.mark.django_db
class TestTryAgain:
    @pytest.mark.parametrize("kind", [OperationalError, InterfaceError])
    def test_asks_once_more_for_a_page_that_only_reads(self, visitor, fails, kind):
        fails(kind("server closed the connection"), times=1)

        assert visitor.get("/privacy/").status_code == 200

    def test_says_when_to_come_back_when_that_fails_too(self, visitor, fails):
        left = fails(OperationalError("password of nmiss_web at 10.0.0.1"), times=3)

        response = visitor.get("/privacy/")

        assert (response.status_code, response["Retry-After"]) == (503, "5")
        assert "Sorry, the service is unavailable" in response.text
        assert "10.0.0.1" not in response.text
        assert "no-store" in response["Cache-Control"]
        assert len(left) == 1

    def test_never_repeats_what_was_sent(self, visitor, monkeypatch):
        asked = []

        def lose(*_):
            asked.append(1)
            raise OperationalError

        monkeypatch.setattr("allauth.account.views.LoginView.post", lose)

        assert visitor.post("/accounts/sign-in/", {}).status_code == 503
        assert asked == [1]

    def test_does_not_repeat_what_took_too_long(self, visitor, fails):
        class TooLong(psycopg2.OperationalError):
            pgcode = "57014"

        error = OperationalError("cancelled")
        error.__cause__ = TooLong()
        left = fails(error, times=2)

        assert visitor.get("/privacy/").status_code == 503
        assert len(left) == 1

    def test_leaves_other_errors_as_they_are(self, visitor, fails):
        left = fails(IntegrityError("a row is missing"), times=2)

        assert visitor.get("/privacy/").status_code == 500
        assert len(left) == 1


@pytest.mark.django_db(transaction=True)
class TestALostConnection:
    def test_costs_nobody_a_page(self, visitor, monkeypatch):
        visitor.force_login(UserFactory())
        real, lost = public.TemplateResponse, []

        def lose_then_answer(request, *args):
            if not lost:
                lost.append(1)
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
            return real(request, *args)

        monkeypatch.setattr(public, "TemplateResponse", lose_then_answer)

        with zeal_ignore():  # a page that is asked for twice asks everything twice
            response = visitor.get("/privacy/")

        assert response.status_code == 200
        assert lost == [1]


class TestTraced:
    def test_gives_each_request_a_number(self, client):
        first, second = client.get("/healthz"), client.get("/healthz")

        assert re.fullmatch("[0-9a-f]{32}", first["X-Request-ID"])
        assert first["X-Request-ID"] != second["X-Request-ID"]

    def test_keeps_the_number_that_a_proxy_gave(self, client):
        number = "0123456789abcdef0123456789abcdef"

        response = client.get("/healthz", headers={"X-Request-ID": number})

        assert response["X-Request-ID"] == number

    def test_refuses_a_number_that_is_none(self, client):
        response = client.get("/healthz", headers={"X-Request-ID": "Ada Lovelace\x85"})

        assert "Ada" not in response["X-Request-ID"]

    def test_writes_a_line_without_the_query(self, client, caplog):
        with caplog.at_level(logging.INFO, "nmiss.requests"):
            client.get("/healthz?name=Ada")

        (line,) = caplog.records
        assert (line.method, line.path, line.status) == ("GET", "/healthz", 200)
        assert "Ada" not in str(vars(line))

    def test_writes_no_method_that_somebody_made_up(self, client, caplog):
        with caplog.at_level(logging.INFO, "nmiss"), caplog.at_level(logging.INFO, "django"):
            client.generic("BYRON", "/healthz")

        methods = [line.method for line in caplog.records if hasattr(line, "method")]
        assert methods == ["(no method)"]


@pytest.mark.django_db
class TestShortPages:
    def test_compresses_pages(self, client):
        plain = client.get("/privacy/")
        response = client.get("/privacy/", headers={"Accept-Encoding": "gzip"})

        assert response["Content-Encoding"] == "gzip"
        assert len(response.content) < len(plain.content) / 2
        assert gzip.decompress(response.content)[:200] == plain.content[:200]

    def test_leaves_files_as_they_are(self, rf):
        request = rf.get("/", headers={"Accept-Encoding": "gzip"})
        file = HttpResponse(b"a" * 1000, content_type="text/csv")

        assert "Content-Encoding" not in ShortPages(lambda _: file)(request)


@pytest.mark.django_db
class TestReadable:
    @pytest.mark.parametrize("name", ["sessionid", "csrftoken", "browser", "messages"])
    @pytest.mark.parametrize("text", ['"\\000abcdefghij"', '"abcdefghij\\000"'])
    def test_leaves_out_a_cookie_with_a_nul(self, visitor, name, text):
        for page in ("/", "/accounts/sign-in/", "/privacy/"):
            answer = visitor.get(page, HTTP_COOKIE=f"{name}={text}")
            assert answer.status_code in {200, 302}
