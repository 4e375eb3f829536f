"""So many officers reading pages at once, as the bench over HTTP needs them: a process of its own.

Each asks for the next page when the last one has come. Printed as JSON: the milliseconds of each
answer, and how many were none. A connection is kept where the server keeps it.
"""

from __future__ import annotations

import http.client
import itertools
import json
import sys
import threading
import time
from contextlib import closing

PAGES = (
    *("/", "/schools/", "/providers/", "/memberships/", "/admission/", "/returns/", "/fees/"),
    *("/consultations/", "/reports/dps-status/", "/calendar/"),
)
PATIENCE = 60.0


def main() -> None:
    """Read for so many seconds: PORT SECONDS AT_ONCE SESSION."""
    port, seconds, at_once, session = sys.argv[1:]
    until = time.monotonic() + float(seconds)
    took: list[float] = []
    failed: list[int] = []
    people = [
        threading.Thread(target=_read, args=(int(port), until, session, number, took, failed))
        for number in range(int(at_once))
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    sys.stdout.write(json.dumps({"took": took, "failed": len(failed)}))


def _read(
    port: int, until: float, session: str, number: int, took: list[float], failed: list[int]
) -> None:
    """Begin with a page of one's own, so that not everybody asks for the same one."""
    start = number % len(PAGES)
    headers = {
        "Host": "localhost",
        "Cookie": f"sessionid={session}",
        "Accept-Encoding": "gzip",
        "Sec-Fetch-Site": "same-origin",
    }
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        for page in itertools.cycle((*PAGES[start:], *PAGES[:start])):
            if time.monotonic() > until:
                return
            begun = time.monotonic()
            try:
                line.request("GET", page, headers=headers)
                response = line.getresponse()
                response.read()
            except (OSError, http.client.HTTPException):
                line.close()
                failed.append(0)
                continue
            took.append((time.monotonic() - begun) * 1000)
            if response.status != 200:
                failed.append(response.status)


if __name__ == "__main__":
    main()
