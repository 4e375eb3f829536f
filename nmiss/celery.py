"""Background work. Beat only ticks: what is due is asked of the database."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")

app = Celery("nmiss")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
