"""The application as Django knows it."""

from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "contracts"

    def ready(self) -> None:
        """Make words of verbs, lists to take away and what the tables' owner keeps known."""
        from contracts import deeds
        from contracts.applying import sealing
        from contracts.listings import applying, evaluating, joining, rounds
        from nmiss.accounts import unsent
        from nmiss.core import ownership
        from nmiss.files.listings import Listing, register

        deeds.make_known()
        ownership.after_migrating(sealing.keep_key)
        unsent.keep_behind(sealing.acting_for)
        for part in (applying, evaluating, joining, rounds):
            register(*(each for each in vars(part).values() if isinstance(each, Listing)))
