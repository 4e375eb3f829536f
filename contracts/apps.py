"""The application as Django knows it."""

from nmiss.base.core import application


class ContractsConfig(application.Application):
    name = "contracts"
    rooms = ("arrangements", "applications", "evaluation", "membership")

    def ready(self) -> None:
        """Make lists to take away known, and let the rooms hear each other."""
        from contracts.applications import listings as of_applications
        from contracts.applications import queue  # noqa: F401 - listens to the calendar
        from contracts.applications.models import Evidence
        from contracts.arrangements import listings as of_arrangements
        from contracts.evaluation import listings as of_evaluation
        from contracts.membership import audience  # noqa: F401 - listens to the calendar
        from contracts.membership import listings as of_membership
        from nmiss.base.core.lists import List, register
        from nmiss.base.files.models import show_sealed_to

        super().ready()
        show_sealed_to(Evidence.objects.shows)
        for room in (of_arrangements, of_applications, of_evaluation, of_membership):
            register(*(each for each in vars(room).values() if isinstance(each, List)))
