"""Django's cache in the database, of which nothing is taken that the hub did not write.

Values are pickles, and to read a pickle is to run what it says. So each is signed for its key, and
the signature is read first, by what can make nothing but text: SQL alone puts nothing in.
"""

from __future__ import annotations

import base64
import io
import logging
import pickle
from collections.abc import Iterable
from typing import Any

from django.core import signing
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.utils import timezone

_log = logging.getLogger(__name__)


class _OnlyText(pickle.Unpickler):
    """Makes numbers and text, and calls nothing."""

    def find_class(self, *_: str) -> None:
        raise pickle.UnpicklingError("This is not text.")


class SignedCache(DatabaseCache):
    """What has no good signature is not there."""

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        names = {self.make_and_validate_key(key, version=version): key for key in keys}
        table = connection.ops.quote_name(self._table)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT cache_key, value FROM {table} WHERE cache_key = ANY(%s) AND expires >= %s",
                [list(names), timezone.now()],
            )
            rows = cursor.fetchall()
        found = {}
        for name, kept in rows:
            try:
                found[names[name]] = _opened(name, kept)
            except (signing.BadSignature, pickle.UnpicklingError, ValueError, EOFError):
                _log.warning("A value in the cache is not of the hub's own writing.")
        return found

    def _base_set(
        self, mode: str, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT
    ) -> bool:
        return super()._base_set(mode, key, _signed(key, value), timeout)


def _signed(name: str, value: Any) -> str:
    pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _signer(name).sign(base64.b64encode(pickled).decode())


def _opened(name: str, kept: str) -> Any:
    text = _OnlyText(io.BytesIO(base64.b64decode(kept))).load()
    if not isinstance(text, str):
        raise signing.BadSignature
    return pickle.loads(base64.b64decode(_signer(name).unsign(text)))


def _signer(name: str) -> signing.Signer:
    return signing.Signer(salt=f"nmiss.cache {name}")
