"""The imports as Django knows them."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "nmiss.imports"

    def ready(self) -> None:
        """Make the words of its verbs known, and the lists that can be taken away."""
        from nmiss.files.listings import register
        from nmiss.imports import deeds, listings

        deeds.make_known()
        register(listings.IMPORTS)
