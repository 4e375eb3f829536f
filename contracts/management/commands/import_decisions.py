"""``manage.py import_decisions FILE [--dry-run]``."""

from contracts.arrangements.past_decisions import DECISIONS
from nmiss.base.importing.commands import ImportCommand


class Command(ImportCommand):
    help = DECISIONS.title
    action = staticmethod(DECISIONS.take_in)
