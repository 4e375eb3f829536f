"""Worlds that stand for several tests: made once, and each test takes back what it does to them.

A world is written in a transaction that is never ended well. A test within it is a savepoint, so
it begins with the rows as they were made. What Python holds of them is the test's own copy.
"""

import contextlib

from django.db import transaction
from django.test import override_settings

OUTBOX = "nmiss.base.core.outbox.OutboxEmails"


@contextlib.contextmanager
def for_several_tests(blocker, files):
    """Keep the rows that are written in this block, and the files in their folder, until it ends.

    Ask for it in a fixture of a module or a class: it has to begin before the test does.
    """
    ours = override_settings(EMAIL_BACKEND=OUTBOX, MEDIA_ROOT=files)
    with blocker.unblock(), ours, transaction.atomic():
        yield
        transaction.set_rollback(True)
