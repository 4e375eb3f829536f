"""Build the image, start the compose file and carry out docs/production.md: by hand only.

`make rehearse-containers`, as root on a Debian with debootstrap. What is rehearsed is what was
committed. Everything lies in one folder (FOLDER=…, /var/tmp/nmiss-rehearsal), which may be deleted.
The figures are written into docs/containers.md when all has gone well.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import sys
import time
from pathlib import Path

from tests.containers import commands, page, visitor
from tests.containers.engine import Engine, Failed

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("FOLDER") or "/var/tmp/nmiss-rehearsal")
MAIL = "mail.council.example"
NGINX = """
events {{}}
error_log /tmp/nginx.log;
http {{
{upstream}
server {{
listen 127.0.0.1:{port};
{server}
}}
}}
"""
# What each web process holds of the machine's memory: its own, and its share of what is shared.
MEMORY = r"""
from pathlib import Path
for place in Path("/proc").glob("[0-9]*"):
    program, _, rest = (place / "cmdline").read_bytes().partition(b"\0")
    if b"nmiss.wsgi" in rest and not program.endswith(b"init"):
        text = (place / "smaps_rollup").read_text()
        held = {line.split()[0]: int(line.split()[1]) for line in text.splitlines()[1:]}
        print(place.name, held["Rss:"], held["Pss:"])
