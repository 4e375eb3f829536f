"""People at work, as the reliability command needs them: a process of its own on loopback.

Three visitors at once: two read pages as a signed-in officer, one asks for new passwords, which
writes a message into the outbox. What each was answered, and when, is printed as JSON.
"""

from __future__ import annotations

import http.client
import itertools
import json
import re
import sys
import threading
import time
from contextlib import closing
from urllib.parse import urlencode

PAGES = (
    "/",
    "/schools/",
    "/children/",
    "/admission/",
    "/reports/dps-status/",
    "/privacy/",
    "/healthz",
)
TOKEN = "reliability" * 2 + "0123456789"  # 32 characters, in the cookie and in the form
ASKED = "/accounts/new-password/"
PATIENCE = 30.0


def main() -> None:
    """Visit for so many seconds: PORT SECONDS SESSION PAGE EMAIL…"""
    port, seconds, session, page, *emails = sys.argv[1:]
    answers: list[list[object]] = []
    until = time.monotonic() + float(seconds)
    visitors = [
        threading.Thread(target=_read, args=(int(port), until, session, page, answers)),
        threading.Thread(target=_read, args=(int(port), until, session, page, answers)),
        threading.Thread(target=_ask, args=(int(port), until, emails, answers)),
    ]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    sys.stdout.write(json.dumps(answers))


def _read(port: int, until: float, session: str, own: str, answers: list[list[object]]) -> None:
    for page in itertools.cycle((*PAGES, own)):
        if time.monotonic() > until:
            return
        answers.append(_answer(port, "GET", page, {"Cookie": f"sessionid={session}"}))
        time.sleep(0.02)


def _ask(port: int, until: float, emails: list[str], answers: list[list[object]]) -> None:
    for email in itertools.cycle(emails):
        if time.monotonic() > until:
            return
        tokens = {"csrfmiddlewaretoken": TOKEN, "form_token": _form_token(port)}
        form = urlencode({"email": email, **tokens})
        kind = "application/x-www-form-urlencoded"
        headers = {"Cookie": f"csrftoken={TOKEN}", "Content-Type": kind}
        answers.append(_answer(port, "POST", ASKED, headers, form))
        time.sleep(3)


def _form_token(port: int) -> str:
    """What the form of the page carries; empty where no page comes."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        try:
            line.request("GET", ASKED, headers={"Host": "localhost"})
            page = line.getresponse().read().decode()
        except (OSError, http.client.HTTPException):
            return ""
    found = re.search(r'name="form_token" value="([^"]+)"', page)
    return found[1] if found else ""


def _answer(
    port: int, method: str, page: str, headers: dict[str, str], body: str | None = None
) -> list[object]:
    """Give the method, the status (0 for no answer), the milliseconds and any Retry-After."""
    begun = time.monotonic()
    status, again = 0, None
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        try:
            line.request(method, page, body, {"Host": "localhost", **headers})
            response = line.getresponse()
            response.read()
            status, again = response.status, response.headers["Retry-After"]
        except (OSError, http.client.HTTPException):
            pass
    return [method, status, (time.monotonic() - begun) * 1000, again]


if __name__ == "__main__":
    main()
