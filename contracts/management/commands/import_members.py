"""``manage.py import_members FILE [--dry-run]``."""

from contracts.membership.imports import MEMBERS
from nmiss.base.importing.commands import ImportCommand


class Command(ImportCommand):
    help = MEMBERS.title
    action = staticmethod(MEMBERS.take_in)
