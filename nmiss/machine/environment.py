"""What the environment says: the file `.env`, and secrets that lie in files.

`SECRET_KEY_FILE=/run/secrets/key` stands for `SECRET_KEY` with what that file holds, as containers
hand secrets over: a file is not shown by `docker inspect`, nor inherited by every child.
"""

import os
import re
import sys
from collections.abc import MutableMapping
from pathlib import Path
from urllib.parse import quote, urlsplit

PROJECT = Path(__file__).resolve().parents[2]
SECRETS = (
    "BOUNCE_MAILBOX_URL",
    "DATABASE_PASSWORD",
    "DATABASE_URL",
    "EMAIL_URL",
    "MIGRATION_DATABASE_PASSWORD",
    "MIGRATION_DATABASE_URL",
    "NMISS_IDENTITY_KEY",
    "NOTIFY_API_KEY",
    "REDIS_PASSWORD",
    "REDIS_URL",
    "SECRET_KEY",
)
REQUIRED = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "NMISS_IDENTITY_KEY")
_PASSWORDS = {
    "DATABASE_URL": "DATABASE_PASSWORD",
    "MIGRATION_DATABASE_URL": "MIGRATION_DATABASE_PASSWORD",
    "REDIS_URL": "REDIS_PASSWORD",
}


_KEY = re.compile(r"[A-Za-z0-9_+/-]{43}=")  # 32 bytes in base64


class UnusableSecret(Exception):
    """A secret is given twice, as a value and as a file, or its file cannot be read."""


def load() -> None:
    """Take what `.env` names and the environment does not, then what lies in files.

    Ends the process with a sentence where a secret is given twice or cannot be read.
    """
    if (PROJECT / ".env").exists():
        from dotenv import load_dotenv

        load_dotenv(PROJECT / ".env")
    try:
        take_secret_files(os.environ)
    except UnusableSecret as refusal:
        sys.exit(str(refusal))
    join_passwords(os.environ)


def refuse_to_start_without_settings() -> None:
    """Name all that is missing at once, in a sentence."""
    missing = [name for name in REQUIRED if not os.environ.get(name)]
    if missing:
        listed = " and ".join(filter(None, [", ".join(missing[:-1]), missing[-1]]))
        is_or_are = "are" if missing[1:] else "is"
        sys.exit(
            f"{listed} {is_or_are} not set: write {'them' if missing[1:] else 'it'} into the "
            "environment or into .env, as docs/production.md says."
        )


def refuse_notify_without_template() -> None:
    """Notify sends nothing but templates: a key without one is of no use."""
    if os.environ.get("NOTIFY_API_KEY") and not os.environ.get("NOTIFY_TEMPLATE_ID"):
        sys.exit(
            "NOTIFY_API_KEY is set and NOTIFY_TEMPLATE_ID is not: set both, as docs/production.md "
            "says."
        )


def take_secret_files(environment: MutableMapping[str, str]) -> None:
    """Read each secret whose name with `_FILE` behind it names a file."""
    for name in SECRETS:
        path = environment.pop(f"{name}_FILE", "")
        if not path:
            continue
        if environment.get(name):
            raise UnusableSecret(f"{name} and {name}_FILE are both set. Take one of them away.")
        try:
            environment[name] = Path(path).read_text().strip()
        except (OSError, UnicodeDecodeError) as failure:
            why = getattr(failure, "strerror", None) or "it is not text"
            sentence = f"{name}_FILE names {path}, which cannot be read: {why}."
            raise UnusableSecret(sentence) from None


def join_passwords(environment: MutableMapping[str, str]) -> None:
    """Put each password that is given by itself into its address."""
    for address, password in _PASSWORDS.items():
        secret = environment.pop(password, "")
        if secret and environment.get(address):
            environment[address] = _with_password(environment[address], secret)


def keys_of(name: str, listed: str) -> list[str]:
    """Divide the keys of one setting, newest first; refuse what cannot be one, unquoted."""
    keys = [key.strip() for key in listed.split(",")]
    for number, key in enumerate(keys, 1):
        if not _KEY.fullmatch(key):
            which = f"Key {number} of {len(keys)} in {name}" if len(keys) > 1 else name
            from django.core.exceptions import ImproperlyConfigured  # servers start without Django

            raise ImproperlyConfigured(
                f"{which} is malformed. A key is 32 random bytes in base64: 44 characters. "
                "Check the value for missing or extra characters. To make a first key: "
                "openssl rand -base64 32 | tr '+/' '-_'"
            )
    return keys


def _with_password(address: str, password: str) -> str:
    parts = urlsplit(address)
    person, _, place = parts.netloc.rpartition("@")
    user = person.partition(":")[0]
    return parts._replace(netloc=f"{user}:{quote(password, safe='')}@{place}").geturl()
