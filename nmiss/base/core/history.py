"""Row history: what every record was, and when, and by whom it was changed and why."""

from __future__ import annotations

from collections.abc import Callable

import pghistory
import pgtrigger
from django.db import models


def tracked(*, exclude: list[str] | None = None) -> Callable[[type[models.Model]], type]:
    """Keep each version of a model's rows, by database trigger, in a table that only grows.

    The triggers run once a statement: by row, an import of 300,000 rows would write its context
    300,000 times. Each model has trackers of its own, because a tracker learns its fields.
    """
    trackers = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
    return pghistory.track(*trackers, exclude=exclude, level=pgtrigger.Statement, append_only=True)
