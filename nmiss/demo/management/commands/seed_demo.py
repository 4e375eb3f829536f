"""``manage.py seed_demo``: fill an empty hub with the demo county.

It is the owner of the tables who does it: the demo's people have accounts that nobody opened, and a
past.
"""

from __future__ import annotations

import secrets
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from environs import Env

from nmiss.base.core import ownership
from nmiss.demo import seed


class Command(BaseCommand):
    help = "Fill an empty hub with the demo county and its people. Refuses beside real data."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scale", type=int, default=1, help="So many counties, 1 to 100.")

    def handle(self, *, scale: int, **_: object) -> None:
        with ownership.as_owner(connection):
            self._seed(scale)

    def _seed(self, scale: int) -> None:
        if seed.is_there():
            self.stderr.write("The demo is here already. Nothing was written.")
            return
        given = Env().str("NMISS_DEMO_PASSWORD", "")
        password = given or secrets.token_urlsafe(9)
        try:
            seed.seed(scale=scale, password=password, tell=self.stderr.write)
        except seed.RealData:
            raise CommandError(
                "There are people, schools or providers here already. The demo goes into an "
                "empty database only. Nothing was written."
            ) from None
        if not given:
            self.stdout.write(f"Everybody's password in the demo: {password}")
