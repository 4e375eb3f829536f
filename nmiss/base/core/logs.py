"""The log: a line an event, with the number of its request, and nobody's data.

What people send, ask for or are called is not ours to keep in a log. So queries are left out;
addresses are written with what identifies a page but without what opens one (an invitation's
token, a password's key) or what somebody typed; and of an error there is its kind and where it
arose, but not its message, which may quote a row.
"""

from __future__ import annotations

import logging
import re
import traceback
from contextvars import ContextVar
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pythonjsonlogger.json import JsonFormatter

if TYPE_CHECKING:
    from django.http import HttpRequest

request_id: ContextVar[str] = ContextVar("request_id", default="")

FIELDS = frozenset(
    {"time", "level", "logger", "message", "request", "exc_info"}
    | {"method", "path", "status", "milliseconds"}
)
# Numbers, and references of records and children as we make them; no name has this form.
_SHOWN = re.compile(r"[0-9]{1,8}|[A-Z]{1,5}-?[0-9]{1,8}")
_SECRET_PATHS = re.compile(
    r"(/invitations/|/new-password/|/calendar/feeds/|/consult/|/vacancies/unchanged/)[^/\s?\"']+"
)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
_QUERY = re.compile(r"(?<=[\w/.-])\?\S+")
# What gunicorn and Django say of a request that they refuse, up to where they quote it.
_REFUSED = re.compile(
    r"(Invalid request from ip=\S+:|Error handling request|Method Not Allowed"
    r"|checking failed -(?= .* does not match)).*",
    re.DOTALL,
)
# What these say is of servers and settings, never of rows.
_HARMLESS = {
    *("OperationalError", "InterfaceError", "ConnectionError", "ConnectionRefusedError"),
    *("SchedulingError", "ImproperlyConfigured", "ModuleNotFoundError"),
}
_AWAY = re.compile(r"connecting to|connection to server|closed by server|server closed")


def address_of(request: HttpRequest) -> str:
    """Write down which page was asked for, without what opens it and without what was typed."""
    from django.conf import settings
    from django.urls import Resolver404, resolve

    if request.path.startswith(settings.STATIC_URL):
        return f"{settings.STATIC_URL}…"
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return "(no page)"
    path = request.path
    for name, value in match.kwargs.items():
        if not _SHOWN.fullmatch(str(value)):
            path = path.replace(str(value), f"<{name}>")
    return path


def method_of(request: HttpRequest) -> str:
    """Write down how a page was asked for: a method, too, may be made up."""
    return request.method if request.method in _METHODS else "(no method)"


class Discretion(logging.Filter):
    """Take out of every record what must not be kept, whichever library wrote it."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, dict):  # Celery's: a task's arguments, result and error
            hidden = dict.fromkeys({"args", "kwargs", "exc", "traceback", "return_value"}, "…")
            record.args = record.args | {key: hidden[key] for key in hidden.keys() & record.args}
        request = getattr(record, "request", None)
        record.request_id = request_id.get() or getattr(request, "number", "")
        message = record.getMessage()
        if path := getattr(request, "path", ""):
            for written in _ways_to_write(path, request.get_full_path()):
                message = message.replace(written, address_of(request))
        if re.fullmatch(r"django\.security\.[A-Z]\w+", record.name):
            message = "Refused"  # the logger's name says why; the message quotes what was sent
        if record.exc_info:
            message = message.partition("\n")[0]  # beat and Celery write traces below it
        record.msg, record.args = discreet(message), ()
        return True


def _ways_to_write(path: str, full: str) -> list[str]:
    """The forms in which libraries write a path, the longest first: with its query, as it came,
    and, where it is not ASCII, in percent signs, or in backslashes as Django's own log does."""
    forms = {full, path, quote(path), path.encode("unicode_escape").decode("ascii")}
    return sorted(forms, key=len, reverse=True)


def discreet(text: str) -> str:
    """Take queries, what opens a page, and what was sent wrongly out of any text."""
    return _QUERY.sub("", _SECRET_PATHS.sub(r"\1…", _REFUSED.sub(r"\1 …", text)))


class Kinds(logging.Formatter):
    """Of an error its kind and where it arose, but not its message, which may quote a row.

    Of a server that is away its kind and its words alone: where it was missed is no matter, and
    while it is away there is one such error a tick.
    """

    def formatException(  # noqa: N802 - logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        told, error = [], ei[1]
        while error and len(told) < 5:
            kind = type(error).__name__
            words = f": {discreet(str(error)).strip()}" if kind in _HARMLESS else ""
            if _AWAY.search(words):
                return "caused by\n".join([*told, kind + words])
            told.append(kind + words + "\n" + "".join(traceback.format_tb(error.__traceback__)))
            error = error.__cause__ or error.__context__
        return "caused by\n".join(told)


class JsonLines(Kinds, JsonFormatter):
    """A JSON object a line, of known fields alone: what a library adds is left out."""

    def __init__(self) -> None:
        super().__init__(
            "{asctime}{levelname}{name}{message}{request_id}",
            style="{",
            rename_fields={
                "asctime": "time",
                "levelname": "level",
                "name": "logger",
                "request_id": "request",
            },
            reserved_attrs=[*_OWN_ATTRIBUTES, "request"],
        )
        self.default_msec_format = "%s.%03d"

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in log_data.items() if key in FIELDS and value != ""}


_OWN_ATTRIBUTES = list(vars(logging.makeLogRecord({})))


def logging_settings(*, as_json: bool, level: str) -> dict[str, Any]:
    """Make Django's LOGGING: everything to standard error, as JSON or as text for a person."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"discretion": {"()": "nmiss.base.core.logs.Discretion"}},
        "formatters": {
            "json": {"()": "nmiss.base.core.logs.JsonLines"},
            "text": {
                "()": "nmiss.base.core.logs.Kinds",
                "fmt": "{levelname} {name} {message}",
                "style": "{",
            },
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "filters": ["discretion"],
                "formatter": "json" if as_json else "text",
            }
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": "NOTSET"},
            "celery.worker.strategy": {"level": "WARNING"},
            "celery.app.trace": {"level": "WARNING"},
            "celery.beat": {"level": "WARNING"},
            "gunicorn.error": {"handlers": [], "propagate": True},
            "gunicorn.access": {"handlers": [], "propagate": True},
        },
    }
