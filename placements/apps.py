"""The application as Django knows it."""

from nmiss.base.core import application


class PlacementsConfig(application.ApplicationConfig):
    name = "placements"
    rooms = (
        *("agreements", "blocks", "budget", "endings", "fees", "reorganising", "reviews"),
        *("savings", "takeovers"),
    )

    def ready(self) -> None:
        """Make known what is awarded here, and what follows from what."""
        from nmiss.base.importing import undoing
        from placements import (
            awards,  # noqa: F401 - answers which quarters had awards
            derived,
            reverting,  # noqa: F401 - answers what follows if nothing is decided
        )
        from placements.matching import offers  # noqa: F401 - answers which places are offered
        from placements.takeovers import receivers  # noqa: F401 - follows takeovers

        super().ready()
        undoing.register(derived.out_of_line)
