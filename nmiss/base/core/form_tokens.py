"""The one-use token of a form: whose it is, for which address, in which session it was shown.

It is signed, so a page needs no row of the database for it. It is used up by being sent
(``nmiss.base.core.sent_once``), and good for a day.
"""

from __future__ import annotations

import datetime
import hashlib
import secrets
from dataclasses import dataclass

from django.core import signing

NAME = "form_token"
GOOD_FOR = datetime.timedelta(days=1)
_NOBODY = 0


@dataclass(frozen=True)
class FormToken:
    """What a token says: of this person (0 for visitors), in the session of this digest."""

    person: int
    session: str
    number: str

    def is_of(self, person: int | None) -> bool:
        return self.person == (person or _NOBODY)


def session_digest(key: str | None) -> str:
    """A session by a name from which its key cannot be told."""
    return hashlib.sha256(b"session " + key.encode()).hexdigest()[:32] if key else ""


def make(path: str, *, person: int | None, session: str | None) -> str:
    """A new token for the form that is sent to a path."""
    said = f"{person or _NOBODY}.{session_digest(session)}.{secrets.token_hex(16)}"
    return _signer(path).sign(said)


def read(token: str, path: str) -> FormToken | None:
    """What a token says; None where it is none of ours, of another form, or too old."""
    try:
        person, session, number = _signer(path).unsign(token, max_age=GOOD_FOR).split(".")
    except signing.BadSignature:
        return None
    return FormToken(int(person), session, number)


def _signer(path: str) -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=f"nmiss.form {path}")
