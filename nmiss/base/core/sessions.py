"""Sessions, of which the database knows too little to use one.

A session's key is in its browser's cookie. The database has a digest of it, from which nobody makes
the cookie; and what a session holds is signed for that digest, so that it is nothing in the row of
another. Whoever reads and writes these rows by SQL can end a session, and be in none.
"""

from __future__ import annotations

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from nmiss.base.core.form_tokens import session_digest


class SessionStore(db.SessionStore):
    """Django's, by the digests of keys."""

    _read_as = ""  # the digest of a row that is read without its key

    @classmethod
    def held_by(cls, row: Session) -> dict:
        """What the session of a row holds; nothing where it was not written for that row."""
        store = cls()
        store._read_as = row.session_key
        return store.decode(row.session_data)

    @property
    def key_salt(self) -> str:
        return f"nmiss.session {self._read_as or session_digest(self.session_key)}"

    def exists(self, session_key: str | None) -> bool:
        return super().exists(session_digest(session_key))

    def create_model_instance(self, data: dict) -> Session:
        row = super().create_model_instance(data)
        row.session_key = session_digest(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            super().delete(session_digest(key))

    def _get_session_from_db(self) -> Session | None:
        rows = self.model.objects.filter(expire_date__gt=timezone.now())
        row = rows.filter(session_key=session_digest(self.session_key)).first()
        if row is None:
            self._session_key = None
        return row
