"""``manage.py import_prices FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from placements.price_imports import PRICES


class Command(ImportCommand):
    help = PRICES.title
    action = staticmethod(PRICES.take_in)
