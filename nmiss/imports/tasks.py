"""What beat starts: each task asks the database what is due."""

from celery import shared_task

from nmiss.imports import actions


@shared_task
def work_on_imports(**_: object) -> None:
    """Check, write and undo the imports that wait for it."""
    actions.work_on_what_is_due()
