"""The accounts as Django knows them."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "nmiss.base.accounts"

    def ready(self) -> None:
        """Make its words and what takes two people known, and have the door written down."""
        from nmiss.base.accounts import deeds, proposing, sign_in_record

        deeds.make_known()
        proposing.make_known()
        sign_in_record.listen()
