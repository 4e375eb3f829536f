"""``manage.py import_placements FILE [--dry-run] [--answer same|different]``."""

from nmiss.base.importing.commands import ImportCommand
from placements.imports import PLACEMENTS


class Command(ImportCommand):
    help = PLACEMENTS.title
    action = staticmethod(PLACEMENTS.take_in)
    asks = True
