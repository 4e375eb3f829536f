"""What beat starts: the returns that are due are asked of the database."""

from celery import shared_task
from django.utils import timezone

from kpis import making


@shared_task
def make_returns(**_: object) -> None:
    """Make the returns of periods that are over, and keep our own figures in them up."""
    making.reconcile(timezone.localdate())
