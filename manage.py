#!/usr/bin/env python
"""Run a command of the hub, on the servers of the environment or on embedded ones."""

import importlib.util
import os
import sys
from pathlib import Path

# These need no tables, or lay them themselves.
TABLELESS = {
    "migrate",
    "write_schema",
    "makemigrations",
    "check",
    "collectstatic",
    "help",
    "--help",
    "--version",
}


def in_our_own_python() -> None:
    """Go on in .venv where this Python has no Django: one need not know where the packages are."""
    if importlib.util.find_spec("django") is None:
        ours = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
        if not ours.exists() or Path(sys.prefix) == ours.parents[1]:
            sys.exit("The packages of the hub are not installed. Run: make check")
        os.execv(ours, [str(ours), *sys.argv])


def main() -> None:
    """Start or join the embedded servers where no address is given, then run the command."""
    in_our_own_python()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")
    from environs import EnvError

    from nmiss.machine import embedded, hub_address

    with embedded.in_one_sentence():
        embedded.provide()
        hub_address.take_kept(embedded.data_dir())
    try:
        run_command()
    except EnvError as failure:  # a setting that cannot be read, by name
        sys.exit(str(failure))


def run_command() -> None:
    """Lay out a database of our own that is new, and do what was asked for."""
    from django.core.management import execute_from_command_line

    from nmiss.machine import embedded

    if sys.argv[1:] and not TABLELESS.intersection(sys.argv[1:]):
        with embedded.first_use() as never_migrated:
            if never_migrated:
                migrate_quietly()
    execute_from_command_line(sys.argv)


def migrate_quietly() -> None:
    """Lay the tables of a database that was made a moment ago, so that any command finds them."""
    sys.stderr.write("Laying out the new database …\n")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, stdout=sys.stderr)


if __name__ == "__main__":
    main()
