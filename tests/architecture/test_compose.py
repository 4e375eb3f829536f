"""The compose file, by the rules of the published specification and by ours.

The rules are those parts of the Compose Specification (services, networks, volumes, secrets) that
the file uses, written down anew; what it does not use is refused, so a misspelt word is found.
"""

import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from django.conf import settings

from nmiss.machine import environment
from tests.containers import commands, rehearsal

ROOT = Path(__file__).resolve().parents[2]

PRODUCTION = (ROOT / "docs" / "production.md").read_text()
NAME = "^[a-zA-Z0-9._-]+$"
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT, "uniqueItems": True}
TEXT_OR_TEXTS = {"oneOf": [TEXT, TEXTS]}
SPAN = {"type": "string", "pattern": r"^([0-9]+(us|ms|s|m|h))+$"}
VALUE = {"type": ["string", "number", "boolean", "null"]}


def closed(required=(), **properties):
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def named(rule):
    return {"type": "object", "patternProperties": {NAME: rule}, "additionalProperties": False}


CONDITION = {"enum": ["service_started", "service_healthy", "service_completed_successfully"]}
SERVICE = closed(
    image=TEXT,
    build=TEXT,
    pull_policy={"enum": ["always", "never", "missing", "build"]},
    profiles=TEXTS,
    entrypoint=TEXT_OR_TEXTS,
    command=TEXT_OR_TEXTS,
    env_file=TEXT_OR_TEXTS,
    environment=named(VALUE),
    secrets=TEXTS,
    user=TEXT,
    read_only={"type": "boolean"},
    init={"type": "boolean"},
    tmpfs=TEXT_OR_TEXTS,
    volumes=TEXTS,
    cap_drop=TEXTS,
    security_opt=TEXTS,
    restart={"type": "string", "pattern": "^(no|always|on-failure(:[0-9]+)?|unless-stopped)$"},
    logging=closed(driver=TEXT, options=named({"type": ["string", "number", "null"]})),
    networks=TEXTS,
    ports=TEXTS,
    shm_size=TEXT,
    stop_grace_period=SPAN,
    # A number, or a variable of .env whose default is one.
    deploy=closed(replicas={"type": ["integer", "string"], "pattern": r"^\$\{[A-Z_]+:-[0-9]+\}$"}),
    depends_on=named(closed(["condition"], condition=CONDITION)),
    healthcheck=closed(
        test={
            "type": "array",
            "items": TEXT,
            "minItems": 2,
            "prefixItems": [{"enum": ["CMD", "CMD-SHELL"]}],
        },
        interval=SPAN,
        timeout=SPAN,
        start_period=SPAN,
        start_interval=SPAN,
        retries={"type": "integer"},
    ),
)
SPECIFICATION = {
    **closed(
        ["services"],
        name={"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$"},
        services=named(SERVICE),
        networks=named(closed(internal={"type": "boolean"})),
        volumes=named(closed()),
        secrets=named(closed(["file"], file=TEXT)),
    ),
    "patternProperties": {"^x-": {}},
}
OURS = {"migrate", "web", "worker", "beat"}


def read():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


FILE = read()
SERVICES = FILE["services"]


def each(names=SERVICES):
    return pytest.mark.parametrize("service", sorted(names))


def faults(file):
    rules = jsonschema.Draft202012Validator(SPECIFICATION)
    return [fault.message for fault in rules.iter_errors(file)]


class TestTheFile:
    def test_keeps_the_specification(self):
        assert faults(FILE) == []

    @pytest.mark.parametrize(
        ("service", "wrong"),
        [
            ("web", {"readonly": True}),
            ("web", {"healthcheck": {"test": ["python"]}}),
            ("web", {"healthcheck": {"test": ["CMD", "true"], "interval": "15 seconds"}}),
            ("web", {"deploy": {"replicas": "two"}}),
            ("web", {"pull_policy": "sometimes"}),
            ("beat", {"restart": "never"}),
            ("beat", {"depends_on": {"redis": {"condition": "healthy"}}}),
            ("redis", {"secrets": ["redis_password", "redis_password"]}),
        ],
    )
    def test_would_be_refused_with_a_mistake(self, service, wrong):
        file = read()
        file["services"][service] |= wrong

        assert faults(file)

    def test_has_every_part_of_the_hub(self):
        assert set(SERVICES) == OURS | {"postgres", "redis", "clamd"}

    @each()
    def test_names_only_what_there_is(self, service):
        made = SERVICES[service]

        assert set(made["networks"]) <= set(FILE["networks"])
        assert set(made["secrets"]) <= set(FILE["secrets"])
        assert set(made.get("depends_on", {})) <= set(SERVICES)
        for volume in made.get("volumes", []):
            source = volume.partition(":")[0]
            assert source in FILE["volumes"] or (ROOT / source).is_file()

    def test_leaves_nothing_unused(self):
        for kind in ("networks", "secrets"):
            assert set(FILE[kind]) == {name for made in SERVICES.values() for name in made[kind]}

    def test_waits_only_for_what_can_be_healthy(self):
        for made in SERVICES.values():
            for name, how in made.get("depends_on", {}).items():
                if how["condition"] == "service_healthy":
                    assert "healthcheck" in SERVICES[name]


