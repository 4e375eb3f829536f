"""What beat starts: each task asks the database what is due."""

from celery import shared_task
from django.utils import timezone

from contracts.applications import queue, refusals
from contracts.arrangements import reconciling
from contracts.membership import extension_letters, refused_documents, signing, taking_over
from nmiss.base.core.clock import database_now


@shared_task
def reconcile(**_: object) -> None:
    """Open and close the rounds that are due, plan the next ones, write to new members; and do
    the takeovers whose day has come.
    """
    reconciling.reconcile()
    taking_over.take_over_where_due(timezone.localdate(database_now()))
    queue.reconcile()
    extension_letters.send_missing(timezone.localdate())


@shared_task
def note_refused_files(**_: object) -> None:
    """Tell who sent a file that the check has refused since, and until when to replace it."""
    refusals.note()
    refused_documents.note()


@shared_task
def end_agreements(**_: object) -> None:
    """End agreements whose schools have all left."""
    signing.end_what_is_over(timezone.now())
