"""The accounts as Django knows them."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "nmiss.accounts"

    def ready(self) -> None:
        """Make the words of its verbs known, and have what happens at the door written down."""
        from nmiss.accounts import deeds, sign_in_record

        deeds.make_known()
        sign_in_record.listen()
