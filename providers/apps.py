"""The application as Django knows it."""

from django.apps import AppConfig


class ProvidersConfig(AppConfig):
    name = "providers"

    def ready(self) -> None:
        """Make the lists known that can be taken away."""
        from nmiss.files.listings import register
        from providers import listings

        register(listings.PROVIDER_PEOPLE)
