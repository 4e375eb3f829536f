"""The application as Django knows it."""

from nmiss.base.core import application


class PlacementsConfig(application.Application):
    name = "placements"

    def ready(self) -> None:
        """Make known its lists, what is awarded here, and what follows from what."""
        from nmiss.base.core.lists import register
        from nmiss.base.importing import undoing
        from placements import (
            awards,  # noqa: F401 - answers which quarters had awards
            derived,
            listings,
            report_listings,
            spend_listings,
        )

        super().ready()
        undoing.register(derived.out_of_line)
        register(listings.SCHOOLS, listings.CHILDREN)
        register(
            report_listings.DPS_STATUS,
            report_listings.DPS_STATUS_SCHOOLS,
            report_listings.DEMAND_PROFILE,
            report_listings.DEMAND_PROFILE_PLACES,
        )
        register(spend_listings.SPEND_LINES, spend_listings.SPEND_TOTALS)
