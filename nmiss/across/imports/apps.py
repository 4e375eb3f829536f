"""The imports as Django knows them."""

from nmiss.base.core import application


class ImportsConfig(application.Application):
    name = "nmiss.across.imports"

    def ready(self) -> None:
        """Make the lists known that can be taken away."""
        from nmiss.across.imports import listings
        from nmiss.base.core.lists import register

        super().ready()
        register(listings.IMPORTS)
