"""``manage.py import_payments FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from placements.budget.intake import PAYMENTS


class Command(ImportCommand):
    help = PAYMENTS.title
    action = staticmethod(PAYMENTS.take_in)
