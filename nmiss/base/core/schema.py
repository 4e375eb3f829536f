"""How an empty database is laid out: from one file of SQL, made of the migrations by `make schema`.

To apply the migrations one by one takes many times as long and much memory, most of it for making
classes of models anew. What comes of it is always the same, so it is kept in ``schema.sql``;
`tests/core/test_schema.py` proves the two equal. The file begins with the migrations that it was
made of, each with its digest. Migrations that came since are applied after it; where one of its own
was changed or is gone, or a module of SQL that it lays down, it is passed over.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.db import transaction

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

FILE = Path(__file__).with_name("schema.sql")
STALE = (
    "nmiss/base/core/schema.sql was made of other migrations than these. Run `make schema` "
    "(manage.py write_schema), which writes it anew, and commit it with the migrations."
)
_LINE = "-- Made of "
_OF_SQL = re.compile(rb"^from (\S+_sql) import ", re.MULTILINE)
_IS_RECORDED = "SELECT to_regclass('public.django_migrations')"
_RECORDED = "SELECT app, name FROM public.django_migrations"
_TABLES = "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname IN ('public', 'nmiss_owner'))"


class AnotherVersions(Exception):
    """The database was laid out by migrations that this version of the hub does not have."""

    def __init__(self, name: str, unknown: set[tuple[str, str]]) -> None:
        listed = ", ".join(".".join(one) for one in sorted(unknown)[:3])
        more = f" and {len(unknown) - 3} more" if len(unknown) > 3 else ""
        super().__init__(
            f"The database {name} was made by another version of the hub, whose migrations "
            f"{listed}{more} this version does not have."
        )


def head() -> str:
    """The first lines of a file that is made of the migrations as they are."""
    return "".join(f"{line}\n" for line in sorted(_digests()))


def is_current() -> bool:
    """Whether the file was made of exactly the migrations that are here."""
    return _head_of_file() == _digests()


def is_of_use() -> bool:
    """Whether all that the file was made of is here, unchanged; what is more can follow."""
    return bool(_head_of_file()) and _head_of_file() <= _digests()


def _digests() -> set[str]:
    """Each of our migrations with the digest of its text; others' come with pinned versions."""
    return {
        f"{_LINE}{label}.{path.stem} {hashlib.sha256(_text(path)).hexdigest()[:16]}"
        for label, folder in _folders().items()
        if _is_ours(folder)
        for path in folder.glob("[!_]*.py")
    }


def _text(path: Path) -> bytes:
    """A migration, and what it imports of modules of SQL, which lie beside what they guard."""
    text = path.read_bytes()
    modules = [name.decode().replace(".", "/") + ".py" for name in _OF_SQL.findall(text)]
    return b"".join([text, *((settings.BASE_DIR / name).read_bytes() for name in modules)])


def _head_of_file() -> set[str]:
    if not FILE.exists():
        return set()
    with FILE.open() as file:
        return set(itertools.takewhile(lambda line: line.startswith(_LINE), map(str.rstrip, file)))


def is_empty(connection: BaseDatabaseWrapper) -> bool:
    """Whether there is no table at all."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        return cursor.fetchone() == (False,)


def lay(connection: BaseDatabaseWrapper) -> None:
    """Make all that the migrations would, and note them as applied; all of it or nothing."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(FILE.read_text())


def unapplied(connection: BaseDatabaseWrapper) -> set[tuple[str, str]]:
    """Which migrations this database lacks; raises AnotherVersions where it has others."""
    with connection.cursor() as cursor:
        cursor.execute(_IS_RECORDED)
        if cursor.fetchone() == (None,):
            return _there()
        cursor.execute(_RECORDED)
        return lacking(set(cursor.fetchall()), name=connection.settings_dict["NAME"])


def lacking(recorded: set[tuple[str, str]], *, name: str) -> set[tuple[str, str]]:
    """The same of what any database has on record, by names alone, without loading a migration."""
    there = _there()
    labels = {label for label, folder in _folders().items() if _is_ours(folder)}
    unknown = {one for one in recorded - there if one[0] in labels}
    if unknown:
        raise AnotherVersions(name, unknown)
    return there - recorded


def _there() -> set[tuple[str, str]]:
    return {
        (label, path.stem)
        for label, folder in _folders().items()
        for path in folder.glob("[!_]*.py")
    }


def _folders() -> dict[str, Path]:
    """Where the migrations of each application lie, by its label."""
    found = {}
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        if (Path(config.path) / "migrations" / "__init__.py").exists():
            module = import_module(f"{config.name}.migrations")
            found[config.label] = Path(module.__path__[0])
    return found


def _is_ours(path: Path) -> bool:
    return "site-packages" not in path.parts and path.is_relative_to(settings.BASE_DIR)
