"""Background work. Beat only ticks: what is due is asked of the database."""

import logging.config
import os

from celery import Celery
from celery.signals import beat_init, setup_logging, worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")

app = Celery("nmiss")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
@beat_init.connect
def begin_with_a_true_clock(**_: object) -> None:
    from nmiss.core.starting import refuse_a_moved_clock

    refuse_a_moved_clock()


@setup_logging.connect
def log_as_the_hub_does(**_: object) -> None:
    """Write the worker's and beat's log as the web's: Celery's own would quote arguments."""
    from django.conf import settings

    logging.config.dictConfig(settings.LOGGING)


@worker_init.connect
@beat_init.connect
def refuse_wrong_keys(**_: object) -> None:
    """Start nothing that would write what nobody can read."""
    from nmiss.core import keys

    keys.refuse_wrong_ones()
