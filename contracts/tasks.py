"""What beat starts: each task asks the database what is due."""

from celery import shared_task
from django.utils import timezone

from contracts.applications import queue, refusals
from contracts.arrangements import reconciling
from contracts.membership import refused_documents, reminding


@shared_task
def reconcile(**_: object) -> None:
    """Open and close the rounds that are due, plan the next ones, remind of award notices."""
    reconciling.reconcile()
    queue.reconcile()


@shared_task
def note_refused_files(**_: object) -> None:
    """Tell who sent a file that the check has refused since, and until when to replace it."""
    refusals.note()
    refused_documents.note()


@shared_task
def remind_of_what_expires(**_: object) -> None:
    """Remind members of documents that expire, and end agreements that are over."""
    now = timezone.now()
    reminding.remind(now)
    reminding.end_what_is_over(now)
