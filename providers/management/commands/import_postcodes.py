"""``manage.py import_postcodes FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from providers.postcodes import import_postcodes


class Command(ImportCommand):
    help = import_postcodes.__doc__
    action = staticmethod(import_postcodes)
