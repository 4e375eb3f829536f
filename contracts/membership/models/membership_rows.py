"""What is asked of memberships: whose they are, on which day they are in force, in which state."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Self

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from contracts.arrangements.models.vehicle import Vehicle
from contracts.membership.models.suspension import Suspension
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.days import DatedQuerySet
from providers.models import Provider


def _suspended_on(day: datetime.date) -> Exists:
    return Exists(Suspension.objects.on(day).filter(membership=OuterRef("pk")))


class MembershipQuerySet(DatedQuerySet):
    first_day, last_day = "admitted_on", "left_on"

    def touching(self, first: datetime.date, last: datetime.date) -> Self:
        """Those in force on a day of the window: a membership never outlasts its vehicle."""
        return super().touching(first, last)._while_the_vehicle_lasts(first)

    def _while_the_vehicle_lasts(self, day: datetime.date) -> Self:
        ends_on = "lot__vehicle__ends_on"
        reached = Q(**{f"{ends_on}__gte": day}) & Q(**{f"{ends_on}__gte": F("admitted_on")})
        return self.filter(Q(**{f"{ends_on}__isnull": True}) | reached)

    def visible_to(self, user: User) -> Self:
        """The council's case workers see all; a provider's people their own that have begun."""
        if user.role in Role.with_cases():
            return self
        if user.is_provider:
            own = self.filter(provider__in=Provider.objects.visible_to(user))
            return own.filter(admitted_on__lte=timezone.localdate())
        return self.none()

    def with_suspended(self, day: datetime.date) -> Self:
        """With ``is_suspended`` on a day, and the days of that suspension or of the next one."""
        soonest = (
            Suspension.objects.not_over(day).filter(membership=OuterRef("pk")).order_by("starts_on")
        )
        return self.annotate(
            is_suspended=_suspended_on(day),
            suspended_from=Subquery(soonest.values("starts_on")[:1]),
            suspended_to=Subquery(soonest.values("ends_on")[:1]),
        )

    def in_state(self, state: str, *, on: datetime.date) -> Self:
        """Those that are admitted, suspended, planned, or over on a day."""
        if state == "suspended":
            return self.on(on).suspended_on(on)
        if state == "planned":
            return self.not_over(on).filter(admitted_on__gt=on)
        if state == "over":
            return self.exclude(pk__in=self.model.objects.not_over(on).values("pk"))
        return self.open_to_call_offs(on)

    def not_over(self, on: datetime.date) -> Self:
        """Those that are in force on a day or later."""
        lasting = self.filter(Q(left_on=None) | Q(left_on__gte=on))
        return lasting._while_the_vehicle_lasts(on)

    def of_provider(self, provider: Provider, *, on: datetime.date) -> Self:
        """What its schools are members of now or later, and what they were under this provider."""
        lasting = self.model.objects.not_over(on)
        return self.filter(Q(pk__in=lasting.values("pk")) | Q(provider=provider))

    def of_providers(self, providers: Iterable[int]) -> Self:
        return self.filter(provider__in=list(providers))

    def lasting_to(self, last_on: datetime.date) -> Self:
        """Those in force on the last day of a term, whether or not that is the term of today."""
        return super().touching(last_on, last_on)

    def beyond(self, last_on: datetime.date) -> Self:
        """Those that nobody has ended by a day."""
        return self.filter(Q(left_on=None) | Q(left_on__gt=last_on))

    def of_the_dps(self) -> Self:
        """Those in its lots: another vehicle has a lot 1 of its own."""
        return self.filter(lot__vehicle__name=Vehicle.DPS)

    def on_old_terms(self) -> Self:
        """Those carried over from another arrangement that have no agreement in their own yet."""
        signed = Q(agreement__lot=F("lot"))
        return self.filter(came_from__way="carried").exclude(signed)

    def of_vehicle(self, vehicle: int) -> Self:
        return self.filter(lot__vehicle=vehicle)

    def with_facts(self, day: datetime.date) -> Self:
        """With what its pages and lists say of it."""
        return self.with_suspended(day).select_related("school", "lot__vehicle", "provider")

    def suspended_on(self, day: datetime.date) -> Self:
        """Those from which no new place is called off on a day."""
        return self.filter(_suspended_on(day))

    def open_to_call_offs(self, day: datetime.date) -> Self:
        """Those in force on a day and not suspended: new places may be called off from them."""
        return self.on(day).filter(~_suspended_on(day))

    def newest_first(self) -> Self:
        return self.order_by("-admitted_on", "lot__number", "pk")

    def by_lot(self) -> Self:
        return self.order_by("lot__number", "-admitted_on", "pk")
