"""The demo county, loaded once for all workers of a run, or of all stages: the server copies it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from django.db import connection
from django.test import override_settings

from nmiss.demo import seed
from tests import databases
from tests.standing import OUTBOX

PASSWORD = "a password for the demo"
# Where all stages share it (tests.stages): the name of its database, and the folder of its files.
DATABASE, FILES = "NMISS_TEST_DEMO", "NMISS_TEST_DEMO_FILES"


def copy_to(name: str, *, migrated: str, folder: Path, files: Path) -> None:
    """Have a database, and a folder, be as the first start of the hub leaves them.

    ``migrated`` is the database to begin with where nobody has loaded it yet, and ``folder`` one
    that all workers of this run see.
    """
    kept = os.environ.get(DATABASE) or f"test_nmiss_{os.environ['NMISS_TEST_RUN']}_demo"
    its_files = Path(os.environ.get(FILES) or folder / "demo")
    with databases.server() as cursor:
        # Another worker that wants it, too, waits until it is there.
        cursor.execute("SELECT pg_advisory_lock(887, hashtext(%s))", [kept])
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [kept])
        if not cursor.fetchone():
            _load(f"{kept}_loading", migrated, its_files)
            cursor.execute(f'ALTER DATABASE "{kept}_loading" RENAME TO "{kept}"')
    databases.copy(kept, name)
    shutil.rmtree(files, ignore_errors=True)
    shutil.copytree(its_files, files)


def _load(name: str, migrated: str, files: Path) -> None:
    shutil.rmtree(files, ignore_errors=True)
    databases.copy(migrated, name)
    ours = override_settings(EMAIL_BACKEND=OUTBOX, MEDIA_ROOT=files)
    with databases.working_in(name), ours:
        seed.seed(scale=1, password=PASSWORD, tell=sys.stderr.write)


def folder_of_the_run(tmp_path_factory) -> Path:
    """What all workers of pytest-xdist see: each has a folder of its own in it."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def name_of(suffix: str) -> str:
    """A database beside that of this worker."""
    return f"{connection.settings_dict['NAME']}_{suffix}"
