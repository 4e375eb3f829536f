"""The application as Django knows it."""

from nmiss.base.core import application


class ContractsConfig(application.ApplicationConfig):
    name = "contracts"
    rooms = ("arrangements", "applications", "evaluation", "membership")

    def ready(self) -> None:
        """Let the rooms hear each other, and show what is sealed to whom it may be."""
        from contracts.applications import queue  # noqa: F401 - listens to the calendar
        from contracts.applications.models import Evidence
        from contracts.membership import audience, extension_letters  # noqa: F401 - listen to it
        from nmiss.base.files.models import show_sealed_to

        super().ready()
        show_sealed_to(Evidence.objects.shows)
