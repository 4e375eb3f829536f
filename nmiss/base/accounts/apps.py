"""The accounts as Django knows them."""

from nmiss.base.core import application


class AccountsConfig(application.ApplicationConfig):
    name = "nmiss.base.accounts"

    def ready(self) -> None:
        """Check menus, have the door written down, the roles told."""
        from django.core import checks

        from nmiss.base.accounts import navigation, sign_in_record, two_people
        from nmiss.base.core import ownership

        super().ready()
        sign_in_record.listen()
        checks.register(navigation.check_menus)
        ownership.after_migrating(two_people.tell_the_database)
