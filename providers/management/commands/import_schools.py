"""``manage.py import_schools FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from providers.imports import SCHOOLS


class Command(ImportCommand):
    help = SCHOOLS.title
    action = staticmethod(SCHOOLS.take_in)
