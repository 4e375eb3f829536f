"""``manage.py import_terms FILE [--dry-run]``."""

from kpis.imports import TERMS
from nmiss.base.importing.commands import ImportCommand


class Command(ImportCommand):
    help = TERMS.title
    action = staticmethod(TERMS.take_in)
