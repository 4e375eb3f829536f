"""The application as Django knows it."""

from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "contracts"

    def ready(self) -> None:
        """Make the lists known that can be taken away."""
        from contracts import listings
        from nmiss.files.listings import register

        register(listings.PROVIDERS, listings.MEMBERSHIPS, listings.DEBARMENT)
