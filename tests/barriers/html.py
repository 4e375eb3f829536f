"""The HTML as it was served, before the W3C's checker and html-validate."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from nmiss.machine.install import node
from tests.barriers.tally import Tally

HERE = Path(__file__).parent
VNU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
VALIDATE = HERE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"


def check(folder: Path, tally: Tally) -> None:
    for name, finding in _of_the_w3c(folder, tally):
        tally.found("W3C", name, finding)
    for name, finding in _of_html_validate(folder, tally):
        tally.found("html-validate", name, finding)


def _of_the_w3c(folder: Path, tally: Tally) -> Iterator[tuple[str, str]]:
    java = shutil.which("java")
    if not java:
        tally.print(
            "The W3C's HTML checker was not run: it needs Java (apt-get install default-jre)"
        )
        return
    done = subprocess.run(
        [java, "-jar", VNU, "--format", "json", "--exit-zero-always", folder],
        capture_output=True,
        text=True,
        check=True,
    )
    tally.counts["pages before the W3C's checker"] = len(list(folder.glob("*.html")))
    for each in json.loads(done.stderr)["messages"]:
        extract = " ".join(each.get("extract", "").split())
        yield Path(each.get("url", "")).stem, f"{each['message']} {extract[:160]}"


def _of_html_validate(folder: Path, tally: Tally) -> Iterator[tuple[str, str]]:
    rules = HERE / ".htmlvalidate.json"
    found = folder / "html-validate.json"  # a pipe would lose what is long
    subprocess.run(
        [node(), VALIDATE, "--config", rules, "--formatter", f"json={found}", folder],
        capture_output=True,
    )
    tally.counts["pages before html-validate"] = len(list(folder.glob("*.html")))
    for page in json.loads(found.read_text()):
        for each in page["messages"]:
            place = f"{each.get('selector') or ''}"[-100:]
            yield Path(page["filePath"]).stem, f"{each['ruleId']}: {each['message']} {place}"
