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

from nmiss import environment

ROOT = Path(__file__).resolve().parents[2]

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
    deploy=closed(replicas={"type": "integer"}),
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

    @each({"web", "worker"})
    def test_may_be_there_several_times(self, service):
        for port in SERVICES[service].get("ports", []):
            assert re.fullmatch(r"127\.0\.0\.1:[0-9]+-[0-9]+:8000", port)


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
        assert not any("clamd" in made.get("depends_on", {}) for made in SERVICES.values())
        assert "ports" not in SERVICES["clamd"]

    def test_takes_every_file_that_may_come_in(self):
        lines = (ROOT / "nmiss" / "clamd.conf").read_text().splitlines()
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

    @pytest.mark.parametrize("path", ["manage.py", "nmiss/environment.py", "requirements.txt"])
    def test_takes_what_the_hub_is(self, path):
        assert (ROOT / path).is_file()
        assert not is_left_out(path)

    def test_is_not_root(self):
        dockerfile = (ROOT / "Dockerfile").read_text()

        assert "\nUSER 10001:10001\n" in dockerfile
        assert "--require-hashes" in dockerfile

    def test_needs_no_line_in_passwd(self):
        assert " HOME=/tmp\n" in (ROOT / "Dockerfile").read_text()


class TestTheLog:
    @each({"worker", "beat"})
    def test_has_no_plain_banner(self, service):
        assert "--quiet" in SERVICES[service]["command"]
