"""Make a new database of a dump, and prove it."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import psycopg2
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from nmiss.base.core import copies, keys, schema


class Command(BaseCommand):
    requires_system_checks = ()  # also where the database and the key do not belong together
    help = "Restore a dump into a new database, and compare every table's digest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="The dump; its .json must lie beside it.")
        parser.add_argument("--into", required=True, help="The name of the database to make.")

    def handle(self, *, file: Path, into: str, **_: object) -> None:
        for path in (file, copies.figures_of(file)):
            if not path.is_file():
                raise CommandError(f"There is no file {path}. Nothing was restored.")
        owner = settings.DATABASE_OWNER | {"NAME": connection.settings_dict["NAME"]}
        try:
            figures = copies.restore(owner, file, into=into, role=settings.DATABASE_ROLE)
        except (
            psycopg2.Error,
            copies.ProgramFailed,
            copies.Different,
            copies.NoFigures,
        ) as failure:
            raise CommandError(str(failure).strip()) from None
        for name, (count, *_digest) in figures.items():
            self.stdout.write(f"{name}: {count}, as it was")
        self.stdout.write(f"All {len(figures)} are equal. The database is {into}.")
        new = {**owner, "NAME": into}
        _refuse_another_versions(new)
        if not keys.are_right(copies.fingerprints_in(new)):
            raise CommandError(f"{into} is complete, but cannot be used yet. {keys.WRONG}")


def _refuse_another_versions(database: dict[str, Any]) -> None:
    """The dump is whole; whether this version of the hub can work with it is another matter."""
    name = database["NAME"]
    try:
        lacks = schema.lacking(copies.migrations_in(database), name=name)
    except schema.AnotherVersions as refusal:
        raise CommandError(f"{name} is complete, but not for this version. {refusal}") from None
    if lacks:
        raise CommandError(
            f"{name} is complete, but of an older version of the hub. Bring it up to date before "
            "you use it: set DATABASE_URL and MIGRATION_DATABASE_URL to it and run "
            "manage.py migrate."
        )