"""
CONFINED = """
id -u
grep -hE 'CapEff|NoNewPrivs|Seccomp:' /proc/self/status
if touch /x 2>/dev/null; then echo writes to its root; fi
"""
REACHES_OUT = "import socket; socket.create_connection(('deb.debian.org', 80), 5)"


class Rehearsal:
    """The steps, in their order; each leaves the hub as the next one needs it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.hub = engine.share / "hub"
        self.figures: dict[str, object] = {}

    def run(self) -> None:
        for step in (
            self.lay_out,
            self.fail_the_first_start,
            self.repeat_the_first_start,
            self.weigh_the_image,
            self.look_at_each_container,
            self.invite_and_import,
            self.stand_behind_a_proxy,
            self.weigh_the_web,
            self.restart,
            self.upgrade,
            self.have_two_webs,
            self.refuse_another_key,
            self.change_the_passwords,
            self.back_up_and_restore,
        ):
            say(step.__name__.replace("_", " "))
            begun = time.monotonic()
            step()
            self.figures[f"{step.__name__}_seconds"] = round(time.monotonic() - begun)

    # Steps

    def lay_out(self) -> None:
        """Check the hub out as a careful administrator would, and run the page's first lines."""
        clone = f"umask 077; rm -rf '{self.hub}'; git clone --quiet '{ROOT}' '{self.hub}'"
        subprocess.run(["sh", "-ec", clone], check=True)
        commands.PAGE = self.hub / "docs/production.md"  # as committed
        prepare, _, _ = commands.block("mkdir -m 700 secrets").partition("docker compose")
        self.shell(prepare)
        self.shell(f"echo 'smtp://{MAIL}:587' > secrets/email_url")

    def fail_the_first_start(self) -> None:
        """A password that is missing: PostgreSQL says so, is not well, and nothing else starts."""
        self.shell("mv secrets/web_password kept && touch secrets/web_password")
        begun = time.monotonic()
        self.shell("docker compose build --quiet")
        self.figures["build_seconds"] = round(time.monotonic() - begun)
        begun = time.monotonic()
        try:
            self.shell("docker compose up --detach")
        except Failed as failure:
            insist("unhealthy" in str(failure), str(failure))
        else:
            raise Failed("The hub started without a password for its role.")
        self.figures["refusal_seconds"] = round(time.monotonic() - begun)
        log = self.shell("docker compose logs --no-log-prefix postgres 2>&1")
        insist("web_password is empty or cannot be read" in log, log)

    def repeat_the_first_start(self) -> None:
        self.shell("cat kept > secrets/web_password && rm kept")
        self.shell(commands.block("--file=/docker-entrypoint-initdb.d/roles.sql"))
        self.wait_until_well()
        run_mail = "docker run --detach --name mail --network nmiss-hub_outside"
        self.shell(f"{run_mail} --network-alias {MAIL} mail")
        self.wait(lambda: self.ready() == 200, "readiness")

    def weigh_the_image(self) -> None:
        left = self.shell("docker images --quiet --filter dangling=true")
        insist(left == "", f"Images without a name: {left}")
        size = "docker image inspect --format '{{.Size}}' "
        ours, base = (
            int(self.shell(size + name)) for name in ("nmiss-hub", "python:3.13-slim-trixie")
        )
        self.figures["image_mb"] = round(ours / 1e6)
        self.figures["own_layers_mb"] = round((ours - base) / 1e6)
        history = self.shell(
            "docker history --no-trunc --format '{{.Size}} {{.CreatedBy}}' nmiss-hub"
        )
        self.figures["layers"] = [
            (entry.partition(" ")[0], "packages" if "/venv" in entry else "the hub")
            for entry in history.splitlines()
            if re.search("COPY (/venv|/hub) ", entry)
        ]

    def look_at_each_container(self) -> None:
        for service in ("web", "worker", "beat", "postgres", "redis"):
            seen = self.shell(f'docker compose exec -T {service} sh -c "{CONFINED}"').split()
            insist(seen[0] != "0", f"{service} is root")
            told = dict(zip(seen[1::2], seen[2::2], strict=False))
            expected = {"CapEff:": "0" * 16, "NoNewPrivs:": "1", "Seccomp:": "2"}
            insist(told == expected, f"{service}: {seen}")
        self.shell(f'docker compose exec -T web python -c "{REACHES_OUT}"')
        self.fails("docker compose exec -T postgres bash -c '</dev/tcp/deb.debian.org/80'")
        self.fails(f'docker compose exec -T beat python -c "{REACHES_OUT}"')

    def invite_and_import(self) -> None:
        self.shell(commands.line("migrate python manage.py invite_administrator"))
        self.wait(
            lambda: "/invitations/" in self.shell("docker logs mail 2>&1"), "the invitation's email"
        )
        county = ROOT / "tests" / "data" / "county" / "schools.csv"
        imports = self.hub / "imports"
        imports.mkdir(mode=0o755)
        (imports / "schools.csv").write_bytes(county.read_bytes())
        (imports / "schools.csv").chmod(0o644)
        self.shell(commands.line("import_schools /in/schools.csv"))

    def stand_behind_a_proxy(self) -> None:
        """Serve by nginx, as the page says, less the certificate."""
        config = NGINX.format(
            upstream=commands.block("upstream nmiss"),
            server=commands.block("proxy_pass http://nmiss;"),
            port=visitor.PORT,
        )
        (self.engine.share / "nginx.conf").write_text(config)
        self.shell("nginx -c /srv/nginx.conf")
        self.figures["calm"] = summary(self.visit_while(lambda: time.sleep(20)))

    def weigh_the_web(self) -> None:
        rows = [row.split() for row in self.web_python(MEMORY).splitlines()]
        workers = sorted(rows, key=lambda row: int(row[0]))[1:]  # the first only minds the others
        self.figures["workers"] = [(int(rss) // 1024, int(pss) // 1024) for _, rss, pss in workers]

    def restart(self) -> None:
        before = self.ports()
        visits = self.visit_while(lambda: self.shell("docker compose restart web"), until_well=True)
        self.figures["restart"] = summary(visits) | {"ports": [*before, *self.ports()]}

    def upgrade(self) -> None:
        """The page's three lines, while somebody reads."""
        (self.hub / ".env").write_text("HUB_VERSION=next\n")
        with (self.hub / "templates" / "_footer.html").open("a") as file:
            file.write("{# another version #}\n")
        build, migrate, up = commands.block("docker compose build").splitlines()
        self.figures["upgrade_build"] = summary(self.visit_while(lambda: self.shell(build)))
        self.figures["upgrade_migrate"] = summary(self.visit_while(lambda: self.shell(migrate)))
        visits = self.visit_while(lambda: self.shell(up), until_well=True)
        self.figures["upgrade_up"] = summary(visits)
        named = self.shell("docker compose ps --format '{{.Image}}' web worker beat").split()
        insist(set(named) == {"nmiss-hub:next"}, f"{named}")
        self.wait_until_well()

    def have_two_webs(self) -> None:
        with (self.hub / ".env").open("a") as file:
            file.write("WEB_CONTAINERS=2\nWORKER_CONTAINERS=2\n")
        for _twice in range(2):  # the second `up` must not forget them
            self.shell("docker compose up --detach")
            self.wait_until_well()
            insist(len(self.ports()) == 2, f"{self.ports()}")
        stop_one = "docker stop nmiss-hub-web-1 && docker start nmiss-hub-web-1"
        visits = self.visit_while(lambda: self.shell(stop_one), until_well=True)
        self.figures["one_of_two"] = summary(visits)

    def refuse_another_key(self) -> None:
        """A wrong identity key stops the web and every command; the right one lets them go on."""
        place = self.hub / "secrets" / "identity_key"
        right = place.read_text()
        wrong = f"{secrets.token_urlsafe(32)}="
        for key, words in ((wrong, "does not hold the key"), ("0" * 64, "is malformed")):
            place.write_text(key)
            self.shell("docker compose up --detach --no-deps --force-recreate web")
            self.wait(
                lambda words=words: words in self.shell("docker compose logs --since 60s web 2>&1"),
                f"the sentence that a key {words}",
            )
            self.fails("docker compose run --rm --no-deps web python manage.py check", words)
            self.fails("docker compose run --rm migrate", words)
        place.write_text(right)
        self.shell("docker compose up --detach --force-recreate")
        self.wait_until_well()

    def change_the_passwords(self) -> None:
        for name in ("owner_password", "web_password"):
            (self.hub / "secrets" / name).write_text(secrets.token_hex(32))
        restart, roles, _ = commands.block(
            "--file=/docker-entrypoint-initdb.d/roles.sql"
        ).splitlines()
        self.shell(f"{restart}\n{roles}")
        self.shell("docker compose up --detach --force-recreate")
        self.wait_until_well()
        self.wait(lambda: self.ready() == 200, "readiness")

    def back_up_and_restore(self) -> None:
        """Everything is deleted but the backup, the secrets and the settings."""
        self.shell(commands.block("manage.py backup --into /backups"))
        self.shell("docker compose down --volumes")
        name = next((self.hub / "backups").glob("nmiss-*.dump")).name
        restore = commands.block("manage.py restore /backups").replace("nmiss-….dump", name)
        self.shell(restore)
        with (self.hub / ".env").open("a") as file:
            file.write("DATABASE_NAME=nmiss_restored\n")
        self.shell("docker compose up --detach")
        self.wait_until_well()
        self.wait(lambda: self.ready() == 200, "readiness")
        count = "from providers.models import School; print(School.objects.count())"
        told = self.shell(f'docker compose exec -T web python manage.py shell -c "{count}"')
        self.figures["schools"] = int(told.split()[-1])
        insist(self.figures["schools"] > 100, told)
        self.shell("docker compose down --volumes")
        self.shell("docker rm --force mail")

    # What the steps are made of

    def shell(self, script: str) -> str:
        return self.engine.shell(script)

    def fails(self, script: str, words: str = "") -> None:
        try:
            self.shell(script)
        except Failed as failure:
            insist(words in str(failure), str(failure))
        else:
            raise Failed(f"This should have failed: {script}")

    def web_python(self, code: str) -> str:
        (self.engine.share / "code.py").write_text(code)
        return self.shell("docker compose exec -T web python - < /srv/code.py")

    def ports(self) -> list[str]:
        told = self.shell("docker compose ps --format '{{.Ports}}' web")
        return sorted(re.findall(r"127\.0\.0\.1:(\d+)->", told))

    def ready(self) -> int:
        code = (
            "import http.client, sys\n"
            f"line = http.client.HTTPConnection('127.0.0.1', {self.ports()[0]}, timeout=10)\n"
            f"line.request('GET', '/readyz', headers={{'Host': '{visitor.HOST}', "
            "'X-Forwarded-Proto': 'https'})\n"
            "print(line.getresponse().status)\n"
        )
        done = self.engine.beside(sys.executable, "-c", code)
        told = done.communicate()[0].strip()
        return int(told or 0)

    def visit_while(self, work: object, *, until_well: bool = False) -> list[visitor.Visit]:
        file = self.engine.share / "visits"
        somebody = self.engine.beside(sys.executable, visitor.__file__, str(file))
        time.sleep(2)
        try:
            work()
            if until_well:
                self.wait_until_well()
                time.sleep(3)
        finally:
            somebody.terminate()
            somebody.wait()
        return visitor.read(file)

    def wait_until_well(self) -> None:
        def all_well() -> bool:
            rows = self.shell("docker compose ps --all --format '{{json .}}'").splitlines()
            told = [json.loads(row) for row in rows]
            return all(
                row["Health"] == "healthy" for row in told if row["Service"] != "migrate"
            ) and {row["Service"] for row in told} >= {"web", "worker", "beat", "postgres", "redis"}

        self.wait(all_well, "health")

    def wait(self, is_so: object, what: str) -> None:
        deadline = time.monotonic() + 900  # a busy machine takes its time
        while not is_so():
            if time.monotonic() > deadline:
                raise Failed(f"No {what}:\n{self.shell('docker compose ps --all')}")
            time.sleep(1)


def summary(visits: list[visitor.Visit]) -> dict[str, object]:
    """How a time looked to whoever read meanwhile."""
    statuses = [visit.status for visit in visits]
    return {
        "visits": len(visits),
        "refused": len(visits) - statuses.count(200),
        "statuses": {status: statuses.count(status) for status in sorted(set(statuses))},
        "gap": round(visitor.longest_gap(visits), 1),
        "slowest": round(max(visit.seconds for visit in visits if visit.status == 200), 1),
    }


def insist(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise Failed(otherwise)


def say(what: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {what} …\n")


def main() -> None:
    if os.geteuid() != 0:
        sys.exit("Run this as root: it makes namespaces. It changes nothing outside its folder.")
    say(f"preparing an engine in {FOLDER}")
    try:
        with Engine(FOLDER) as engine:
            rehearsal = Rehearsal(engine)
            try:
                rehearsal.run()
            except Failed as failure:
                say(f"{failure}")
                (FOLDER / "compose.log").write_text(
                    engine.shell("docker compose logs 2>&1", check=False)
                )
                raise
            versions = engine.shell(
                "docker version --format '{{.Server.Version}}'; docker compose version --short;"
                " docker info --format '{{.Driver}}, cgroup v{{.CgroupVersion}}'; nginx -v 2>&1"
            ).splitlines()
    except Failed as failure:
        sys.exit(f"{failure}\n\nThe rehearsal stopped there; {FOLDER} has compose.log.")
    finally:
        if "rehearsal" in locals():
            (FOLDER / "figures.json").write_text(json.dumps(rehearsal.figures, indent=1))
    page.write(ROOT / "docs" / "containers.md", rehearsal.figures, versions)
    say("done; docs/containers.md has the figures")


if __name__ == "__main__":
    main()
