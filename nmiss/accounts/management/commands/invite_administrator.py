"""``manage.py invite_administrator EMAIL NAME``: how the first person comes into an empty hub."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from nmiss.accounts.actions import invite
from nmiss.accounts.models import Role


class Command(BaseCommand):
    help = "Email somebody a link that makes them a system administrator, who invites the others."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")

    def handle(self, *, email: str, name: str, **_: object) -> None:
        try:
            invite(email=email, name=name, role=Role.ADMINISTRATOR, by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(f"{email} is invited. The email leaves when the worker next runs.")
