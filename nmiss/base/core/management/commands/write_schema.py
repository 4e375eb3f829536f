"""``manage.py write_schema``: what the migrations make of an empty database, as one file of SQL."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from nmiss.base.core import schema, schema_dump


class Command(BaseCommand):
    requires_system_checks = ()  # they ask a database that need not be laid out
    help = "Apply all migrations to a passing database, and write schema.sql of the result."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="Only say whether it is current.")
        parser.add_argument(
            "--anew", action="store_true", help="Begin with nothing, not with what the file has."
        )

    def handle(self, *, check: bool, anew: bool, **_: object) -> None:
        if check:
            if not schema.is_current():
                raise CommandError(schema.STALE)
            return
        address = os.environ.get("MIGRATION_DATABASE_URL") or os.environ["DATABASE_URL"]
        name = f"nmiss_schema_{os.getpid()}"
        connection = psycopg2.connect(address)
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0")
            try:
                place = urlsplit(address)._replace(path=f"/{name}").geturl()
                text = self._written(place, name, anew=anew)
            finally:
                cursor.execute(f"DROP DATABASE {name}")
        connection.close()
        schema.FILE.write_text(schema.head() + text)
        self.stdout.write(f"{schema.FILE.relative_to(settings.BASE_DIR)} is written. Commit it.")

    def _written(self, address: str, name: str, *, anew: bool) -> str:
        self.stderr.write("Applying the migrations (from nothing: half a minute or more) …")
        # As one role, the owner, so that nothing in it is granted to a role that has a name.
        alone = {"DATABASE_URL": address, "MIGRATION_DATABASE_URL": address}
        command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
        command += ["--one-by-one"] if anew else []
        place = Path(settings.BASE_DIR)
        if subprocess.run(command, cwd=place, env=os.environ | alone).returncode:
            raise CommandError("The migrations failed. Nothing was written.")
        connection = psycopg2.connect(address)
        try:
            with connection.cursor() as cursor:
                return schema_dump.written(settings.DATABASE_OWNER | {"NAME": name}, cursor)
        finally:
            connection.close()
