import pytest
from django.core.management import CommandError, call_command

from nmiss.accounts.models import Role, User
from nmiss.core.models import OutboxMessage

pytestmark = pytest.mark.django_db


class TestInviteAdministrator:
    def test_invites(self):
        call_command("invite_administrator", "Ada@council.example", "Ada Lovelace")

        person = User.objects.get()
        assert (person.email, person.role) == ("ada@council.example", Role.ADMINISTRATOR)
        assert person.standing == "invited"
        assert OutboxMessage.objects.get().payload["to"] == ["ada@council.example"]

    def test_says_that_the_address_is_taken(self):
        call_command("invite_administrator", "ada@council.example", "Ada Lovelace")

        with pytest.raises(CommandError, match="has an account"):
            call_command("invite_administrator", "ada@council.example", "Ada Lovelace")

    def test_says_that_the_address_is_none(self):
        with pytest.raises(CommandError, match="email"):
            call_command("invite_administrator", "ada", "Ada Lovelace")

        assert not User.objects.exists()
