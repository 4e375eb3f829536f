"""Text is sent in UTF-8: what else a request names is taken out before Django reads in it.

Django takes any encoding that Python knows, already while it makes the request, where no page can
answer. Some of them fail, some give what no database takes, and some are slow by the square of the
length: a megabyte in Punycode took a process of the web most of a minute. Browsers send UTF-8.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.http import parse_header_parameters

UNREADABLE = "nmiss.unreadable"  # in the environment of a request, for middleware to answer

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def in_utf_8_alone(application: Application) -> Application:
    """Put this around the application: what is in another encoding reaches it without a type."""

    def guarded(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not _is_utf_8(environ.get("CONTENT_TYPE", "")):
            environ |= {"CONTENT_TYPE": "application/octet-stream", UNREADABLE: True}
        return application(environ, start_response)

    return guarded


def _is_utf_8(kind: str) -> bool:
    """Whether a type of content names no other encoding; one that nobody knows counts for none."""
    try:
        named = parse_header_parameters(kind)[1].get("charset")
        return named is None or codecs.lookup(named).name == "utf-8"
    except LookupError:
        return True
    except ValueError:
        return False
