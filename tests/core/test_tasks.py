import pytest
from django.conf import settings
from django.utils import timezone

from nmiss.base.core.models import Tick
from nmiss.base.core.tasks import note_tick
from nmiss.celery import app


@pytest.mark.django_db
class TestNoteTick:
    def test_keeps_one_row_with_the_last_time(self):
        note_tick()
        begun = timezone.now()
        note_tick()

        assert Tick.objects.get(name="beat").at >= begun


class TestBeatsSchedule:
    def test_names_tasks_that_there_are(self, db):
        app.loader.import_default_modules()

        for entry in settings.CELERY_BEAT_SCHEDULE.values():
            assert entry["task"] in app.tasks
