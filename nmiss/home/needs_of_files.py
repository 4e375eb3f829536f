"""What is to be done about the files that came in."""

from __future__ import annotations

from django.utils import timezone

from nmiss.core.templatetags.components import instant
from nmiss.files import scanner
from nmiss.files.models import StoredFile
from nmiss.home.needs import STUCK, Need


def files_that_wait_for_the_scanner(link: str) -> list[Need]:
    """One line for all that have waited for more than a quarter of an hour: nobody opens them.

    ``link`` is a page of whoever reads it, on which something of them is to be seen.
    """
    waiting = StoredFile.objects.waiting_for_the_scan().filter(kept_at__lt=timezone.now() - STUCK)
    count = waiting.count() if scanner.is_set() else 0
    if not count:
        return []
    words = "1 file waits" if count == 1 else f"{count:,} files wait"
    since = instant(waiting.first().kept_at)
    return [Need(f"Have the virus scanner looked at: {words} for it since {since}", link)]
