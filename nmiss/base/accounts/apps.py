"""The accounts as Django knows them."""

from nmiss.base.core import application


class AccountsConfig(application.Application):
    name = "nmiss.base.accounts"

    def ready(self) -> None:
        """Make what takes two people known, check menus, and have the door written down."""
        from django.core import checks

        from nmiss.base.accounts import navigation, proposing, sign_in_record

        super().ready()
        proposing.make_known()
        sign_in_record.listen()
        checks.register(navigation.check_menus)
