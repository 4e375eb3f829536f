"""The seal: for whom the hub acts when it reads what is in an application.

Row security (migrations 0003 and 0080) lets the web's role read a sealed row only while it acts
for one of the applicant's own people. Nobody of the council ever is one (``ProviderMember``), so
whatever query a page of theirs comes to, PostgreSQL shows it no sealed row. To act for somebody
takes a token that no query gives: its key lies where the web's role cannot read.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q

from contracts.models import Application
from nmiss.core.models import Repetition

if TYPE_CHECKING:
    from nmiss.accounts.models import User

# What an applicant does on its form is its own: how much of it there was is sealed, too.
DRAFTING = (
    *("start", "save_section", "add_evidence", "remove_evidence", "confirm_answers"),
    "follow_scheme",
)

SEALED = (*DRAFTING, "refuse_evidence", "replace_evidence")

_security = logging.getLogger("nmiss.security")


@contextlib.contextmanager
def acting_for(person: User) -> Iterator[None]:
    """Read and write as one of the applicant's people until the block ends."""
    _act_for(_token(person.pk))
    try:
        yield
    finally:
        _act_for("")


def keep_key(connection: BaseDatabaseWrapper) -> None:
    """Give the database the key, as the owner of its tables; it follows ``SECRET_KEY``."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('nmiss_owner.sealing_key')")
        if cursor.fetchone() == (None,):  # not migrated as far as that
            return
        cursor.execute(
            "INSERT INTO nmiss_owner.sealing_key (key) VALUES (%s) "
            "ON CONFLICT (only_one) DO UPDATE SET key = excluded.key",
            [_key()],
        )


def _key() -> bytes:
    return hashlib.sha256(b"the seal of applications" + settings.SECRET_KEY.encode()).digest()


def _token(number: int) -> str:
    """What migration 0080 checks: HMAC in its simplest form, since the key is always as long."""
    key, said = _key(), str(number)
    inner = hashlib.sha256(key + said.encode()).digest()
    return f"{said}:{hashlib.sha256(key + inner).hexdigest()}"


def _act_for(token: str) -> None:
    """Say so to this connection. In a transaction that failed, its end takes it back."""
    if connection.needs_rollback:
        connection.close_if_unusable_or_obsolete()
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('nmiss.person', %s, false)", [token])


def what_goes_on_in_sealed_forms() -> Q:
    """Which rows of the ledger nobody reads before two officers have opened the application."""
    sealed = Application.objects.filter(opened_at=None).values("pk")
    return Q(verb__in=SEALED, target_type=Application._meta.label, target_id__in=sealed)


def refuse(application: Application, *, to: User, verb: str = "try_to_read_sealed") -> None:
    """Write down that somebody tried to read what is sealed to them, or to open it.

    Whoever tries again within the hour is counted.
    """
    if not Repetition.record(verb, application, by=to):
        return
    _security.warning("Sealed application %s was asked for by person %s", application.pk, to.pk)


def refuse_number(number: int, *, to: User) -> None:
    """The same where it is not there for them: an application by its number, if there is one."""
    for application in Application.objects.filter(pk=number):
        refuse(application, to=to)
