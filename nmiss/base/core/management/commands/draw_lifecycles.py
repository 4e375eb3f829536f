"""Draw docs/lifecycles.md from the code."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from nmiss.base.core.drawing import document


class Command(BaseCommand):
    help = "Draw docs/lifecycles.md from the code."

    def handle(self, *args: Any, **options: Any) -> None:
        (settings.BASE_DIR / "docs" / "lifecycles.md").write_text(document(), encoding="utf-8")
