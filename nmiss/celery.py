"""Background work. Beat only ticks: what is due is asked of the database."""

import logging.config
import os

from celery import Celery
from celery.signals import beat_init, setup_logging, worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")

app = Celery("nmiss")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def log_as_the_hub_does(**_: object) -> None:
    """Write the worker's and beat's log as the web's: Celery's own would quote arguments."""
    from django.conf import settings

    logging.config.dictConfig(settings.LOGGING)


@worker_init.connect
@beat_init.connect
def look_before(**_: object) -> None:
    """Start nothing that would write what nobody can read, or at a wrong instant."""
    from nmiss.base.core import keys, starting

    keys.refuse_wrong_ones()
    starting.refuse_a_moved_clock()