class TestEveryContainer:
    @each()
    def test_is_not_root_and_cannot_become_it(self, service):
        made = SERVICES[service]

        assert re.fullmatch("[1-9][0-9]*:[1-9][0-9]*", made["user"])
        assert made["cap_drop"] == ["ALL"]
        assert made["security_opt"] == ["no-new-privileges:true"]

    @each()
    def test_writes_only_where_it_must(self, service):
        assert SERVICES[service]["read_only"] is True

    @each(set(SERVICES) - {"migrate"})
    def test_is_asked_whether_it_is_well(self, service):
        assert SERVICES[service]["healthcheck"]["test"]

    @each()
    def test_has_a_log_that_does_not_fill_the_disk(self, service):
        assert SERVICES[service]["logging"]["options"]["max-size"]

    @each()
    def test_has_its_secrets_from_files(self, service):
        for name, value in SERVICES[service].get("environment", {}).items():
            if "PASSWORD" in name or "SECRET" in name or "KEY" in name:
                assert name.endswith("_FILE")
                assert value.removeprefix("/run/secrets/") in SERVICES[service]["secrets"]
            assert not re.search(r"://[^/@]*:[^/@]+@", str(value))

    @each(OURS)
    def test_names_secrets_that_the_hub_reads(self, service):
        for name in SERVICES[service]["environment"]:
            if name.endswith("_FILE"):
                assert name.removesuffix("_FILE") in environment.SECRETS

    @each(set(SERVICES) - {"migrate"})
    def test_is_found_well_soon_after_its_start(self, service):
        asked = SERVICES[service]["healthcheck"]

        assert seconds(asked["start_interval"]) <= 5
        assert seconds(asked["start_period"]) >= 10

    @each({"web", "worker"})
    def test_may_be_there_several_times(self, service):
        variable = f"{service.upper()}_CONTAINERS"

        assert SERVICES[service]["deploy"]["replicas"] == f"${{{variable}:-1}}"
        assert f"#{variable}=1\n" in (ROOT / ".env.example").read_text()
        for port in SERVICES[service].get("ports", []):
            assert re.fullmatch(r"127\.0\.0\.1:[0-9]+-[0-9]+:8000", port)


def seconds(span):
    return int(span.removesuffix("m")) * 60 if span.endswith("m") else int(span.removesuffix("s"))


class TestTheProxy:
    def test_asks_every_port_that_a_web_container_may_have(self):
        (ports,) = SERVICES["web"]["ports"]
        first, last = map(int, re.search(":([0-9]+)-([0-9]+):", ports).groups())
        asked = re.findall(r"server 127\.0\.0\.1:([0-9]+) max_fails=0;", PRODUCTION)

        assert [int(port) for port in asked] == list(range(first, last + 1))


class TestTheRehearsal:
    def test_finds_on_the_page_what_it_carries_out(self):
        code = Path(rehearsal.__file__).read_text()
        asked = re.findall(r"""commands\.(block|line)\((["'])(.+?)\2\)""", code)

        assert len(asked) >= 9
        for find, _, words in asked:
            assert getattr(commands, find)(words).strip()


class TestTheHubsOwnImage:
    def test_is_built_once_and_never_fetched(self):
        assert [name for name, made in SERVICES.items() if "build" in made] == ["migrate"]
        assert {SERVICES[name]["pull_policy"] for name in OURS} == {"never"}


class TestTheDatabase:
    def test_is_well_only_with_the_role_and_the_database_that_the_hub_uses(self):
        (address,) = {SERVICES[name]["environment"]["DATABASE_URL"] for name in OURS}
        role, name = re.fullmatch("postgres://(.+)@postgres:5432/(.+)", address).groups()
        kind, asked = SERVICES["postgres"]["healthcheck"]["test"]

        assert kind == "CMD-SHELL"
        assert asked.startswith('PGPASSWORD="$$(cat /run/secrets/web_password)" psql ')
        assert {"--host=127.0.0.1", f"--username={role}", f"--dbname={name}"} <= set(asked.split())

    def test_is_the_same_one_to_its_owner(self):
        theirs = SERVICES["migrate"]["environment"]

        assert (
            theirs["DATABASE_URL"].rpartition("/")[2]
            == theirs["MIGRATION_DATABASE_URL"].rpartition("/")[2]
        )


