"""``manage.py grow_demo``: give the demo county of a scale the work that a county so large has."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.db import connection

from nmiss.base.core import ownership
from nmiss.demo import work


class Command(BaseCommand):
    help = "Multiply the work of a demo county for the bench: for no other database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--scale", type=int, required=True, help="The scale that it was seeded with."
        )

    def handle(self, *, scale: int, **_: object) -> None:
        with ownership.as_owner(connection):
            work.grow(scale)
            with connection.cursor() as cursor:
                # As autovacuum would have, by the time that people come.
                cursor.execute("VACUUM ANALYZE")
