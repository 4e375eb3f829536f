"""Django's migrate, as the owner of the tables, who then lets the hub's role use them."""

from __future__ import annotations

import gc

from django.core.management.commands import migrate
from django.db import connections

from nmiss.base.core import ownership


class Command(migrate.Command):
    def handle(self, *args: object, **options: object) -> None:
        connection = connections[options["database"]]
        # Each step makes classes of many models anew, and nothing of it is garbage that is worth
        # looking for: without the collector, an empty database is ready in two thirds of the time.
        gc.disable()
        try:
            with ownership.as_owner(connection):
                super().handle(*args, **options)
                if not (options["plan"] or options["check_unapplied"]):
                    ownership.do_owners_work(connection)
        finally:
            gc.enable()
