"""``manage.py import_cost_index FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from placements.fees.cost_index_imports import COST_INDEX


class Command(ImportCommand):
    help = COST_INDEX.title
    action = staticmethod(COST_INDEX.take_in)
