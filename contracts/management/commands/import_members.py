"""``manage.py import_members FILE [--dry-run]``."""

from contracts.membership.imports import import_members
from nmiss.base.core.commands import ImportCommand


class Command(ImportCommand):
    help = import_members.__doc__
    action = staticmethod(import_members)
