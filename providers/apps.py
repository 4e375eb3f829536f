"""The application as Django knows it."""

from nmiss.base.core import application


class ProvidersConfig(application.ApplicationConfig):
    name = "providers"

    def ready(self) -> None:
        """Listen to what happens below, and say who must have a second factor."""
        from nmiss.base.accounts import second_factor
        from providers import permissions, receivers

        super().ready()
        receivers.connect()
        second_factor.require_of(permissions.owns_a_provider)
