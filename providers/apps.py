"""The application as Django knows it."""

from nmiss.base.core import application


class ProvidersConfig(application.Application):
    name = "providers"

    def ready(self) -> None:
        """Make known its lists, and who must have a second factor."""
        from nmiss.base.accounts import second_factor
        from nmiss.base.core.lists import register
        from providers import listings, permissions, receivers

        super().ready()
        receivers.connect()
        register(listings.PROVIDER_PEOPLE, listings.VACANCIES)
        second_factor.require_of(permissions.owns_a_provider)
