"""Settings of the tests: the hub's own, on servers of the environment or on embedded ones."""

import atexit
import contextlib
import os

import psycopg2

from nmiss.machine import embedded

embedded.provide()
# Where the environment names the servers but no secrets, any will do: nothing outlives the run.
os.environ.setdefault("SECRET_KEY", "tests-only")
os.environ.setdefault("NMISS_IDENTITY_KEY", "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=")

from nmiss.settings import *  # noqa: E402, F403
from nmiss.settings import (  # noqa: E402
    CELERY_BROKER_TRANSPORT_OPTIONS,
    DATABASE_OWNER,
    DATABASES,
    INSTALLED_APPS,
    MIDDLEWARE,
    STORAGES,
)

_PREFIX = "test_nmiss_"


def _begin_run() -> str:
    """Give this run a number that no other living run has, and remove what dead runs left.

    The number is held by an advisory lock of the server, so that it is free again when the run
    ends, in whatever way. Workers of pytest-xdist inherit it by the environment.
    """
    address = os.environ.get("MIGRATION_DATABASE_URL") or os.environ["DATABASE_URL"]
    connection = psycopg2.connect(address)
    connection.autocommit = True
    cursor = connection.cursor()
    number = 0
    while not _is_ours(cursor, number := number + 1):
        pass
    cursor.execute("SELECT datname FROM pg_database WHERE datname ~ %s", [rf"^{_PREFIX}\d+(_|$)"])
    for (name,) in cursor.fetchall():
        left_by = int(name.removeprefix(_PREFIX).partition("_")[0])
        if left_by == number or _is_ours(cursor, left_by):
            # One in which the server is tidying up cannot be forced away; it goes another time.
            with contextlib.suppress(psycopg2.errors.InsufficientPrivilege):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            if left_by != number:
                cursor.execute("SELECT pg_advisory_unlock(886, %s)", [left_by])
    atexit.register(connection.close)
    return str(number)


def _is_ours(cursor, number):
    cursor.execute("SELECT pg_try_advisory_lock(886, %s)", [number])
    return cursor.fetchone()[0]


if "NMISS_TEST_RUN" not in os.environ:
    os.environ["NMISS_TEST_RUN"] = _begin_run()
_RUN = os.environ["NMISS_TEST_RUN"]

# Only an owner may make databases and empty tables; tests/core/test_ownership.py is not one.
DATABASES["default"] |= {key: DATABASE_OWNER[key] for key in ("USER", "PASSWORD", "HOST", "PORT")}
DATABASES["default"]["TEST"] = {
    "NAME": f"{_PREFIX}{_RUN}",
    # What is migrated already, where all tests are run: to copy it takes a moment.
    "TEMPLATE": os.environ.get("NMISS_TEST_TEMPLATE"),
}
# Python cannot interrupt a query: one that would take for ever fails its test, and says which.
DATABASES["default"]["OPTIONS"]["options"] = "-c statement_timeout=120s"
DATABASES["default"]["CONN_MAX_AGE"] = 0  # a live server's threads would keep the database open
CELERY_BROKER_TRANSPORT_OPTIONS = {
    **CELERY_BROKER_TRANSPORT_OPTIONS,
    "global_keyprefix": f"{_PREFIX}{_RUN}:",
}

# Only for speed: a slow hash and a manifest are the production's business.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# A query in a loop fails the test that meets it.
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]
ZEAL_RAISE = True
# Whoever signs in, sets a password or is shut out is asked for more than once: not a loop.
ZEAL_ALLOWLIST = [
    {"model": "accounts.User", "field": "get()"},
    {"model": "sessions.Session", "field": "get()"},
    # Outcomes that are released together are told one by one, each read again under its lock.
    {"model": "contracts.Application", "field": "get()"},
    {"model": "providers.Provider", "field": "members"},
    # Schools whose consultations end together are told one by one, some by a link.
    {"model": "placements.Consultation", "field": "links"},
    # Django's get_or_create asks again where somebody was quicker.
    {"model": "contracts.RoundWatch", "field": "get()"},
]
