"""What is to be done about the files that came in."""

from __future__ import annotations

from django.utils import timezone

from nmiss.across.home.needs import STUCK, Need
from nmiss.base.core.templatetags.components import instant
from nmiss.base.files.models import StoredFile


def files_that_are_not_checked(link: str) -> list[Need]:
    """One line for all that have waited for more than a quarter of an hour: nobody opens them.

    ``link`` is a page of whoever reads it, on which something of them is to be seen.
    """
    waiting = StoredFile.objects.waiting().filter(kept_at__lt=timezone.now() - STUCK)
    count = waiting.count()
    if not count:
        return []
    words = "1 uploaded file" if count == 1 else f"{count:,} uploaded files"
    since = instant(waiting.order_by("kept_at").first().kept_at)
    return [Need(f"Ask IT why {words} could not be checked since {since}", link)]
