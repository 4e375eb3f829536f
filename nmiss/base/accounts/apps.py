"""The accounts as Django knows them."""

from nmiss.base.core import application


class AccountsConfig(application.Application):
    name = "nmiss.base.accounts"

    def ready(self) -> None:
        """Make lists known, check menus, have the door written down, the roles told."""
        from django.core import checks

        from nmiss.base.accounts import listings, navigation, sign_in_record, two_people
        from nmiss.base.core import ownership
        from nmiss.base.core.lists import register

        super().ready()
        register(listings.PEOPLE, listings.SIGN_INS, listings.PROPOSALS)
        sign_in_record.listen()
        checks.register(navigation.check_menus)
        ownership.after_migrating(two_people.tell_the_database)
