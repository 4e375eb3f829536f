"""The application as Django knows it."""

from nmiss.base.core import application


class KpisConfig(application.ApplicationConfig):
    name = "kpis"

    def ready(self) -> None:
        """Make the terms known to those that ask for their days."""
        from kpis import term_days  # noqa: F401 - answers when a term ends

        super().ready()
