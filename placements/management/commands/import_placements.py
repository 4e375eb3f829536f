"""``manage.py import_placements FILE [--dry-run] [--answer same|different]``."""

from nmiss.base.importing.commands import ImportCommand
from placements.imports import PLACEMENTS
from placements.intake import CHANGE_PRICED


class Command(ImportCommand):
    help = PLACEMENTS.title
    action = staticmethod(PLACEMENTS.take_in)
    asks = True
    consents = {CHANGE_PRICED: "Change placements that have prices, too, as the file says."}
