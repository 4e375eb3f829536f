"""``manage.py import_inspections FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from providers.inspection_imports import INSPECTIONS


class Command(ImportCommand):
    help = INSPECTIONS.title
    action = staticmethod(INSPECTIONS.take_in)
