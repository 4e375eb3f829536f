"""Providers: the legal entities that run schools, and the people who act for them."""

from __future__ import annotations

import datetime
from typing import Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.db import models, transaction
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Lower

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.names import is_of_somebody, safe_name
from providers import permissions
from providers.company_numbers import in_one_form
from providers.models.naming import NamedQuerySet, plain_name
from providers.roles import ProviderRole


class ProviderQuerySet(NamedQuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's case workers see every provider; a provider's people their own."""
        if user.role in Role.with_cases():
            return self
        if user.is_provider:
            return self.filter(members__user=user)
        return self.none()

    def written_for_by(self, user: User) -> Self:
        """Those in whose name this person writes."""
        return self.filter(members__user=user, members__role__in=ProviderRole.writers())

    def with_school_count(self) -> Self:
        """Each with ``school_count``, counted for the rows that are shown and no others."""
        schools = self.model._meta.get_field("schools").related_model.objects  # they know us
        of_each = schools.filter(provider=OuterRef("pk")).order_by().values("provider")
        count = of_each.annotate(count=Count("pk")).values("count")
        return self.annotate(school_count=Coalesce(Subquery(count), 0))

    def by_name(self) -> Self:
        return self.order_by("name", "pk")


@tracked(exclude=["plain_name"])
class Provider(models.Model):
    """A legal entity. It is not a school: one provider may run several."""

    name = models.CharField(max_length=200, validators=[is_of_somebody])
    plain_name = plain_name()
    company_number = models.CharField(max_length=8, blank=True)

    objects = ProviderQuerySet.as_manager()

    class Meta:
        constraints = [
            safe_name(),
            in_one_form(),
            models.UniqueConstraint(
                fields=["company_number"],
                condition=~Q(company_number=""),
                name="providers_provider_company_number_once",
            ),
            models.UniqueConstraint(
                Lower("name"),
                condition=Q(company_number=""),
                name="providers_provider_name_once_without_number",
            ),
        ]
        indexes = [
            models.Index(fields=["name", "id"], name="providers_provider_by_name"),
            GinIndex(
                fields=["plain_name"], opclasses=["gin_trgm_ops"], name="providers_provider_named"
            ),
            GistIndex(
                fields=["plain_name"],
                opclasses=["gist_trgm_ops"],
                name="providers_provider_named_like",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    # Questions

    def owners(self) -> models.QuerySet[ProviderMember]:
        """Its owners who can sign in."""
        return self.members.filter(role=ProviderRole.OWNER, user__is_active=True)

    # Verbs

    @transaction.atomic
    def take_on(
        self,
        user: User,
        *,
        role: str,
        by: User | None,
        named_in: Proposal | None = None,
        reads_from: datetime.datetime | None = None,
    ) -> ProviderMember:
        """Let a person act for this provider."""
        member = self.members.create(user=user, role=role, named_in=named_in, reads_from=reads_from)
        AuditEvent.record("take_on", self, by=by, person=user.on_record, role=role)
        return member

    @in_person
    def let_go(self, member: ProviderMember, *, by: User) -> None:
        """End a person's part in this provider; the last owner stays."""
        Provider.objects.select_for_update(of=("self",)).get(pk=self.pk)
        stop_if(permissions.why_not_let_go(by, member))
        AuditEvent.record("let_go", self, by=by, person=member.user.on_record, role=member.role)
        member.delete()


class ProviderMemberQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The people of the providers that this person sees."""
        return self.filter(provider__in=Provider.objects.visible_to(user))

    def readers_since(self, begun_at: datetime.datetime) -> Self:
        """Those who read what was begun then, sealed as it is."""
        return self.filter(Q(reads_from=None) | Q(reads_from__lte=begun_at))

    def of(self, provider: int) -> Self:
        """Those of one provider, by its number."""
        return self.filter(provider=provider).select_related("user", "provider")

    def by_name(self) -> Self:
        return self.order_by("user__name", "pk")


@tracked()
class ProviderMember(models.Model):
    """A person's part in a provider.

    ``named_in``: the proposal by which two officers named an owner where there was none. Whom the
    council named, and whoever that person invited, reads nothing of applications begun before
    ``reads_from`` until these are opened, or until one of the provider's own people, who is not of
    the council's naming, has ``vouched_by`` for them. The database holds to it.
    """

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="provider_members"
    )
    role = models.CharField(max_length=10, choices=ProviderRole)
    named_in = models.ForeignKey(Proposal, null=True, on_delete=models.PROTECT, related_name="+")
    reads_from = models.DateTimeField(null=True, editable=False)
    vouched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ProviderMemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "user"], name="providers_providermember_once"
            ),
            one_of("role", ProviderRole),
            models.CheckConstraint(
                name="providers_providermember_named_reads_from",
                condition=Q(named_in=None) | Q(reads_from__isnull=False) | ~Q(vouched_by=None),
            ),
            models.CheckConstraint(
                name="providers_providermember_vouched_by_another",
                condition=Q(vouched_by=None) | ~Q(vouched_by=F("user")) & Q(reads_from=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display().lower()} of {self.provider}"

    # Questions

    @property
    def may_vouch(self) -> bool:
        """Whether this person's word lets others read earlier applications."""
        return self.reads_from is None and self.role in ProviderRole.writers()

    # Verbs

    @in_person
    def vouch(self, *, by: User) -> None:
        """Let this person read what the provider applied for before they came."""
        stop_if(permissions.why_not_vouch(by, self))
        self.vouched_by, self.reads_from = by, None
        self.save()
        AuditEvent.record("vouch_for", self.provider, by=by, person=self.user.on_record)
