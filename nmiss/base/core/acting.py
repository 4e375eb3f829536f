"""For whom the hub acts: the database itself asks, where one person must not pass for another.

``nmiss_acting_person()`` is who this transaction acts for. The hub says so by a token of the
person and of the transaction, signed by a key that the web's role cannot read. Whoever sees the
token, in a query's text for instance, has nothing by it: in another connection, or after the
transaction, it is nobody's. Ask for it only for who is signed in.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User

_THE_HUB = 1  # its number, which is no person's: the token is over another text


@contextlib.contextmanager
def acting_for(person: User) -> Iterator[None]:
    """Read and write as this person, in one transaction, until the block ends.

    Within another's, it is this one who acts, and then the other again.
    """
    with _said("nmiss.person", person.pk, ""):
        yield


@contextlib.contextmanager
def acting_by_link(number: int) -> Iterator[None]:
    """Read and write as who has a link, for whom there is no account. Ask only after its secret."""
    with _said("nmiss.link", number, "link "):
        yield


@contextlib.contextmanager
def acting_as_hub() -> Iterator[None]:
    """Write what is for the hub itself to say, whoever asked for it: that a file is clean."""
    with _said("nmiss.hub", _THE_HUB, "hub "):
        yield


@contextlib.contextmanager
def _said(setting: str, number: int, kind: str) -> Iterator[None]:
    within = connection.in_atomic_block
    with transaction.atomic():
        moment, before = _ask(setting)
        token = _token(number, kind + moment)
        if before == token:
            yield
            return
        _say(setting, token)
        yield
        # The end of the transaction takes it back by itself, and so does one that fails.
        if within and not connection.needs_rollback:
            _say(setting, before)


def in_person(verb: Callable) -> Callable:
    """Have a verb done in a transaction that acts for who does it: ``by``."""

    @functools.wraps(verb)
    def done(*args: Any, by: User, **given: Any) -> Any:
        with acting_for(by):
            return verb(*args, by=by, **given)

    return done


def by_the_hub(verb: Callable) -> Callable:
    """Have done in one transaction what the calendar asks for, and what follows from others."""

    @functools.wraps(verb)
    def done(*args: Any, **given: Any) -> Any:
        with acting_as_hub():
            return verb(*args, **given)

    return done


def keep_key(connection: BaseDatabaseWrapper) -> None:
    """Give the database the key, as the owner of its tables; it follows ``SECRET_KEY``."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('nmiss_owner.acting_key')")
        if cursor.fetchone() == (None,):  # not migrated as far as that
            return
        cursor.execute(
            "INSERT INTO nmiss_owner.acting_key (key) VALUES (%s) "
            "ON CONFLICT (only_one) DO UPDATE SET key = excluded.key",
            [_key()],
        )


def _ask(setting: str) -> tuple[str, str]:
    """What says which transaction this is, and the token that stands."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT public.nmiss_this_transaction(), coalesce(current_setting(%s, true), '')",
            [setting],
        )
        return cursor.fetchone()


def _say(setting: str, token: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [setting, token])


def _token(number: int, moment: str) -> str:
    """What ``acting_sql`` checks: HMAC in its simplest form, since the key is always as long."""
    key = _key()
    inner = hashlib.sha256(key + f"{number} {moment}".encode()).digest()
    return f"{number}:{hashlib.sha256(key + inner).hexdigest()}"


def _key() -> bytes:
    return hashlib.sha256(b"who acts" + settings.SECRET_KEY.encode()).digest()
