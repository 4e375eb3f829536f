"""The application as Django knows it."""

from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "contracts"

    def ready(self) -> None:
        """Make words of verbs and lists to take away known."""
        from contracts import deeds
        from contracts.listings import applying, evaluating, joining, rounds
        from nmiss.files.listings import Listing, register

        deeds.make_known()
        for part in (applying, evaluating, joining, rounds):
            register(*(each for each in vars(part).values() if isinstance(each, Listing)))
