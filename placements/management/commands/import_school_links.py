"""``manage.py import_school_links FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from placements.links import LINKS


class Command(ImportCommand):
    help = LINKS.title
    action = staticmethod(LINKS.take_in)
