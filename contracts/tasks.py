"""What beat starts: each task asks the database what is due."""

from celery import shared_task

from contracts import reconciling


@shared_task
def reconcile(**_: object) -> None:
    """Open and close the rounds that are due, plan the next ones, remind of award notices."""
    reconciling.reconcile()
