"""The seal: for whom the hub acts when it reads what is in an application.

Row security (migration 0003) lets the web's role read a sealed row only while it acts for one of
the applicant's own people. Nobody of the council ever is one (``ProviderMember``), so whatever
query a page of theirs comes to, PostgreSQL shows it no sealed row.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db import connection

from nmiss.core.models import AuditEvent

if TYPE_CHECKING:
    from contracts.models import Application
    from nmiss.accounts.models import User

_security = logging.getLogger("nmiss.security")


@contextlib.contextmanager
def acting_for(person: User) -> Iterator[None]:
    """Read and write as one of the applicant's people until the block ends."""
    _act_for(str(person.pk))
    try:
        yield
    finally:
        _act_for("")


def _act_for(number: str) -> None:
    """Say so to this connection. In a transaction that failed, its end takes it back."""
    if connection.needs_rollback:
        connection.close_if_unusable_or_obsolete()
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('nmiss.person', %s, false)", [number])


def refuse(application: Application, *, to: User) -> None:
    """Write down that somebody of the council tried to read what is sealed."""
    AuditEvent.record("try_to_read_sealed", application, by=to)
    _security.warning("Sealed application %s was asked for by person %s", application.pk, to.pk)
