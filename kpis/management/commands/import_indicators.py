"""``manage.py import_indicators FILE [--dry-run]``."""

from kpis.imports import INDICATORS
from nmiss.base.importing.commands import ImportCommand


class Command(ImportCommand):
    help = INDICATORS.title
    action = staticmethod(INDICATORS.take_in)
