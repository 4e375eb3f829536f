"""The home as Django knows it."""

from nmiss.base.core import application


class HomeConfig(application.Application):
    name = "nmiss.across.home"

    def ready(self) -> None:
        """Make its lists known."""
        from nmiss.across.home import listings
        from nmiss.base.core.lists import register

        super().ready()
        register(listings.EVENTS, listings.KEY_DATES)
