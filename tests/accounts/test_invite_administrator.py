import pytest
from django.core.management import CommandError, call_command

from nmiss.base.accounts.models import Invitation, Role, User
from nmiss.base.core.models import AuditEvent, OutboxMessage

pytestmark = pytest.mark.django_db

ADA = ("Ada@council.example", "Ada Lovelace")
GRACE = ("grace@council.example", "Grace Hopper")


def invite(*people):
    call_command("invite_administrator", *(word for person in people for word in person))


class TestInviteAdministrator:
    def test_invites_two(self):
        invite(ADA, GRACE)

        people = User.objects.order_by("email")
        assert [(p.email, p.name, p.role, p.standing) for p in people] == [
            ("ada@council.example", "Ada Lovelace", Role.ADMINISTRATOR, "invited"),
            ("grace@council.example", "Grace Hopper", Role.ADMINISTRATOR, "invited"),
        ]
        assert sorted(message.payload["to"] for message in OutboxMessage.objects.all()) == [
            ["ada@council.example"],
            ["grace@council.example"],
        ]
        assert AuditEvent.objects.filter(verb="invite", actor_name="The system").count() == 2

    def test_lets_both_come_in(self):
        invite(ADA, GRACE)
        for number, invitation in enumerate(Invitation.objects.order_by("pk")):
            invitation.accept(password=f"three pleasant words {number}")

        assert User.objects.administrators().count() == 2

    @pytest.mark.parametrize(
        "second",
        [
            ("ada@council.example", "Grace Hopper"),
            ("ADA+2@council.example", "Grace Hopper"),
            ("grace@council.example", "ada lovelace"),
        ],
    )
    def test_takes_no_one_person_for_two(self, second):
        with pytest.raises(CommandError, match="two different people"):
            invite(ADA, second)

        assert not User.objects.exists()

    def test_takes_no_single_person(self):
        with pytest.raises(CommandError, match="required"):
            invite(ADA)

    def test_says_that_an_address_is_taken_and_invites_neither(self):
        invite(ADA, GRACE)

        with pytest.raises(CommandError, match="has an account"):
            invite(("new@council.example", "Nora New"), GRACE)
        assert User.objects.count() == 2

    def test_says_that_the_address_is_none(self):
        with pytest.raises(CommandError, match="email"):
            invite(("ada", "Ada Lovelace"), GRACE)

        assert not User.objects.exists()
