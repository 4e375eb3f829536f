"""What beat has done about accounts."""

from celery import shared_task

from nmiss.accounts import ending, limits


@shared_task
def tidy_up(**_: object) -> None:
    """Note sessions that ran out, and forget counters that count no more."""
    ending.end_expired()
    limits.forget_old()
