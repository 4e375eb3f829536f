#!/usr/bin/env python
"""Run a command of the hub, on the servers of the environment or on embedded ones."""

import os
import sys

# These need no tables, or lay them themselves.
TABLELESS = {"migrate", "makemigrations", "check", "collectstatic", "help", "--help", "--version"}


def main() -> None:
    """Start or join the embedded servers where no address is given, then run the command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")
    from nmiss import embedded

    embedded.provide()
    from django.core.management import execute_from_command_line

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
    call_command("createcachetable", verbosity=0, stdout=sys.stderr)


if __name__ == "__main__":
    main()
