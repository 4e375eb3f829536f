"""``manage.py import_placements FILE [--dry-run]``."""

from nmiss.base.core.commands import ImportCommand
from placements.imports import import_placements


class Command(ImportCommand):
    help = import_placements.__doc__
    action = staticmethod(import_placements)
