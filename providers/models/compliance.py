"""Documents that a member keeps up: insurance, certificates, and the day on which each expires."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours
from nmiss.base.files.models import StoredFile
from providers import permissions
from providers.models.provider import Provider
from providers.models.school import School
from providers.own_rows import acts_for, council_or

SOON = datetime.timedelta(days=60)

colours({"in force": "green"})


class ComplianceDocumentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(provider__in=Provider.objects.visible_to(user))

    def current(self) -> Self:
        return self.filter(replaced_at=None)

    def of(self, provider: Provider) -> Self:
        return self.filter(provider=provider)

    def for_membership(self, provider: int, school: int) -> Self:
        """Those of the provider itself, and of this school of it."""
        own = models.Q(school=None) | models.Q(school=school)
        return self.filter(own, provider=provider)

    def expiring_by(self, day: datetime.date) -> Self:
        return self.current().filter(expires_on__lte=day)

    def soonest_first(self) -> Self:
        return self.order_by("expires_on", "pk")

    def with_file(self) -> Self:
        return self.select_related("file", "school", "provider")


@tracked()
class ComplianceDocument(models.Model):
    """A document of a provider, or of one of its schools; a newer one takes its place.

    There may be several of a kind: a policy for each risk. ``expires_on`` is its last good day,
    where it has one.
    """

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="documents")
    school = models.ForeignKey(
        School, null=True, on_delete=models.PROTECT, related_name="documents"
    )
    kind = models.SlugField(max_length=50)
    title = models.CharField(max_length=200)
    expires_on = models.DateField(null=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    replaced_at = models.DateTimeField(null=True, editable=False)

    objects = ComplianceDocumentQuerySet.as_manager()

    class Meta:
        triggers = [
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="stays_as_sent",
                fields=[
                    *("provider", "school", "kind", "title", "expires_on", "file"),
                    *("added_at", "added_by"),
                ],
            ),
            # Those of an application come over as its agreement begins.
            WrittenBySomebody(
                *(Role.OFFICER, Role.MANAGER, Role.PROVIDER),
                must=council_or(acts_for("RECORD.provider_id")),
                words="A provider keeps up its own documents.",
                added_by=(),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} of {self.school or self.provider}"

    # Questions

    def standing(self, on: datetime.date) -> str:
        """Whether it is in force, expires soon or has expired; a refused file is none of these."""
        if self.file.is_refused:
            return "missing"
        if self.expires_on is None or self.expires_on > on + SOON:
            return "in force"
        return "expired" if self.expires_on < on else "expires soon"

    # Verbs

    @classmethod
    @transaction.atomic
    def put(
        cls,
        provider: Provider,
        *,
        kind: str,
        title: str,
        file: StoredFile,
        by: User | None,
        expires_on: datetime.date | None = None,
        school: School | None = None,
        instead_of: Iterable[ComplianceDocument] = (),
    ) -> Self:
        """Keep a document; those whose place it takes are replaced, and kept."""
        Provider.objects.select_for_update(of=("self",)).get(pk=provider.pk)
        numbers = {each.pk for each in instead_of}
        before = cls.objects.current().of(provider).filter(pk__in=numbers)
        current = set(before.values_list("pk", flat=True))
        stop_if(permissions.why_not_replace(numbers, current))
        before.update(replaced_at=timezone.now())
        document = cls.objects.create(
            provider=provider,
            school=school,
            kind=kind,
            title=title,
            file=file,
            expires_on=expires_on,
            added_by=by,
        )
        AuditEvent.record(
            "put_document", document, by=by, expires_on=expires_on, instead_of=sorted(numbers)
        )
        return document
