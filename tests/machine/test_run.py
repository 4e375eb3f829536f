"""Two test runs at once have each their own database and their own part of the broker."""

import os

from django.conf import settings
from django.db import connection


class TestRun:
    def test_has_a_database_of_its_own(self, db):
        assert connection.settings_dict["NAME"].startswith("test_nmiss_" + number())

    def test_has_a_part_of_the_broker_of_its_own(self):
        prefix = settings.CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"]

        assert prefix == f"test_nmiss_{number()}:"


def number():
    return os.environ["NMISS_TEST_RUN"]
