"""What beat starts: each task asks the database what is due."""

from celery import shared_task
from django.utils import timezone

from nmiss.core import outbox


@shared_task
def deliver_outbox(**_: object) -> None:
    """Hand what waits in the outbox to the mail server."""
    outbox.deliver_due(now=timezone.now())
