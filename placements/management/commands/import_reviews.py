"""``manage.py import_reviews FILE [--dry-run]``."""

from nmiss.base.importing.commands import ImportCommand
from placements.reviews.imports import REVIEWS


class Command(ImportCommand):
    help = REVIEWS.title
    action = staticmethod(REVIEWS.take_in)
