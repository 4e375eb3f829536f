"""The application as Django knows it."""

from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "placements"

    def ready(self) -> None:
        """Make known the lists that can be taken away, and what is awarded here."""
        from contracts.rounds import quarters
        from nmiss.files.listings import register
        from placements import awards, listings, report_listings

        quarters.count_as_awards(awards.of_call_offs)
        register(listings.SCHOOLS, listings.CHILDREN)
        register(
            report_listings.DPS_STATUS,
            report_listings.DPS_STATUS_SCHOOLS,
            report_listings.DEMAND_PROFILE,
            report_listings.DEMAND_PROFILE_PLACES,
        )
