"""``manage.py measure_pages``: what the bench asks of one demo county."""

from __future__ import annotations

import json
import logging
from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.db import connection

from nmiss.base.core import ownership
from nmiss.demo import measured_pages, measures


class Command(BaseCommand):
    help = "Print as JSON how long the pages take in the demo county that is in this database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--turns", type=int, default=30, help="How often each page is asked.")

    def handle(self, *, turns: int, **_: object) -> None:
        # Who may not see a page is asked, too, to find somebody who may.
        logging.disable(logging.WARNING)
        found = measures.measure_all(turns=turns, tell=self.stderr.write)
        with ownership.as_owner(connection):
            there = {"children": measured_pages.children(), "others": measured_pages.counts()}
        pages = [one.as_dict() for one in found]
        self.stdout.write(json.dumps(there | {"csv": measures.measure_csv(), "pages": pages}))
