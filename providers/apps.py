"""The application as Django knows it."""

from django.apps import AppConfig


class ProvidersConfig(AppConfig):
    name = "providers"

    def ready(self) -> None:
        """Make known the words of its verbs, its lists, and who must have a second factor."""
        from nmiss.base.accounts import second_factor
        from nmiss.base.core.lists import register
        from providers import deeds, listings, owners, permissions, receivers

        deeds.make_known()
        receivers.connect()
        owners.make_known()
        register(listings.PROVIDER_PEOPLE)
        second_factor.require_of(permissions.owns_a_provider)
