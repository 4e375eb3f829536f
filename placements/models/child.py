"""Children: a pseudonymous reference. Who the child is sits in a table of its own."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.days import nc_year
from nmiss.base.core.fields import EncryptedDateField, EncryptedTextField
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DatedByTheDatabase

# Who opens cases, and who imports placements. An import that is taken back takes its children away.
WRITERS = (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS)


class ChildSex(models.TextChoices):
    """Sex as the SEN2 return records it."""

    FEMALE = "F", "Female"
    MALE = "M", "Male"


class ChildQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Case workers see every child; a provider's people those its schools teach or taught."""
        if user.role in Role.with_cases():
            return self
        if user.is_provider:
            return self.filter(
                placements__school__provider__members__user=user, placements__voided_at=None
            ).distinct()
        return self.none()

    def referred_to(self, words: str) -> Self:
        """Those whose reference begins so."""
        return self.filter(reference__istartswith=words)

    def with_references(self, references: Iterable[str]) -> Self:
        """Those with one of these references, in capitals or not."""
        capitals = [reference.upper() for reference in references]
        return self.alias(in_capitals=Upper("reference")).filter(in_capitals__in=capitals)

    def by_reference(self) -> Self:
        return self.order_by("reference", "pk")


@tracked()
class Child(models.Model):
    """A child, known here by a reference that says nothing of who it is."""

    PERSONAL = frozenset({"sex", "cohort"})
    NOT_PERSONAL = frozenset({"id", "reference"})

    reference = models.CharField(max_length=30, unique=True)
    sex = models.CharField(max_length=1, choices=ChildSex)
    cohort = models.PositiveSmallIntegerField(
        help_text="The year whose 31 August is the first on or after the birth."
    )

    objects = ChildQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("sex", ChildSex),
            models.UniqueConstraint(
                Upper("reference"),
                name="placements_child_reference_once",
                violation_error_message="Another child has this reference.",
            ),
        ]
        triggers = [WrittenBySomebody(*WRITERS)]
        indexes = [
            models.Index(
                OpClass(Upper("reference"), "text_pattern_ops"), name="placements_child_referred_to"
            )
        ]

    def __str__(self) -> str:
        return self.reference

    # Questions

    def nc_year(self, *, on: datetime.date) -> int:
        """The National Curriculum year on a day; reception is 0."""
        return nc_year(self.cohort, on=on)

    # Verbs

    def note_look(self, *, by: User, with_identity: bool) -> None:
        """Keep who looked at this child's page or documents, and whether the identity was there."""
        self.looks.create(looked_by=by, with_identity=with_identity)


@tracked()
class ChildIdentity(models.Model):
    """Who a child is: restricted, encrypted, never in addresses, logs, emails or titles."""

    PERSONAL = frozenset({"birth_date", "home_postcode", "initials"})
    NOT_PERSONAL = frozenset({"id", "child"})

    child = models.OneToOneField(Child, on_delete=models.CASCADE, related_name="identity")
    birth_date = EncryptedDateField()
    home_postcode = EncryptedTextField(blank=True)
    initials = EncryptedTextField(null=True)  # an import does not say them

    class Meta:
        triggers = [WrittenBySomebody(*WRITERS)]

    def __str__(self) -> str:
        return f"Identity {self.pk}"


class LookQuerySet(models.QuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-looked_at", "-pk")


class Look(models.Model):
    """That somebody looked at a child's page. The database refuses to change or delete it."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "child", "looked_by", "link", "looked_at", "with_identity"})

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="looks")
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    link = models.ForeignKey(
        "ConsultationLink", null=True, on_delete=models.PROTECT, related_name="+"
    )
    looked_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    with_identity = models.BooleanField()

    objects = LookQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placements_look_by_somebody",
                condition=Q(looked_by__isnull=False, link=None)
                | Q(looked_by=None, link__isnull=False),
            )
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("looked_at"),
        ]

    def __str__(self) -> str:
        return f"{self.looked_by_id} looked at child {self.child_id} at {self.looked_at}"

    @property
    def who(self) -> str:
        """The name of who looked, or the address that the link went to."""
        return (self.looked_by or self.link).name
