"""Files that have waited for their check for too long: whoever can do something is told."""

from __future__ import annotations

import datetime

from django.utils import timezone

from nmiss.base.accounts.landing import Task, Waiting
from nmiss.base.core.templatetags.components import instant
from nmiss.base.core.together import Found, Wanted
from nmiss.base.files.models import StoredFile

STUCK = datetime.timedelta(minutes=15)


def files_that_are_not_checked(link: str) -> list[Waiting]:
    """One line for all that have waited for more than a quarter of an hour: nobody opens them.

    ``link`` is a page of whoever reads it, on which something of them is to be seen.
    """
    waiting = StoredFile.objects.waiting().filter(kept_at__lt=timezone.now() - STUCK)

    def tell(found: Found) -> list[Task]:
        if not found.count:
            return []
        words = "1 uploaded file" if found.count == 1 else f"{found.count:,} uploaded files"
        since = instant(found.rows[0].kept_at)
        return [Task(f"Ask IT why {words} could not be checked since {since}", link)]

    return [Waiting([Wanted(waiting.order_by("kept_at"), ["kept_at"], most=1)], tell)]
