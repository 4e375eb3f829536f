"""The application as Django knows it."""

from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "contracts"

    def ready(self) -> None:
        """Make the lists known that can be taken away, and what the tables' owner is to keep."""
        from contracts import listings
        from contracts.applying import sealing
        from contracts.rounds import listings as of_rounds
        from nmiss.core import ownership
        from nmiss.files.listings import register

        ownership.after_migrating(sealing.keep_key)
        register(
            listings.PROVIDERS,
            listings.APPLICATIONS,
            listings.MEMBERSHIPS,
            listings.DEBARMENT,
            listings.AGREEMENTS,
            listings.OUTCOMES,
            listings.CLARIFICATIONS,
            listings.EVIDENCE_REQUESTS,
            listings.SCORING,
            listings.TENDERS,
        )
        register(
            of_rounds.APPLICATIONS,
            of_rounds.ROUNDS,
            of_rounds.NOTICES,
            of_rounds.LEGAL_NUMBERS,
        )
