"""``manage.py export_ocds``: the arrangements as open contracting data, as JSON alone."""

from __future__ import annotations

import json

from django.core.management.base import BaseCommand
from django.utils import timezone

from contracts.membership.ocds import package


class Command(BaseCommand):
    help = "Print arrangements, lots, rounds, awards and contracts as OCDS 1.1 releases."

    def handle(self, **_: object) -> None:
        self.stdout.write(json.dumps(package(now=timezone.now()), indent=2, ensure_ascii=False))
