"""The application as Django knows it."""

from django.apps import AppConfig


class ProvidersConfig(AppConfig):
    name = "providers"

    def ready(self) -> None:
        """Make known the lists that can be downloaded, and who must have a second factor."""
        from nmiss.accounts import second_factor
        from nmiss.files.listings import register
        from providers import listings, permissions

        register(listings.PROVIDER_PEOPLE)
        second_factor.require_of(permissions.owns_a_provider)
