"""The application as Django knows it."""

from nmiss.base.core import application


class PlacementsConfig(application.Application):
    name = "placements"

    def ready(self) -> None:
        """Make known the lists that can be taken away, and what is awarded here."""
        from nmiss.base.core.lists import register
        from placements import (
            awards,  # noqa: F401 - answers which quarters had awards
            listings,
            report_listings,
        )

        super().ready()
        register(listings.SCHOOLS, listings.CHILDREN)
        register(
            report_listings.DPS_STATUS,
            report_listings.DPS_STATUS_SCHOOLS,
            report_listings.DEMAND_PROFILE,
            report_listings.DEMAND_PROFILE_PLACES,
        )
