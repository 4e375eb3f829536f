"""``manage.py import_schools FILE [--dry-run]``."""

from nmiss.base.core.commands import ImportCommand
from providers.imports import import_schools


class Command(ImportCommand):
    help = import_schools.__doc__
    action = staticmethod(import_schools)
