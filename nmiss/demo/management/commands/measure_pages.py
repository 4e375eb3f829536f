"""``manage.py measure_pages``: what the bench asks of one demo county."""

from __future__ import annotations

import json
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from nmiss.demo import measures


class Command(BaseCommand):
    help = "Print as JSON how long the pages take in the demo county that is in this database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--turns", type=int, default=30, help="How often each page is asked.")

    def handle(self, *, turns: int, **_: object) -> None:
        found = measures.measure_all(turns=turns, tell=self.stderr.write)
        self.stdout.write(
            json.dumps({"children": measures.children(), "pages": [one.as_dict() for one in found]})
        )
