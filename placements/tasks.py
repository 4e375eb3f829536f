"""What beat starts: each task asks the database what is due."""

from celery import shared_task
from django.utils import timezone

from placements.models import UsualPrice


@shared_task
def settle_usual_prices(**_: object) -> None:
    """Work out anew what places usually cost at each school."""
    UsualPrice.settle(timezone.localdate())
