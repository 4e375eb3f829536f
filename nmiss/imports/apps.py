"""The imports as Django knows them."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "nmiss.imports"

    def ready(self) -> None:
        """Make the lists known that can be taken away."""
        from nmiss.files.listings import register
        from nmiss.imports import listings

        register(listings.IMPORTS)
