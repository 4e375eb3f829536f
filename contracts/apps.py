"""The application as Django knows it."""

from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "contracts"

    def ready(self) -> None:
        """Make the lists known that can be taken away."""
        from contracts import listings, listings_of_rounds
        from nmiss.files.listings import register

        register(
            listings.PROVIDERS, listings.APPLICATIONS, listings.MEMBERSHIPS, listings.DEBARMENT
        )
        register(
            listings_of_rounds.APPLICATIONS,
            listings_of_rounds.ROUNDS,
            listings_of_rounds.NOTICES,
            listings_of_rounds.LEGAL_NUMBERS,
        )
