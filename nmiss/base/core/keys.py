"""Whether the keys in the settings are those that this database was encrypted with.

A key of the right form that is not the right one starts a hub on which every child's page fails,
and encrypts what is written from then on with a key that nobody keeps. So the database knows the
fingerprint of each key that ever came first in NMISS_IDENTITY_KEY, and a hub that lacks one of
these keys does not start. A fingerprint tells nothing of its key, whose 32 bytes are random.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from nmiss.base.core.models import KeyFingerprint

WRONG = (
    "NMISS_IDENTITY_KEY does not hold the key that children’s names and files in this database "
    "were encrypted with. Put back the key that belongs to the database. To change keys, write the "
    "new key first and keep the old key after it, separated by a comma."
)


def are_right(used: Iterable[str] | None = None) -> bool:
    """Ask the database whether all keys that it was encrypted with are among ours.

    ``used`` are the fingerprints that another database has.
    """
    if used is None:
        used = KeyFingerprint.objects.values_list("fingerprint", flat=True)
    return set(used) <= {_fingerprint(key) for key in settings.IDENTITY_KEYS}


def note() -> None:
    """Keep the fingerprint of the key that encrypts from now on; it may be there already."""
    if KeyFingerprint._meta.db_table not in connection.introspection.table_names():
        return  # migrated back to before there was one
    new = KeyFingerprint(fingerprint=_fingerprint(settings.IDENTITY_KEYS[0]))
    KeyFingerprint.objects.bulk_create([new], ignore_conflicts=True)


def refuse_wrong_ones() -> None:
    """Let nothing start with a wrong key. Where the database is away or empty, nobody knows yet."""
    try:
        if not are_right():
            raise ImproperlyConfigured(WRONG)
        note()
    except DatabaseError:
        return
    finally:
        connection.close()


def check(**_: object) -> list[CheckMessage]:
    """The same question, as Django asks it before each command."""
    try:
        return [] if are_right() else [Error(WRONG, id="core.E001")]
    except DatabaseError:
        return []


def _fingerprint(key: str) -> str:
    # Base64 may be written with "+/" or "-_": it is the same key.
    canonical = key.translate(str.maketrans("+/", "-_"))
    return hmac.digest(canonical.encode(), b"nmiss hub, in use", "sha256").hex()
