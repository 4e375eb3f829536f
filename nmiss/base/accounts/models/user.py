"""A person who may sign in, by email, in one role."""

from __future__ import annotations

from typing import Any, Self

from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from nmiss.base.accounts.addresses import pattern_of
from nmiss.base.accounts.models.sign_in_event import Happened, SignInEvent
from nmiss.base.core.acting import acting_for, in_person
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import ENGLISH
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.names import is_of_somebody, safe_name
from nmiss.base.core.statuses import colours


class Role(models.TextChoices):
    """What a person does here. Everybody has one role; providers' people have a second, theirs."""

    OFFICER = "officer", "Commissioning officer"
    MANAGER = "manager", "Commissioning manager"
    PLACEMENTS = "placements", "Placement officer"
    FINANCE = "finance", "Finance officer"
    AUDITOR = "auditor", "Auditor"
    ADMINISTRATOR = "administrator", "System administrator"
    PROVIDER = "provider", "Provider"

    @classmethod
    def of_the_council(cls) -> list[Role]:
        """Everybody but providers."""
        return [role for role in cls if role != cls.PROVIDER]

    @classmethod
    def by_two(cls) -> list[Role]:
        """Whose accounts two people make: who commissions, and who makes accounts.

        Whoever made one of these alone could be two officers.
        """
        return [cls.OFFICER, cls.MANAGER, cls.ADMINISTRATOR]

    @classmethod
    def with_cases(cls) -> list[Role]:
        """The council's people who work with schools and places; administrators do not."""
        return [role for role in cls.of_the_council() if role != cls.ADMINISTRATOR]


colours({"invited": "blue", "active": "green", "closed": "grey"})


class UserQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Administrators and auditors see everybody; others do not see the list.

        A manager sees the last administrator who can sign in, to help with a lost phone.
        """
        if user.role in (Role.ADMINISTRATOR, Role.AUDITOR):
            return self
        if user.role == Role.MANAGER and self.model.objects.administrators().count() == 1:
            return self.administrators()
        return self.none()

    def at_mailbox_of(self, email: str) -> Self:
        """Those whose address reaches the same mailbox as this one."""
        return self.filter(email__regex=pattern_of(email))

    def administrators(self) -> Self:
        """Those who can sign in."""
        return self.filter(role=Role.ADMINISTRATOR, is_active=True)

    def in_roles(self, *roles: str) -> Self:
        """Those in these roles who can sign in, in a fixed order."""
        return self.filter(role__in=roles, is_active=True).order_by("pk")

    def standing(self, standing: str) -> Self:
        """Those invited, active or closed."""
        if standing == "invited":
            return self.filter(joined_at=None)
        return self.filter(joined_at__isnull=False, is_active=standing == "active")

    def named_like(self, words: str) -> Self:
        """Those whose name or address of email holds these words."""
        return self.filter(Q(name__icontains=words) | Q(email__icontains=words))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Makes people; the addresses of email are kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Make an account that is open from the start, as the demo and tests need it."""
        fields = {"is_active": True, "joined_at": timezone.now()} | fields
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str) -> User:
        return self.get(email__iexact=email)


@tracked(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """A person: signs in by email, has one role, and is closed rather than deleted."""

    email = models.EmailField(
        unique=True, error_messages={"unique": "Somebody with this email address has an account."}
    )
    name = models.CharField(max_length=200, validators=[is_of_somebody])
    role = models.CharField(max_length=20, choices=Role)
    language = models.CharField(max_length=3, default=ENGLISH)  # of letters; see the letterbox
    is_active = models.BooleanField(default=False)
    joined_at = models.DateTimeField(null=True, editable=False)
    times_closed = models.PositiveSmallIntegerField(default=0, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name", "role"]

    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="accounts_user_email_in_lower_case", condition=Q(email=Lower("email"))
            ),
            one_of("role", Role),
            models.CheckConstraint(
                name="accounts_user_language_is_a_code",
                condition=Q(language__regex="^[a-z]{2,3}$"),
            ),
            safe_name(),
            models.CheckConstraint(
                name="accounts_user_active_only_after_joining",
                condition=Q(is_active=False) | Q(joined_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    # Questions

    @property
    def standing(self) -> str:
        """Invited, active or closed."""
        if self.joined_at is None:
            return "invited"
        return "active" if self.is_active else "closed"

    def get_session_auth_hash(self) -> str:
        """What a session must know: whoever was shut out once does not come back by an old one."""
        known = f"{super().get_session_auth_hash()}{self.times_closed}"
        return salted_hmac("nmiss.base.accounts.sessions", known, algorithm="sha256").hexdigest()

    def check_password(self, raw_password: str) -> bool:
        """Whether it is this; who knows it has it kept as is done today, in person."""
        return check_password(raw_password, self.password, self._hash_anew)

    def _hash_anew(self, raw_password: str) -> None:
        self.set_password(raw_password)
        self._password = None  # what follows a change of password is not for this
        with acting_for(self):
            self.save(update_fields=["password"])

    @property
    def is_provider(self) -> bool:
        return self.role == Role.PROVIDER

    @property
    def works_with_cases(self) -> bool:
        return self.role in Role.with_cases()

    @property
    def takes_two(self) -> bool:
        """Whether two people open this account."""
        return self.role in Role.by_two()

    @property
    def on_record(self) -> str:
        """By name and number: two people may have one name."""
        return f"{self.name} (person {self.pk})"

    # Verbs

    def join(self, *, password: str) -> None:
        """Open the account of somebody who was invited."""
        self.is_active, self.joined_at = True, timezone.now()
        self.set_password(password)
        self.save()

    @in_person
    def close(self, *, by: User) -> None:
        """Let this person in no more. The account stays, for the sake of the record."""
        self.is_active = False
        self.times_closed += 1
        self.save(update_fields=["is_active", "times_closed"])
        SignInEvent.note(Happened.SESSION_ENDED, self, how=f"account closed by {by}"[:60])
        AuditEvent.record("close", self, by=by)

    @in_person
    def choose_language(self, *, by: User, language: str) -> None:
        """Have emails to this person in a language, as far as there are any in it."""
        self.language = language
        self.save(update_fields=["language"])
        AuditEvent.record("choose_language", self, by=by, language=language)

    def end_sessions(self) -> None:
        """Let no session that is open now be used any more."""
        self.times_closed += 1
        self.save(update_fields=["times_closed"])
        SignInEvent.note(Happened.SESSION_ENDED, self)

    @in_person
    def reopen(self, *, by: User) -> None:
        """Let a person whose account was closed in again."""
        self.is_active = True
        self.save(update_fields=["is_active"])
        AuditEvent.record("reopen", self, by=by)
