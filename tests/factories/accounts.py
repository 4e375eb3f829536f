"""Factories of people."""

from __future__ import annotations

import datetime
import time

import factory
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.db import connection

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.acting import acting_for
from nmiss.base.core.ownership import as_owner

PASSWORD = "correct horse battery staple"
JOINED = datetime.datetime(2026, 1, 5, 9, tzinfo=datetime.UTC)


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody at the council who has joined."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        invited = factory.Trait(is_active=False, joined_at=None)
        closed = factory.Trait(is_active=False)

    email = factory.Sequence("person{}@council.example".format)
    name = factory.Sequence("Person {}".format)
    role = Role.OFFICER
    is_active = True
    joined_at = JOINED
    password = factory.django.Password(PASSWORD)

    @classmethod
    def _create(cls, *args, **kwargs):
        """Nobody else makes an account that is open (``nmiss.base.accounts.account_sql``)."""
        with as_owner(connection):
            return super()._create(*args, **kwargs)


class SecondFactor:
    """Somebody's authenticator app, as a phone has it: it shows the code of the moment."""

    def __init__(self, app):
        self.app = app

    @classmethod
    def of(cls, person):
        """The app of this person, set up where there is none."""
        known = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()
        if known is None:
            with acting_for(person):
                known = totp.TOTP.activate(person, totp.generate_totp_secret()).instance
                RecoveryCodes.activate(person)
        return cls(known)

    @property
    def code(self):
        return code_of(totp.decrypt(self.app.data["secret"]))

    @property
    def recovery_codes(self):
        codes = Authenticator.objects.get(
            user=self.app.user, type=Authenticator.Type.RECOVERY_CODES
        )
        return codes.wrap().get_unused_codes()


def code_of(secret, *, ahead=0):
    """The code that an app with this secret shows now, or so many half-minutes later."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + ahead))
