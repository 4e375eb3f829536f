"""Django's migrate, as the owner of the tables, who then lets the hub's role use them.

An empty database is laid out at once, and one that lacks nothing is not looked at migration by
migration (`nmiss.base.core.schema`). What Django and the hub do after every migration is done each
time.
"""

from __future__ import annotations

import gc
from argparse import ArgumentParser
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.core.management.sql import emit_post_migrate_signal
from django.db import connections

from nmiss.base.core import migrating, ownership, schema

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

# Who asks for one of these wants something of Django's own.
_PARTICULAR = ("app_label", "plan", "check_unapplied", "fake", "fake_initial", "prune")
_WHERE_TO = (
    "Nothing was changed. Use that version, or start with an empty database (on your own machine: "
    "move the folder .data away, or set NMISS_DATA_DIR to a new one)."
)


class Command(migrate.Command):
    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--one-by-one",
            action="store_true",
            help="Apply each migration to an empty database, too: do not lay it out at once.",
        )

    def handle(self, *args: object, one_by_one: bool = False, **options: Any) -> None:
        connection = connections[options["database"]]
        with ownership.as_owner(connection):
            if any(options[name] for name in _PARTICULAR):
                super().handle(*args, **options)
            else:
                self._bring_up_to_date(one_by_one, *args, **options)
            if not (options["plan"] or options["check_unapplied"]):
                ownership.do_owners_work(connection)

    def _bring_up_to_date(self, one_by_one: bool, *args: object, **options: Any) -> None:
        connection, verbosity = connections[options["database"]], options["verbosity"]
        is_laid = (
            not one_by_one and schema.is_empty(connection) and self._lay(connection, verbosity)
        )
        try:
            lacks = schema.unapplied(connection)
        except schema.AnotherVersions as refusal:
            raise CommandError(f"{refusal} {_WHERE_TO}") from None
        if lacks:
            self._apply(*args, **options)
            return
        if verbosity and not is_laid:
            self.stdout.write("No migrations to apply.")
        emit_post_migrate_signal(
            verbosity, options["interactive"], connection.alias, stdout=self.stdout
        )

    def _lay(self, connection: BaseDatabaseWrapper, verbosity: int) -> bool:
        """Lay out an empty database at once; not where the file is of other migrations."""
        if not schema.is_of_use():
            self.stderr.write(f"{schema.STALE} They are applied one by one, which takes longer.")
            return False
        if verbosity:
            self.stdout.write("Laying out the empty database.")
        schema.lay(connection)
        return True

    def _apply(self, *args: object, **options: Any) -> None:
        # Each step makes classes of many models anew. Looking for old ones as often as Python
        # does takes a third of the time, and not at all a gigabyte of memory.
        usual = gc.get_threshold()
        gc.set_threshold(100_000)
        try:
            with migrating.rendering_new_models_alone():
                super().handle(*args, **options)
        finally:
            gc.set_threshold(*usual)
