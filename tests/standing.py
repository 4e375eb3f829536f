"""Worlds that stand for several tests: made once, and each test takes back what it does to them.

A world is written in a transaction that is never ended well. A test within it is a savepoint, so
it begins with the rows as they were made; of the files, and of what Python holds, it has a copy.
"""

import contextlib
import copy
import functools
import shutil

import pytest
from django.db import transaction
from django.test import override_settings

OUTBOX = "nmiss.base.core.outbox.OutboxEmails"
FOLDERS = []


@contextlib.contextmanager
def for_several_tests(blocker, files):
    """Keep the rows that are written in this block, and the files in their folder, until it ends.

    Ask for it in a fixture of a module or a class: it has to begin before the test does.
    """
    ours = override_settings(EMAIL_BACKEND=OUTBOX, MEDIA_ROOT=files)
    with blocker.unblock(), ours, transaction.atomic(), with_files(files):
        yield
        transaction.set_rollback(True)


@contextlib.contextmanager
def with_files(files):
    """Have each test in this block find copies of these files in its own folder."""
    FOLDERS.append(files)
    try:
        yield
    finally:
        FOLDERS.remove(files)


def lay_out_files(folder):
    """Put the files of all worlds that stand into the folder of a test."""
    for files in FOLDERS:
        shutil.copytree(files, folder, dirs_exist_ok=True)


def once(make, scope="class"):
    """A fixture of what is made once for a class, or a module: called, it gives a copy.

    a_draft = standing.once(filled)

    @pytest.fixture
    def draft(a_draft):
        return a_draft()
    """

    @pytest.fixture(scope=scope)
    def made(django_db_setup, django_db_blocker, tmp_path_factory):
        with for_several_tests(django_db_blocker, tmp_path_factory.mktemp("files")):
            yield functools.partial(copy.deepcopy, make())

    return made