class TestTheOwnersPassword:
    def test_is_with_the_database_and_with_migrations_alone(self):
        with_it = {name for name, made in SERVICES.items() if "owner_password" in made["secrets"]}

        assert with_it == {"migrate", "postgres"}

    def test_is_not_needed_to_work(self):
        for name in OURS - {"migrate"}:
            assert not any("MIGRATION" in key for key in SERVICES[name]["environment"])
            assert "//nmiss_web@" in SERVICES[name]["environment"]["DATABASE_URL"]


class TestTheNetwork:
    def test_keeps_the_database_and_the_broker_inside(self):
        assert FILE["networks"]["inside"]["internal"] is True
        for name in ("postgres", "redis"):
            assert SERVICES[name]["networks"] == ["inside"]
            assert "ports" not in SERVICES[name]


class TestTheScanner:
    def test_is_there_for_those_who_ask_for_it(self):
        with_profile = {name for name, made in SERVICES.items() if "profiles" in made}

        assert with_profile == {"clamd"}
        assert "\n    COMPOSE_PROFILES=scanner\n" in PRODUCTION
        assert not any("clamd" in made.get("depends_on", {}) for made in SERVICES.values())
        assert "ports" not in SERVICES["clamd"]

    def test_takes_every_file_that_may_come_in(self):
        lines = (ROOT / "nmiss" / "machine" / "clamd.conf").read_text().splitlines()
        said = dict(line.split() for line in lines if not line.startswith("#"))

        for limit in ("StreamMaxLength", "MaxFileSize", "MaxScanSize"):
            assert int(said[limit].removesuffix("M")) > settings.MAX_UPLOAD_MB
        assert said["TCPSocket"] == "3310"
        assert said["AlertExceedsMax"] == "yes"

    def test_shares_a_network_with_the_worker(self):
        assert "inside" in SERVICES["clamd"]["networks"]
        assert "inside" in SERVICES["worker"]["networks"]


def is_left_out(path):
    """Whether .dockerignore, read as Docker reads it, keeps a file out of the image."""
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    return any(
        re.fullmatch(
            re.escape(line).replace(r"\*\*/", "(.*/)?").replace(r"\*", "[^/]*") + "(/.*)?", path
        )
        for line in lines
        if line and not line.startswith("#")
    )


class TestTheImage:
    @pytest.mark.parametrize(
        "path",
        [
            ".env",
            "hub.env",
            "secrets/identity_key",
            "nmiss/secrets/secret_key",
            "backups/notes.txt",
            "nmiss-2026-11-23-120000.dump",
            "old/nmiss-2026-11-23-120000.dump",
            "old/nmiss-2026-11-23-120000.dump.json",
            "old/nmiss-2026-11-23-120000.dump.draft",
            ".data/files/a",
            ".git/config",
        ],
    )
    def test_takes_no_secret_and_no_dump(self, path):
        assert is_left_out(path)

    @pytest.mark.parametrize(
        "path", ["manage.py", "nmiss/machine/environment.py", "requirements.txt"]
    )
    def test_takes_what_the_hub_is(self, path):
        assert (ROOT / path).is_file()
        assert not is_left_out(path)

    def test_is_not_root(self):
        dockerfile = (ROOT / "Dockerfile").read_text()

        assert "\nUSER 10001:10001\n" in dockerfile
        assert "--require-hashes" in dockerfile

    def test_is_readable_however_the_files_were_checked_out(self):
        stages = (ROOT / "Dockerfile").read_text().split("\nFROM ")
        (sources,) = [stage for stage in stages if "\nCOPY . ." in stage]

        assert "chmod -R u=rwX,go=rX ." in sources.rpartition("\nCOPY ")[2]
        assert sources is not stages[-1]
        assert "COPY --from=hub /hub /hub\n" in stages[-1]

    def test_needs_no_line_in_passwd(self):
        assert " HOME=/tmp\n" in (ROOT / "Dockerfile").read_text()


class TestTheLog:
    @each({"worker", "beat"})
    def test_has_no_plain_banner(self, service):
        assert "--quiet" in SERVICES[service]["command"]
