"""``manage.py import_price_lists FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from placements.fees.price_list_imports import PRICE_LISTS


class Command(ImportCommand):
    help = PRICE_LISTS.title
    action = staticmethod(PRICE_LISTS.take_in)
