"""What the environment says: the file `.env`, and secrets that lie in files.

`SECRET_KEY_FILE=/run/secrets/key` stands for `SECRET_KEY` with what that file holds, as containers
hand secrets over: a file is not shown by `docker inspect`, nor inherited by every child.
"""

import os
from collections.abc import MutableMapping
from pathlib import Path
from urllib.parse import quote, urlsplit

PROJECT = Path(__file__).resolve().parent.parent
SECRETS = (
    "DATABASE_PASSWORD",
    "DATABASE_URL",
    "EMAIL_URL",
    "MIGRATION_DATABASE_PASSWORD",
    "MIGRATION_DATABASE_URL",
    "NMISS_IDENTITY_KEY",
    "REDIS_PASSWORD",
    "REDIS_URL",
    "SECRET_KEY",
)
_PASSWORDS = {
    "DATABASE_URL": "DATABASE_PASSWORD",
    "MIGRATION_DATABASE_URL": "MIGRATION_DATABASE_PASSWORD",
    "REDIS_URL": "REDIS_PASSWORD",
}


class TwoSecrets(Exception):
    """A secret is given twice, as a value and as a file: which one holds?"""


def load() -> None:
    """Take what `.env` names and the environment does not, then what lies in files."""
    if (PROJECT / ".env").exists():
        from dotenv import load_dotenv

        load_dotenv(PROJECT / ".env")
    take_secret_files(os.environ)
    join_passwords(os.environ)


def take_secret_files(environment: MutableMapping[str, str]) -> None:
    """Read each secret whose name with `_FILE` behind it names a file."""
    for name in SECRETS:
        path = environment.pop(f"{name}_FILE", "")
        if not path:
            continue
        if environment.get(name):
            raise TwoSecrets(f"{name} and {name}_FILE are both set. Take one of them away.")
        environment[name] = Path(path).read_text().strip()


def join_passwords(environment: MutableMapping[str, str]) -> None:
    """Put each password that is given by itself into its address."""
    for address, password in _PASSWORDS.items():
        secret = environment.pop(password, "")
        if secret and environment.get(address):
            environment[address] = _with_password(environment[address], secret)


def _with_password(address: str, password: str) -> str:
    parts = urlsplit(address)
    person, _, place = parts.netloc.rpartition("@")
    user = person.partition(":")[0]
    return parts._replace(netloc=f"{user}:{quote(password, safe='')}@{place}").geturl()
