"""What the hub needs before it serves, and the demo: each a child of `nmiss.machine.hub_run`.

python -m nmiss.machine.hub_prepare database
python -m nmiss.machine.hub_prepare demo PROGRESS
"""

import hashlib
import os
import sys
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from environs import EnvError

from nmiss.machine import embedded, environment


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")
    try:
        django.setup()
        # One start at a time: another's demo must not be migrated under, nor loaded twice.
        with embedded.preparing():
            if sys.argv[1] == "database":
                prepare_database()
            else:
                load_demo(Path(sys.argv[2]))
    except OperationalError as failure:
        sys.exit(f"The database does not answer: {str(failure).strip()}")
    except (CommandError, EnvError, ImproperlyConfigured) as failure:
        sys.exit(str(failure))


def prepare_database() -> None:
    """Bring the database and the static files up to date."""
    call_command("migrate", verbosity=0)
    embedded.note_migrated()
    _collect_static_files()


def load_demo(progress: Path) -> None:
    """Load the demo county; where it is by now, another start has loaded it.

    As the owner of the tables, like `manage.py seed_demo`.
    """
    from nmiss.base.core import ownership
    from nmiss.demo import seed

    def tell(what: str) -> None:
        draft = progress.with_suffix(".draft")
        draft.write_text(what)
        draft.rename(progress)  # whoever reads it meanwhile reads all of it
        sys.stderr.write(f"    {what}\n")

    with ownership.as_owner(connection):
        if not seed.is_there():
            seed.seed(scale=1, password=os.environ["NMISS_DEMO_PASSWORD"], tell=tell)


def _collect_static_files() -> None:
    """Lay them out under the names of their content; what has not changed stays."""
    from django.conf import settings

    made_from = hashlib.sha256((environment.PROJECT / "requirements-run.txt").read_bytes())
    for path in sorted((environment.PROJECT / "static").rglob("*")):
        if path.is_file():
            made_from.update(str(path).encode() + path.read_bytes())
    mark = Path(settings.STATIC_ROOT) / ".made-from"
    if mark.exists() and mark.read_text() == made_from.hexdigest():
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    mark.write_text(made_from.hexdigest())


if __name__ == "__main__":
    main()
