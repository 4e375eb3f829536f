"""The imports as Django knows them."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "nmiss.across.imports"

    def ready(self) -> None:
        """Make the words of its verbs known, and the lists that can be taken away."""
        from nmiss.across.imports import deeds, listings
        from nmiss.base.core.lists import register

        deeds.make_known()
        register(listings.IMPORTS)
