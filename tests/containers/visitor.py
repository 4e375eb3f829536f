"""Somebody who asks for a page ten times a second and writes down each answer, until stopped.

Started in the network of the engine: `python visitor.py FILE`. Each line is the second, the status
(0 where nobody answered) and how long it took.
"""

from __future__ import annotations

import http.client
import itertools
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

HOST = "nmiss.council.example"
PORT = 8080  # of the proxy
PATH = "/accounts/sign-in/"
PAUSE = 0.1


@dataclass(frozen=True)
class Visit:
    """One answer."""

    at: float
    status: int
    seconds: float


def main() -> None:
    with Path(sys.argv[1]).open("w") as file:
        while True:
            seen = visit()
            file.write(f"{seen.at:.3f} {seen.status} {seen.seconds:.3f}\n")
            file.flush()
            time.sleep(PAUSE)


def visit() -> Visit:
    begun = time.monotonic()
    try:
        line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=70)
        with closing(line):
            line.request("GET", PATH, headers={"Host": HOST})
            answer = line.getresponse()
            answer.read()
            status = answer.status
    except OSError:
        status = 0
    return Visit(begun, status, time.monotonic() - begun)


def read(file: Path) -> list[Visit]:
    rows = (line.split() for line in file.read_text().splitlines())
    return [Visit(float(at), int(status), float(seconds)) for at, status, seconds in rows]


def longest_gap(visits: list[Visit]) -> float:
    """The longest time between the asking of two pages that came, less the usual pause."""
    came = [visit.at for visit in visits if visit.status == 200]
    return max(later - sooner for sooner, later in itertools.pairwise(came)) - PAUSE


if __name__ == "__main__":
    main()
