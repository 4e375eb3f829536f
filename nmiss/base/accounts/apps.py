"""The accounts as Django knows them."""

from nmiss.base.core import application


class AccountsConfig(application.Application):
    name = "nmiss.base.accounts"

    def ready(self) -> None:
        """Make lists and what takes two people known, check menus, have the door written down."""
        from django.core import checks

        from nmiss.base.accounts import listings, navigation, proposing, sign_in_record
        from nmiss.base.core.lists import register

        super().ready()
        register(listings.PEOPLE, listings.SIGN_INS, listings.PROPOSALS)
        proposing.make_known()
        sign_in_record.listen()
        checks.register(navigation.check_menus)
