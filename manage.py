#!/usr/bin/env python
"""Run a command of the hub, on the servers of the environment or on embedded ones."""

import os
import sys


def main() -> None:
    """Start or join the embedded servers where no address is given, then run the command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")
    from nmiss import embedded

    embedded.provide()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
