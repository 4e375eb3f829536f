"""docs/containers.md: what the rehearsal did, on what, and its figures."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PAGE = Path(__file__).with_suffix(".md").read_text()
STEPS = {
    "lay_out": ("Check out under `umask 077`, lay secrets and settings", ""),
    "fail_the_first_start": (
        "Build, and start with an empty `web_password`",
        "PostgreSQL names it and stays unhealthy; nothing else starts",
    ),
    "repeat_the_first_start": ("Put the password back; the page's three lines", "all are healthy"),
    "weigh_the_image": ("Weigh the image", "one image, none left dangling"),
    "look_at_each_container": (
        "Look into each container",
        "not root, no capability, seccomp on, root read-only; database and beat reach nobody",
    ),
    "invite_and_import": ("Invite an administrator, import schools", "the email arrives"),
    "stand_behind_a_proxy": ("Put nginx in front", "every page is served"),
    "weigh_the_web": ("Weigh the web's processes", ""),
    "restart": ("Restart the web", "nginx finds it again, whatever its port"),
    "upgrade": ("Upgrade, by the page's three lines", "all run the new image"),
    "have_two_webs": (
        "Two webs and two workers by `.env`",
        "a second `up` keeps them; one may stop while the other serves",
    ),
    "refuse_another_key": (
        "A wrong, then a malformed identity key",
        "web, commands and `migrate` refuse both and say why",
    ),
    "change_the_passwords": ("New passwords for both roles of the database", "`/readyz` is 200"),
    "back_up_and_restore": (
        "Back up, delete everything, restore into a new database",
        "`/readyz` is 200, {schools} schools are there",
    ),
}
VISITS = {
    "calm": "Nothing (20 seconds)",
    "restart": "`docker compose restart web`",
    "upgrade_build": "`docker compose build`",
    "upgrade_migrate": "`docker compose run --rm migrate`",
    "upgrade_up": "`docker compose up --detach --no-deps web worker beat`",
    "one_of_two": "One of two webs is stopped and started",
}


def write(path: Path, figures: dict[str, Any], versions: list[str]) -> None:
    engine, compose, driver, nginx = versions
    today = datetime.now(UTC)
    steps = [
        f"| {what} | {figures[f'{name}_seconds']} | {held.format(**figures)} |"
        for name, (what, held) in STEPS.items()
    ]
    visits = [
        "| {0} | {visits} | {refused} | {slowest} s | {gap} s |".format(what, **figures[name])
        for name, what in VISITS.items()
    ]
    path.write_text(
        PAGE.format(
            day=f"{today.day} {today:%B %Y}",
            processors=os.cpu_count(),
            system=platform.freedesktop_os_release()["PRETTY_NAME"],
            versions=f"Docker Engine {engine} ({driver}), Compose {compose}, {nginx.split()[-1]}",
            steps="\n".join(steps),
            visits="\n".join(visits),
            image_mb=figures["image_mb"],
            own_layers_mb=figures["own_layers_mb"],
            layers=", ".join(f"{what} {size}" for size, what in figures["layers"]),
            workers=", ".join(f"{rss} MB ({pss})" for rss, pss in figures["workers"]),
        )
    )
