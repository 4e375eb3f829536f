"""Files that have waited for their check for too long: whoever can do something is told."""

from __future__ import annotations

import datetime

from django.utils import timezone

from nmiss.base.accounts.landing import Task
from nmiss.base.core.templatetags.components import instant
from nmiss.base.files.models import StoredFile

STUCK = datetime.timedelta(minutes=15)


def files_that_are_not_checked(link: str) -> list[Task]:
    """One line for all that have waited for more than a quarter of an hour: nobody opens them.

    ``link`` is a page of whoever reads it, on which something of them is to be seen.
    """
    waiting = StoredFile.objects.waiting().filter(kept_at__lt=timezone.now() - STUCK)
    count = waiting.count()
    if not count:
        return []
    words = "1 uploaded file" if count == 1 else f"{count:,} uploaded files"
    since = instant(waiting.order_by("kept_at").first().kept_at)
    return [Task(f"Ask IT why {words} could not be checked since {since}", link)]
