"""What beat has done about accounts."""

from celery import shared_task
from django.utils import timezone

from nmiss.base.accounts import ending, limits, unsent


@shared_task
def tidy_up(**_: object) -> None:
    """Note sessions that ran out; forget counters, and text that was kept for a day."""
    ending.end_expired()
    limits.forget_old()
    unsent.forget_old(now=timezone.now())
