"""Options to extend: the further years of a vehicle's term, used one after another."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from contracts.arrangements import permissions
from contracts.arrangements.models.decision import Decision
from contracts.arrangements.models.vehicle import Vehicle
from nmiss.base.accounts.models import User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.acting import in_person
from nmiss.base.core.constraints import in_order, one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DoneInPerson


@coloured(
    available="grey",
    proposed="yellow",
    decided="light-blue",
    notified="turquoise",
    in_effect="green",
    lapsed="red",
)
class OptionStatus(models.TextChoices):
    """How far the council has come with an option."""

    AVAILABLE = "available", "Available"
    PROPOSED = "proposed", "Proposed"
    DECIDED = "decided", "Decided"
    NOTIFIED = "notified", "Notified"
    IN_EFFECT = "in_effect", "In effect"
    LAPSED = "lapsed", "Lapsed"

    @classmethod
    def undecided(cls) -> tuple[OptionStatus, ...]:
        return cls.AVAILABLE, cls.PROPOSED

    @classmethod
    def under_way(cls) -> tuple[OptionStatus, ...]:
        return cls.PROPOSED, cls.DECIDED, cls.NOTIFIED


class ExtensionOptionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Whoever may see the vehicle: its longest term was advertised with it."""
        return self.filter(vehicle__in=Vehicle.objects.visible_to(user))

    def in_effect(self) -> Self:
        return self.filter(status=OptionStatus.IN_EFFECT)

    def under_way(self) -> Self:
        return self.filter(status__in=OptionStatus.under_way())

    def next_of_each(self, *, ends_by: datetime.date) -> Self:
        """The first option of each vehicle that ends by a day, and may still be extended."""
        over = [OptionStatus.IN_EFFECT, OptionStatus.LAPSED]
        ending = self.exclude(status__in=over).filter(vehicle__ends_on__lte=ends_by)
        return ending.select_related("vehicle").in_order().distinct("vehicle")

    def undecided(self) -> Self:
        return self.filter(status__in=OptionStatus.undecided())

    def due(self, day: datetime.date) -> Self:
        """Those that providers were told of, and whose first day has come."""
        return self.filter(status=OptionStatus.NOTIFIED, starts_on__lte=day)

    def notified_here(self) -> Self:
        """Those under notice whose letters the hub sends: not taken over from before."""
        return self.filter(status=OptionStatus.NOTIFIED).exclude(decided_by=None)

    def used(self) -> Self:
        """Those with which somebody has done something, or that a past decision used."""
        return self.exclude(status=OptionStatus.AVAILABLE, decision=None)

    def in_order(self) -> Self:
        return self.order_by("vehicle", "number")


