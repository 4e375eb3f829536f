"""``manage.py invite_administrator EMAIL NAME EMAIL NAME``: how the first two people come in.

It names two, because much here takes two, and one person must never be both. That the operator
runs it is the confirmation. It is also the way back in for a hub that no administrator can enter.
"""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from nmiss.base.accounts import second_factor
from nmiss.base.accounts.actions import invite
from nmiss.base.accounts.addresses import same_mailbox
from nmiss.base.accounts.models import Role
from nmiss.base.core import ownership

NOT_THE_OWNER = (
    "Only the owner of the tables can invite these two people. Set MIGRATION_DATABASE_URL to the "
    "owner's address. With containers, run this command in “migrate”. Nobody was invited."
)
ONE_PERSON = "Name two different people: each needs an email address of their own."

NO_MORE_WAIVER = (
    "From now on everybody in this demo is asked to set up a second factor, because people who are "
    "not part of the demo have been invited."
)


class Command(BaseCommand):
    help = "Email two people a link that makes them system administrators, who invite the others."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("second_email")
        parser.add_argument("second_name")

    def handle(
        self, *, email: str, name: str, second_email: str, second_name: str, **_: object
    ) -> None:
        people = [(email, name), (second_email, second_name)]
        if same_mailbox(email, second_email) or name.casefold() == second_name.casefold():
            raise CommandError(ONE_PERSON)
        with ownership.as_owner(connection):
            was_waived = second_factor.is_waived()
            self._invite(people)
            is_over = was_waived and not second_factor.is_waived()
        self.stdout.write(
            f"{email} and {second_email} are invited. The emails leave when the worker next runs."
        )
        if is_over:
            self.stdout.write(NO_MORE_WAIVER)

    def _invite(self, people: list[tuple[str, str]]) -> None:
        if not ownership.is_owner(connection):
            raise CommandError(NOT_THE_OWNER)
        try:
            with transaction.atomic():
                for address, called in people:
                    invite(email=address, name=called, role=Role.ADMINISTRATOR, by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
