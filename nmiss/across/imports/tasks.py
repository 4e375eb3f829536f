"""What beat starts: each task asks the database what is due."""

from celery import shared_task
from django.utils import timezone

from nmiss.across.imports import actions


@shared_task
def work_on_imports(**_: object) -> None:
    """Check, write and undo the imports that wait for it."""
    actions.work_on_what_is_due()


@shared_task
def forget_old_files(**_: object) -> None:
    """Remove what has been kept long enough."""
    actions.forget_old_files(now=timezone.now())
