"""Dump the database, with the figures that prove a restore."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import psycopg2
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from nmiss.base.core import copies


class Command(BaseCommand):
    requires_system_checks = ()  # also where the database and the key do not belong together
    help = "Dump the whole database into a file, and each table's digest into another."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--into", type=Path, default=Path(), help="The folder of the dump.")

    def handle(self, *, into: Path, **_: object) -> None:
        name = connection.settings_dict["NAME"]
        path = into / f"{name}-{timezone.now():%Y-%m-%d-%H%M%S}.dump"
        try:
            into.mkdir(parents=True, exist_ok=True)
            figures = copies.back_up(settings.DATABASE_OWNER | {"NAME": name}, path)
        except OSError as failure:
            why = f"{into} cannot take a backup: {failure.strerror}. Nothing was written."
            raise CommandError(why) from None
        except (psycopg2.Error, copies.ProgramFailed) as failure:
            raise CommandError(str(failure).strip()) from None
        self.stdout.write(f"{path}: {len(figures)} tables, {path.stat().st_size} B")
