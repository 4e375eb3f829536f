"""The home as Django knows it."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "nmiss.home"

    def ready(self) -> None:
        """Make the lists known that can be taken away."""
        from nmiss.files.listings import register
        from nmiss.home import listings

        register(listings.PEOPLE, listings.SIGN_INS, listings.EVENTS, listings.PROPOSALS)
