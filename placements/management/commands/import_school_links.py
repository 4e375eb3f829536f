"""``manage.py import_school_links FILE [--dry-run]``."""

from nmiss.base.core.commands import ImportCommand
from placements.links import import_school_links


class Command(ImportCommand):
    help = import_school_links.__doc__
    action = staticmethod(import_school_links)
