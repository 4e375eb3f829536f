"""What beat starts: each task asks the database what is due."""

from celery import shared_task
from django.utils import timezone

from contracts.applying import refusals
from contracts.joining import reminding
from contracts.rounds import reconciling


@shared_task
def reconcile(**_: object) -> None:
    """Open and close the rounds that are due, plan the next ones, remind of award notices."""
    reconciling.reconcile()


@shared_task
def note_refused_files(**_: object) -> None:
    """Tell who sent a file that the check has refused since, and until when to replace it."""
    refusals.note()


@shared_task
def remind_of_what_expires(**_: object) -> None:
    """Remind members of documents that expire, and end agreements that are over."""
    now = timezone.now()
    reminding.remind(now)
    reminding.end_what_is_over(now)
