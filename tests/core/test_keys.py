"""The key of the settings against the one that the database was encrypted with."""

import os
import subprocess
import sys

import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import InternalError, connection, transaction

from nmiss.base.core import keys
from nmiss.base.core.models import KeyFingerprint
from nmiss.machine import environment

STANDARD = "+/" * 21 + "+="


ONE, TWO = (f"{digit * 43}=" for digit in "12")


class TestKeysOf:
    @pytest.mark.parametrize("listed", [ONE, f"{ONE},{TWO}", f" {ONE} , {TWO}\n"])
    def test_divides_what_are_keys(self, listed):
        divided = environment.keys_of("NMISS_IDENTITY_KEY", listed)

        assert len(divided) == listed.count(",") + 1
        assert all(Fernet(key) for key in divided)

    def test_takes_base64_of_either_alphabet(self):
        assert Fernet(environment.keys_of("NMISS_IDENTITY_KEY", STANDARD)[0])

    @pytest.mark.parametrize(
        "wrong",
        [
            "",
            "build",
            "0" * 64,  # hexadecimal, as the other secrets are
            ONE[:-1],
            ONE[:-4],
            ONE + "=",
            ONE * 2,
            f'"{ONE}"',
            ONE[:20] + " " + ONE[20:],
            f"{ONE},",
            f"{ONE};{TWO}",
            f"{ONE},{TWO[:-2]}",
            "é" * 43 + "=",
        ],
    )
    def test_refuses_what_is_none_without_showing_it(self, wrong):
        with pytest.raises(
            ImproperlyConfigured, match="NMISS_IDENTITY_KEY is malformed"
        ) as refusal:
            environment.keys_of("NMISS_IDENTITY_KEY", wrong)

        assert "openssl rand -base64 32" in str(refusal.value)
        assert not wrong or wrong not in str(refusal.value)

    def test_says_which_of_several(self):
        with pytest.raises(ImproperlyConfigured, match="Key 2 of 3 in NMISS_IDENTITY_KEY"):
            environment.keys_of("NMISS_IDENTITY_KEY", f"{ONE},short,{TWO}")


@pytest.fixture
def noted(db):
    keys.note()  # a test before this one may have emptied every table


@pytest.mark.usefixtures("noted")
class TestTheRightKeys:
    def test_are_known_once_the_tables_are_there(self):
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE core_keyfingerprint")

        call_command("migrate", verbosity=0)

        assert KeyFingerprint.objects.count() == 1
        assert keys.are_right()

    def test_are_not_another(self, settings):
        settings.IDENTITY_KEYS = [ONE]

        assert not keys.are_right()

    def test_are_the_same_in_either_alphabet(self, settings):
        old = settings.IDENTITY_KEYS
        settings.IDENTITY_KEYS = [STANDARD, *old]
        keys.note()
        settings.IDENTITY_KEYS = [STANDARD.replace("+", "-").replace("/", "_"), *old]

        assert keys.are_right()

    def test_may_be_changed_by_writing_the_new_one_first(self, settings):
        old = settings.IDENTITY_KEYS
        settings.IDENTITY_KEYS = [new := ONE, *old]

        assert keys.are_right()
        keys.note()
        keys.note()
        assert KeyFingerprint.objects.count() == 2
        assert keys.are_right()

        for incomplete in ([new], old):
            settings.IDENTITY_KEYS = incomplete
            assert not keys.are_right(), "what the other encrypted could not be read"

    def test_leave_no_trace_that_can_be_altered(self):
        for change in (
            lambda: KeyFingerprint.objects.update(fingerprint="another"),
            lambda: KeyFingerprint.objects.all().delete(),
        ):
            with pytest.raises(InternalError), transaction.atomic():
                change()

    def test_are_not_written_down(self):
        (row,) = KeyFingerprint.objects.values_list("fingerprint", flat=True)

        assert not any(key[:8] in row for key in settings.IDENTITY_KEYS)


@pytest.mark.usefixtures("noted")
class TestChecks:
    def test_say_nothing_of_the_right_key(self):
        assert [fault for fault in run_checks() if fault.id == "core.E001"] == []

    def test_stop_every_command_with_a_wrong_one(self, settings):
        settings.IDENTITY_KEYS = [ONE]

        assert [fault.msg for fault in run_checks() if fault.id == "core.E001"] == [keys.WRONG]


START = """
import importlib, sys
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[2]
if sys.argv[1] == "nmiss.wsgi":
    importlib.import_module("nmiss.wsgi")
else:
    from celery import signals
    import nmiss.celery, django
    django.setup()
    for receiver, answer in getattr(signals, sys.argv[1]).send_robust(None):
        if isinstance(answer, Exception):
            raise answer
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("program", ["nmiss.wsgi", "worker_init", "beat_init"])
class TestAProgram:
    """Started as a process of its own, on the database of this test."""

    def start(self, program, key):
        keys.note()  # a test before this one has emptied every table
        database = settings.DATABASES["default"]["NAME"]
        given = {"DJANGO_SETTINGS_MODULE": "nmiss.settings", "NMISS_IDENTITY_KEY": key}
        given |= {"NMISS_IDENTITY_KEY_FILE": "", "PYTHONPATH": str(settings.BASE_DIR)}
        return subprocess.run(
            [sys.executable, "-W", "ignore", "-c", START, program, database],
            env=os.environ | given,
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
        )

    def test_starts_with_the_right_key(self, program):
        done = self.start(program, settings.IDENTITY_KEYS[0])

        assert (done.returncode, done.stderr) == (0, "")

    @pytest.mark.parametrize(
        ("key", "sentence"), [(ONE, keys.WRONG), ("short", "NMISS_IDENTITY_KEY is malformed.")]
    )
    def test_does_not_start_with_another(self, program, key, sentence):
        done = self.start(program, key)

        assert done.returncode
        assert sentence in done.stderr.splitlines()[-1]
        assert KeyFingerprint.objects.count() == 1
