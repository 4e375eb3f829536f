"""Variations: changes of an arrangement during its term, each on a ground of regulation 72."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q, Sum

from contracts.arrangements import permissions
from contracts.arrangements.kinds import Ground
from contracts.arrangements.models.decision import Decision
from contracts.arrangements.models.vehicle import Vehicle
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.constraints import one_of, voided_with_a_reason
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson

_KEPT = (
    *("vehicle_id", "ground", "description", "value", "agreed_on", "agreed_by"),
    *("decision_id", "legal_advice", "recorded_by_id", "recorded_at"),
)


class VariationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Commissioning and auditors keep and read them, as the register of decisions."""
        seen = user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR)
        return self if seen else self.none()

    def that_count(self) -> Self:
        """Those that nobody has voided."""
        return self.filter(voided_at=None)

    def net(self, ground: str) -> Decimal:
        """The pounds of a ground together: what rises and what falls."""
        found = self.that_count().filter(ground=ground).aggregate(net=Sum("value"))
        return found["net"] or Decimal(0)

    def newest_first(self) -> Self:
        return self.order_by("-agreed_on", "-pk")


@tracked()
class Variation(models.Model):
    """A change: its ground, how much more or less it costs, and who agreed to it.

    It stays as it was recorded; a mistake is voided with a reason. The limits of regulation 72 are
    of the value that was advertised; where nobody knows what that counts, legal advice says why the
    change is within them.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="variations")
    ground = models.CharField(max_length=1, choices=Ground)
    description = models.TextField()
    value = models.DecimalField(max_digits=14, decimal_places=2)
    agreed_on = models.DateField()
    agreed_by = models.CharField(max_length=200)
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="variations"
    )
    legal_advice = models.CharField(max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    voided_at = models.DateTimeField(null=True, editable=False)
    void_reason = models.TextField(blank=True)

    objects = VariationQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("ground", Ground),
            models.CheckConstraint(
                name="contracts_variation_says_what_and_who",
                condition=~Q(description="") & ~Q(agreed_by=""),
            ),
            voided_with_a_reason(),
        ]
        triggers = [
            DatedByTheDatabase("recorded_at", "voided_at"),
            DoneInPerson(recorded_by=(), voided_by=("voided_at",)),
            pgtrigger.Trigger(
                name="stays_or_is_voided",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func=f"""
                    IF OLD.voided_at IS NOT NULL OR ROW({", ".join(f"NEW.{c}" for c in _KEPT)})
                        IS DISTINCT FROM ROW({", ".join(f"OLD.{c}" for c in _KEPT)}) THEN
                        RAISE EXCEPTION 'A variation stays as it was recorded, or is voided.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(name="never_goes", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="within_the_limits",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                declare=[("v", "public.contracts_vehicle%ROWTYPE")],
                func="""
                    SELECT * INTO v FROM public.contracts_vehicle
                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;
                    IF v.established_on >= date '2025-02-24' THEN
                        RAISE EXCEPTION 'Regulation 72 is of the law before the Act.';
                    END IF;
                    IF NEW.ground NOT IN ('b', 'c', 'f') THEN RETURN NEW; END IF;
                    IF v.advertised_value IS NULL OR v.value_basis <> 'total' THEN
                        IF NEW.legal_advice = '' THEN
                            RAISE EXCEPTION 'The value before the change is not known.';
                        END IF;
                        RETURN NEW;
                    END IF;
                    IF NEW.ground <> 'f' AND NEW.value * 2 > v.advertised_value THEN
                        RAISE EXCEPTION 'A change is for at most half of the value.';
                    END IF;
                    IF NEW.ground = 'f' AND NEW.value > 0 AND 10 * (
                        NEW.value + (SELECT coalesce(sum(value), 0)
                                     FROM public.contracts_variation WHERE ground = 'f'
                                       AND vehicle_id = NEW.vehicle_id AND voided_at IS NULL)
                    ) >= v.advertised_value THEN
                        RAISE EXCEPTION 'Small changes are less than a tenth together.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"variation of {self.agreed_on:%-d %B %Y} of {self.vehicle}"

    # Verbs

    @classmethod
    @in_person
    @transaction.atomic
    def record(
        cls,
        vehicle: Vehicle,
        *,
        by: User,
        ground: str,
        description: str,
        value: Decimal,
        agreed_on: datetime.date,
        agreed_by: str,
        decision: Decision | None = None,
        legal_advice: str = "",
    ) -> Self:
        """Record a change that was agreed. Raises NotAllowedNow beyond the limits."""
        Vehicle.objects.select_for_update(of=("self",), no_key=True).get(pk=vehicle.pk)
        stop_if(permissions.why_not_vary(by, vehicle))
        stop_if(permissions.why_not_vary_so(vehicle, ground, value, legal_advice))
        variation = cls.objects.create(
            **{"vehicle": vehicle, "ground": ground, "description": description, "value": value},
            **{"agreed_on": agreed_on, "agreed_by": agreed_by, "decision": decision},
            **{"legal_advice": legal_advice, "recorded_by": by},
        )
        AuditEvent.record("vary", vehicle, by=by, ground=ground, value=value, agreed_by=agreed_by)
        return variation

    @in_person
    @transaction.atomic
    def void(self, *, by: User, reason: str) -> None:
        """It was recorded by mistake: it stays on record and counts no more."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))
        stop_if(permissions.why_not_void_variation(by, self))
        self.voided_by, self.voided_at, self.void_reason = by, database_now(), reason
        self.save(update_fields=["voided_by", "voided_at", "void_reason"])
        AuditEvent.record("void_variation", self.vehicle, by=by, reason=reason)
