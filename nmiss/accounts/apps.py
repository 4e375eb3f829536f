"""The accounts as Django knows them."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "nmiss.accounts"

    def ready(self) -> None:
        """Make the words of its verbs known."""
        from nmiss.accounts import deeds

        deeds.make_known()
