"""``manage.py import_returns FILE [--dry-run]``."""

from kpis.imports import RETURNS
from nmiss.base.importing.commands import ImportCommand


class Command(ImportCommand):
    help = RETURNS.title
    action = staticmethod(RETURNS.take_in)
