"""``manage.py import_fee_decisions FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from placements.savings.imports import FEE_DECISIONS


class Command(ImportCommand):
    help = FEE_DECISIONS.title
    action = staticmethod(FEE_DECISIONS.take_in)
