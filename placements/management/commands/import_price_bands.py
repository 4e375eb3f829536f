"""``manage.py import_price_bands FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from placements.fees.price_band_imports import PRICE_BANDS


class Command(ImportCommand):
    help = PRICE_BANDS.title
    action = staticmethod(PRICE_BANDS.take_in)
