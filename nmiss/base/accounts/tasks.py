"""What beat has done about accounts."""

from celery import shared_task
from django.utils import timezone

from nmiss.base.accounts import bouncing, ending, limits, unsent
from nmiss.base.core.models import Tick


@shared_task
def tidy_up(**_: object) -> None:
    """Note sessions that ran out; forget counters, and text that was kept for a day."""
    ending.end_expired()
    limits.forget_old()
    unsent.forget_old(now=timezone.now())


@shared_task
def read_bounces(**_: object) -> None:
    """Learn from the mailbox, where there is one, of mail that did not arrive."""
    bouncing.read_mailbox()
    Tick.note("bounces", at=timezone.now())


@shared_task
def ask_notify(**_: object) -> None:
    """Learn from GOV.UK Notify, where mail leaves by it, what became of that."""
    bouncing.ask_notify(now=timezone.now())