@tracked()
class ExtensionOption(Lifecycle):
    """A further year, or so many months, for which a vehicle may be extended.

    "The contract has three allowable one year extensions" (25/00007). They follow one another
    without a gap, up to the latest end that was advertised, and are used in order.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="options")
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    status = models.CharField(
        max_length=10, choices=OptionStatus, default=OptionStatus.AVAILABLE, editable=False
    )

    decision = models.ForeignKey(
        Decision, null=True, on_delete=models.PROTECT, related_name="options"
    )
    # Why the advertised value does not stand in the way: our legal advice, by its reference.
    override = models.CharField(max_length=300, blank=True)
    notice_reference = models.CharField(max_length=100, blank=True)
    notified_on = models.DateField(null=True)
    # Of the authorities that a direction under section 24 asks for, where it reaches the option.
    consent = models.CharField(max_length=300, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ExtensionOptionQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", OptionStatus),
            in_order("starts_on", "ends_on"),
            models.UniqueConstraint(
                fields=["vehicle", "number"], name="contracts_extensionoption_number_once"
            ),
            models.CheckConstraint(
                name="contracts_extensionoption_numbered_from_one", condition=Q(number__gte=1)
            ),
            models.CheckConstraint(
                name="contracts_extensionoption_decided_by_a_decision",
                condition=Q(status__in=["available", "proposed", "lapsed"])
                | Q(decision__isnull=False),
            ),
            models.CheckConstraint(
                name="contracts_extensionoption_notified_to_providers",
                condition=~Q(status__in=["notified", "in_effect"])
                | Q(notified_on__isnull=False) & ~Q(notice_reference=""),
            ),
            models.CheckConstraint(
                name="contracts_extensionoption_decided_by_another",
                condition=Q(decided_by=None)
                | Q(proposed_by=None)
                | ~Q(decided_by=F("proposed_by")),
            ),
        ]
        triggers = [
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                # Beat has an option take effect on its first day.
                unless="TG_OP = 'UPDATE' AND NEW.status = 'in_effect' "
                "AND OLD.status = 'notified' "
                "AND to_jsonb(NEW) - 'status' = to_jsonb(OLD) - 'status'",
            ),
            # Past decisions have used some at once (``take_over``), which only the operator enters.
            ByItsMoves(
                also=[
                    (OptionStatus.AVAILABLE, OptionStatus.NOTIFIED),
                    (OptionStatus.AVAILABLE, OptionStatus.IN_EFFECT),
                ]
            ),
            DoneInPerson(proposed_by=(), decided_by=("decision",)),
            pgtrigger.Trigger(
                name="used_by_two",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
                when=pgtrigger.Before,
                # The operator takes over what was decided before our records began.
                func="""
                    IF NEW.status IN ('decided', 'notified', 'in_effect')
                        AND (NEW.proposed_by_id IS NULL OR NEW.decided_by_id IS NULL)
                        AND (TG_OP = 'INSERT' OR OLD.status IN ('available', 'proposed'))
                        AND NOT public.nmiss_is_owner() THEN
                        RAISE EXCEPTION 'One person proposes an option, and another decides it.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="follows_the_term",
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("vehicle_id", "number", "starts_on", "ends_on"),
                when=pgtrigger.Before,
                declare=[("v", "public.contracts_vehicle%ROWTYPE"), ("ends_before", "date")],
                func="""
                    SELECT * INTO v FROM public.contracts_vehicle
                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;
                    IF NEW.number > v.option_count THEN
                        RAISE EXCEPTION 'The vehicle has no more options than it was let with.';
                    END IF;
                    IF NEW.number = 1 THEN
                        ends_before := v.initial_ends_on;
                    ELSE
                        SELECT ends_on INTO ends_before FROM public.contracts_extensionoption
                            WHERE vehicle_id = NEW.vehicle_id AND number = NEW.number - 1;
                    END IF;
                    IF NEW.starts_on IS DISTINCT FROM ends_before + 1 THEN
                        RAISE EXCEPTION 'An option begins the day after the term ends.';
                    END IF;
                    IF NEW.ends_on > v.latest_ends_on THEN
                        RAISE EXCEPTION 'No option goes past the latest end.';
                    END IF;
                    IF NEW.ends_on > (
                        SELECT (date '2025-02-24' + make_interval(years => value))::date - 1
                        FROM public.core_legalparameter
                        WHERE key = 'dps_long_stop' AND v.kind = 'dps'
                          AND valid_from <=
                              timezone('Europe/London', public.nmiss_now())::date
                        ORDER BY valid_from DESC LIMIT 1
                    ) THEN
                        RAISE EXCEPTION 'No option goes past the long stop of the law.';
                    END IF;
                    IF NEW.ends_on > (
                        SELECT (v.starts_on + make_interval(years => value))::date - 1
                        FROM public.core_legalparameter
                        WHERE key = 'open_framework_longest' AND v.kind = 'open_framework'
                          AND valid_from <=
                              timezone('Europe/London', public.nmiss_now())::date
                        ORDER BY valid_from DESC LIMIT 1
                    ) THEN
                        RAISE EXCEPTION 'No option goes past the long stop of the law.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="used_in_order",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                declare=[("at_once", "integer")],
                func="""
                    IF TG_OP = 'UPDATE' THEN
                        IF OLD.status <> 'available' AND ROW(NEW.vehicle_id, NEW.number,
                            NEW.starts_on, NEW.ends_on) IS DISTINCT FROM
                            ROW(OLD.vehicle_id, OLD.number, OLD.starts_on, OLD.ends_on) THEN
                            RAISE EXCEPTION 'The days of an option that is used stand.';
                        END IF;
                        IF NEW.status = OLD.status THEN RETURN NEW; END IF;
                        IF OLD.status IN ('in_effect', 'lapsed') THEN
                            RAISE EXCEPTION 'What is in effect or lapsed stays so.';
                        END IF;
                    END IF;
                    IF NEW.status IN ('available', 'lapsed') THEN RETURN NEW; END IF;
                    SELECT options_at_once INTO at_once FROM public.contracts_vehicle
                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;
                    IF NEW.number > 1 AND NOT EXISTS (
                        SELECT 1 FROM public.contracts_extensionoption
                        WHERE vehicle_id = NEW.vehicle_id AND number = NEW.number - 1
                          AND (status = 'in_effect' OR at_once > 1 AND NEW.status <> 'in_effect'
                               AND status IN ('proposed', 'decided', 'notified'))
                    ) THEN
                        RAISE EXCEPTION 'Options are used one after another.';
                    END IF;
                    IF NEW.status <> 'in_effect' AND at_once <= (
                        SELECT count(*) FROM public.contracts_extensionoption
                        WHERE vehicle_id = NEW.vehicle_id AND id <> NEW.id
                          AND status IN ('proposed', 'decided', 'notified')
                    ) THEN
                        RAISE EXCEPTION 'Another option is under way.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="covered_by_its_decision",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                declare=[
                    ("d", "public.contracts_decision%ROWTYPE"),
                    ("v", "public.contracts_vehicle%ROWTYPE"),
                    ("today", "date"),
                ],
                func="""
                    IF NEW.decision_id IS NULL THEN RETURN NEW; END IF;
                    SELECT * INTO d FROM public.contracts_decision WHERE id = NEW.decision_id;
                    IF d.vehicle_id IS DISTINCT FROM NEW.vehicle_id THEN
                        RAISE EXCEPTION 'The decision is about another vehicle.';
                    END IF;
                    IF d.published_on IS NULL THEN
                        RAISE EXCEPTION 'The decision is not published.';
                    END IF;
                    IF EXISTS (
                        SELECT 1 FROM public.contracts_extensionoption AS other
                        JOIN public.contracts_vehicle ON contracts_vehicle.id = other.vehicle_id
                        WHERE other.decision_id = NEW.decision_id AND other.id <> NEW.id
                          AND options_at_once = 1
                    ) THEN
                        RAISE EXCEPTION 'The decision has used another option.';
                    END IF;
                    today := timezone('Europe/London', public.nmiss_now())::date;
                    IF NEW.status = 'in_effect' AND d.effective_on > today THEN
                        RAISE EXCEPTION 'The decision may still be called in.';
                    END IF;
                    IF NEW.status = 'in_effect' AND d.effective_on > NEW.starts_on
                        AND (TG_OP = 'INSERT' OR OLD.status IN ('available', 'proposed')) THEN
                        RAISE EXCEPTION 'A decision after the end of a term does not extend it.';
                    END IF;
                    IF NEW.status <> 'in_effect' THEN RETURN NEW; END IF;
                    IF NEW.starts_on > today THEN
                        RAISE EXCEPTION 'An option takes effect on its first day.';
                    END IF;
                    SELECT * INTO v FROM public.contracts_vehicle WHERE id = NEW.vehicle_id;
                    IF NEW.override = '' AND NOT coalesce(
                        v.value_basis = 'total' AND v.advertised_value >= (
                            SELECT spent + committed + coalesce(forecast, 0)
                            FROM public.contracts_vehiclefigure WHERE vehicle_id = v.id
                            ORDER BY as_at DESC, noted_at DESC, id DESC LIMIT 1
                        ), false) THEN
                        RAISE EXCEPTION 'There is no headroom under the advertised value.';
                    END IF;
                    IF NEW.consent = '' AND NEW.ends_on > v.consent_past_on THEN
                        RAISE EXCEPTION 'The direction asks for the consent of the successor.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="decided_within_the_scheme",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("status", "decision_id"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(
                    new__decided_by__isnull=False, new__status__in=["decided", "in_effect"]
                ),
                declare=[
                    ("d", "public.contracts_decision%ROWTYPE"),
                    ("most", "public.contracts_approvallimit%ROWTYPE"),
                    ("months", "integer"),
                ],
                func="""
                    SELECT * INTO d FROM public.contracts_decision WHERE id = NEW.decision_id;
                    IF NOT EXISTS (SELECT 1 FROM public.contracts_approvallimit
                                   WHERE matter = 'extension' AND valid_from <= d.decided_on) THEN
                        RETURN NEW;
                    END IF;
                    SELECT * INTO most FROM public.contracts_approvallimit
                        WHERE matter = 'extension' AND valid_from <= d.decided_on
                          AND office_key = lower(d.maker_title)
                        ORDER BY valid_from DESC LIMIT 1;
                    SELECT option_months * (1 + (
                        SELECT count(*) FROM public.contracts_extensionoption AS other
                        WHERE other.decision_id = NEW.decision_id AND other.id <> NEW.id
                    )) INTO months FROM public.contracts_vehicle WHERE id = NEW.vehicle_id;
                    IF NOT FOUND OR most.id IS NULL OR most.up_to IS NOT NULL AND (
                        most.up_to = 0 OR d.budget IS NULL
                        OR round(d.budget * 12 / months, 2) > most.up_to
                    ) THEN
                        RAISE EXCEPTION 'The scheme of delegation does not let this office decide.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="moves_the_end",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.After,
                # The vehicle itself works out its end (``ends_by_its_options``).
                func="""
                    UPDATE public.contracts_vehicle SET ends_on = ends_on
                        WHERE id IN (NEW.vehicle_id, OLD.vehicle_id);
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"option {self.number} of {self.vehicle}"

    # Verbs

    @transaction.atomic
    def take_over(
        self, decision: Decision, *, by: User | None, on: datetime.date | None = None
    ) -> None:
        """Record that a past decision used it: in effect ``on`` a day, or under notice by then.

        What stood in the way then was settled then: the record is the decision's.
        """
        self.lock()
        has_begun = self.starts_on <= (on or timezone.localdate())
        self.decision = decision
        self._as_settled_then()
        self.status = OptionStatus.IN_EFFECT if has_begun else OptionStatus.NOTIFIED
        self.save()
        AuditEvent.record("take_over", self, by=by, decision=decision.number)
        self.vehicle.follow_its_end()

    @transaction.atomic
    def name_decision(self, decision: Decision, *, by: User) -> None:
        """Record which past decision used it. Two people then record the use itself."""
        self.lock()
        self.decision = decision
        self.save()
        AuditEvent.record("name_decision", self, by=by, decision=decision.number)

    def _as_settled_then(self) -> None:
        """What stands for its notice, value and consent is that of its past decision."""
        decision, self.notified_on = self.decision, self.decision.published_on
        self.override = f"Settled before our records began (decision {decision.number})"
        self.consent = f"Settled before our records began (decision {decision.number})"
        self.notice_reference = f"Before our records began (decision {decision.number})"

    # Moves

    @in_person
    @move(sources={OptionStatus.AVAILABLE}, target=OptionStatus.PROPOSED)
    def propose(self, *, by: User, reason: str) -> None:
        """Propose to use it. Raises NotAllowedNow where another comes first."""
        stop_if(permissions.why_not_move_option(by, self, "propose"))
        self.proposed_by = by

    @in_person
    @move(sources={OptionStatus.PROPOSED}, target=OptionStatus.DECIDED)
    def decide(self, *, by: User, decision: Decision) -> None:
        """Record that a published decision uses it; another person than who proposed it."""
        stop_if(permissions.why_not_move_option(by, self, "decide"))
        self.decision, self.decided_by = decision, by

    @in_person
    @move(sources={OptionStatus.PROPOSED}, target=OptionStatus.IN_EFFECT)
    def record_past_use(self, *, by: User) -> None:
        """Record that its past decision used it; another person than who proposed it."""
        stop_if(permissions.why_not_move_option(by, self, "record_past_use"))
        self.decided_by = by
        self._as_settled_then()

    @move(sources={OptionStatus.DECIDED}, target=OptionStatus.NOTIFIED)
    def notify(self, *, by: User, notice_reference: str, override: str, consent: str) -> None:
        """Record the published notice, and tell the providers; see ``extending``."""
        self.notified_on = timezone.localdate()
        self.notice_reference, self.override, self.consent = notice_reference, override, consent

    @move(sources={OptionStatus.NOTIFIED}, target=OptionStatus.IN_EFFECT)
    def take_effect(self, *, by: User | None) -> None:
        """Extend the term; see ``extending``, which says what is missing."""

    @move(sources={OptionStatus.AVAILABLE, *OptionStatus.under_way()}, target=OptionStatus.LAPSED)
    def lapse(self, *, by: User, reason: str) -> None:
        """Record that it is not used: the term ends before it."""

    # Questions

    @property
    def is_used(self) -> bool:
        return self.status != OptionStatus.AVAILABLE

    @property
    def is_open(self) -> bool:
        """Whether it may still take effect."""
        return self.status not in (OptionStatus.IN_EFFECT, OptionStatus.LAPSED)

    @property
    def awaits_decision(self) -> bool:
        """Whether nobody has decided to use it, or not to."""
        return self.status in OptionStatus.undecided()

    def covers(self, day: datetime.date) -> bool:
        return self.starts_on <= day <= self.ends_on
