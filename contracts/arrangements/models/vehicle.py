"""Commercial vehicles: the arrangements under which the council buys places, and their lots."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

import pgtrigger
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q

from contracts.arrangements import permissions
from contracts.arrangements.kinds import Regime, RoundMode, ValueBasis, VehicleKind
from contracts.arrangements.signals import rounds_given_up
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.acting import acting_as_hub
from nmiss.base.core.constraints import in_order, one_of
from nmiss.base.core.days import months_after
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours_in_turn

if TYPE_CHECKING:
    from contracts.arrangements.models.option import ExtensionOption
    from contracts.arrangements.models.scheme import EvaluationScheme

# The Procurement Act 2023 came into force. What was established before stays under the
# regulations of 2015 until it ends, extensions included (SI 2024/716 reg 5).
PROCUREMENT_ACT_FROM = datetime.date(2025, 2, 24)
ONE_DAY = datetime.timedelta(days=1)

colours_in_turn("lot", "turquoise", "light-blue", "purple", "yellow", "pink", "orange")


# An open framework lasts eight years (Procurement Act 2023, section 49), and the DPS of 2022 six
# with its options. What is longer by far is a slip of the hand in a year.
MOST_YEARS = 15
_LONGEST = F("starts_on") + datetime.timedelta(days=366 * MOST_YEARS)


class VehicleQuerySet(models.QuerySet):
    def of_the_act(self) -> Self:
        """Those that began under the Procurement Act 2023."""
        return self.filter(established_on__gte=PROCUREMENT_ACT_FROM)

    def visible_to(self, user: User) -> Self:
        """The council's case workers and all providers: what was advertised is public."""
        seen = user.is_provider or user.role in Role.with_cases()
        return self if seen else self.none()

    def with_rounds(self) -> Self:
        """Those that schools may join while they last, and so have a calendar of rounds."""
        return self.filter(kind__in=VehicleKind.with_rounds())

    def planned_ahead(self) -> Self:
        """Those whose quarterly rounds the hub plans: not once another has taken over."""
        return self.with_rounds().exclude(kind=VehicleKind.OPEN_FRAMEWORK).filter(successor=None)

    def reopened(self) -> Self:
        """Those that the law re-opens for new members every few years (section 49)."""
        return self.filter(kind=VehicleKind.OPEN_FRAMEWORK, successor=None).order_by("pk")

    def ending_or_reopened(self, first: datetime.date, last: datetime.date) -> Self:
        """Those whose term ends on one of these days, and those of ``reopened``."""
        reopened = Q(kind=VehicleKind.OPEN_FRAMEWORK, successor=None)
        return self.filter(reopened | Q(ends_on__range=(first, last)))

    def with_members(self) -> Self:
        """Those into whose lots schools are admitted: all but spot purchase."""
        return self.exclude(kind=VehicleKind.SPOT)

    def lasting(self, day: datetime.date) -> Self:
        """Those in force on a day, by the end in effect."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def with_tender(self, rounds: models.QuerySet, documents: models.QuerySet) -> Self:
        """With what providers are shown: rounds as ``dates``, documents as ``papers``, and how many
        evaluation schemes are ``published``.
        """
        published = models.Count("schemes", filter=Q(schemes__published_at__isnull=False))
        return self.annotate(published=published).prefetch_related(
            models.Prefetch("rounds", rounds, to_attr="dates"),
            models.Prefetch("documents", documents, to_attr="papers"),
        )

    def by_name(self) -> Self:
        return self.order_by("name", "pk")


@tracked()
class Vehicle(models.Model):
    """An arrangement under which places are bought, such as the NMISS DPS (25/00007, 1.2).

    Nobody types its end: ``ends_on``, the last day in effect, follows from the initial term and
    the options in effect, and is the database's to write; none where the term is open.
    ``latest_ends_on`` is the last day that was advertised, with all options. Light-touch rounds
    need a manager's name, legal advice and published documents, because a vehicle that was
    called a DPS and is run as one must decide within 10 working days of receipt (reg 34(16)).
    """

    DPS = "NMISS Dynamic Purchasing System"
    DPS_LOTS = (1, 2)
    DPS_BEGAN = datetime.date(2022, 9, 1)
    # "The contract has three allowable one year extensions" (25/00007).
    DPS_INITIAL_END = datetime.date(2025, 8, 31)
    DPS_OPTIONS = 3

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=VehicleKind, default=VehicleKind.DPS)
    established_on = models.DateField(default=DPS_BEGAN)
    starts_on = models.DateField()
    initial_ends_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True, editable=False)
    latest_ends_on = models.DateField(null=True, blank=True, editable=False)
    option_count = models.PositiveSmallIntegerField(default=0)
    option_months = models.PositiveSmallIntegerField(default=12, validators=[MinValueValidator(1)])
    options_at_once = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    # The day stated in a direction under section 24 of the Local Government and Public
    # Involvement in Health Act 2007: what runs past it needs the successor's consent.
    consent_past_on = models.DateField(null=True, blank=True)
    references = models.CharField(max_length=300, blank=True)
    advertised_value = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    value_basis = models.CharField(max_length=10, choices=ValueBasis, default=ValueBasis.UNKNOWN)
    # Where the value stands, as it was published.
    value_source = models.CharField(max_length=300, blank=True)
    round_mode = models.CharField(max_length=20, choices=RoundMode, default=RoundMode.STRICT_REG34)
    mode_approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    mode_legal_advice = models.CharField(max_length=300, blank=True)
    mode_documents = models.CharField(max_length=300, blank=True)
    # Which arrangement has taken over from it (``contracts.membership.taking_over``).
    successor = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="predecessors", editable=False
    )

    objects = VehicleQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("kind", VehicleKind),
            one_of("value_basis", ValueBasis),
            one_of("round_mode", RoundMode),
            in_order(
                "starts_on", "initial_ends_on", message="The term ends on its first day or later."
            ),
            models.CheckConstraint(
                name="contracts_vehicle_term_within_reason",
                condition=(Q(initial_ends_on=None) | Q(initial_ends_on__lt=_LONGEST))
                & (Q(latest_ends_on=None) | Q(latest_ends_on__lt=_LONGEST)),
                violation_error_message=f"An arrangement lasts {MOST_YEARS} years at most, with "
                "all its options. Check the days.",
            ),
            models.CheckConstraint(
                name="contracts_vehicle_options_extend_a_term_with_an_end",
                condition=Q(option_count=0)
                | Q(
                    initial_ends_on__isnull=False,
                    latest_ends_on__isnull=False,
                    option_months__gte=1,
                    options_at_once__gte=1,
                ),
                violation_error_message="Options extend a term with a last day: enter that.",
            ),
            models.CheckConstraint(
                name="contracts_vehicle_value_not_below_nought",
                condition=Q(advertised_value=None) | Q(advertised_value__gte=0),
            ),
            models.CheckConstraint(
                name="contracts_vehicle_is_of_its_regime",
                # A DPS is of the regulations of 2015, the new kinds of the Act (a framework of
                # either).
                condition=Q(kind=VehicleKind.DPS, established_on__lt=PROCUREMENT_ACT_FROM)
                | Q(
                    kind__in=[VehicleKind.DYNAMIC_MARKET, VehicleKind.OPEN_FRAMEWORK],
                    established_on__gte=PROCUREMENT_ACT_FROM,
                )
                | Q(kind__in=[VehicleKind.FRAMEWORK, VehicleKind.SPOT]),
                violation_error_message="A DPS was established before 24 February 2025; a "
                "dynamic market or an open framework on that day or later.",
            ),
            models.CheckConstraint(
                name="contracts_vehicle_light_touch_has_its_reasons",
                condition=Q(round_mode=RoundMode.STRICT_REG34)
                | Q(mode_approved_by__isnull=False)
                & ~Q(mode_legal_advice="")
                & ~Q(mode_documents=""),
                violation_error_message="Light-touch rounds need an approver, a reference to "
                "legal advice and a reference to the published documents.",
            ),
        ]
        triggers = [
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                # Its end follows its options, and the hub names what takes its place.
                unless="TG_OP = 'UPDATE' AND (public.nmiss_acts_as_hub() "
                "OR to_jsonb(NEW) - 'ends_on' = to_jsonb(OLD) - 'ends_on')",
                mode_approved_by=("round_mode", "mode_legal_advice", "mode_documents"),
            ),
            # Eight years from the first day (Procurement Act 2023, section 49): a legal parameter.
            pgtrigger.Trigger(
                name="no_longer_than_the_law",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("starts_on", "initial_ends_on"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__kind=VehicleKind.OPEN_FRAMEWORK),
                func="""
                    IF NEW.initial_ends_on > (
                        SELECT (NEW.starts_on + make_interval(years => value))::date - 1
                        FROM public.core_legalparameter
                        WHERE key = 'open_framework_longest' AND valid_from <=
                            timezone('Europe/London', public.nmiss_now())::date
                        ORDER BY valid_from DESC LIMIT 1
                    ) THEN
                        RAISE EXCEPTION 'An open framework lasts as long as the law allows.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="ends_by_its_options",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF TG_OP = 'UPDATE' AND ROW(NEW.initial_ends_on, NEW.latest_ends_on)
                        IS DISTINCT FROM ROW(OLD.initial_ends_on, OLD.latest_ends_on) AND EXISTS (
                        SELECT 1 FROM public.contracts_extensionoption WHERE vehicle_id = NEW.id
                    ) THEN
                        RAISE EXCEPTION 'The options follow the term: both are set together.';
                    END IF;
                    NEW.ends_on := NEW.initial_ends_on;
                    IF NEW.ends_on IS NOT NULL THEN
                        NEW.ends_on := greatest(NEW.ends_on, (
                            SELECT max(ends_on) FROM public.contracts_extensionoption
                            WHERE vehicle_id = NEW.id AND status = 'in_effect'
                        ));
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    # Questions

    @property
    def regime(self) -> Regime:
        """From the day of establishment, never from an extension's."""
        return Regime.PCR2015 if self.established_on < PROCUREMENT_ACT_FROM else Regime.PA2023

    @property
    def is_strict(self) -> bool:
        return self.round_mode == RoundMode.STRICT_REG34

    @property
    def clock_binds(self) -> bool:
        """Whether the law's own number of days binds; the Act of 2023 has none."""
        return self.is_strict and self.regime == Regime.PCR2015

    @property
    def has_rounds(self) -> bool:
        return self.kind in VehicleKind.with_rounds()

    @property
    def is_planned_by_quarters(self) -> bool:
        """Whether its rounds come by quarter; an open framework has one every few years."""
        return self.has_rounds and self.kind != VehicleKind.OPEN_FRAMEWORK

    def end_on(self, day: datetime.date) -> datetime.date | None:
        """The last day of the term as it was known on a day: the initial term, and the options
        in effect by then. None where the term is open.
        """
        if self.initial_ends_on is None:
            return None
        options = self.options.in_effect().filter(starts_on__lte=day)
        return options.aggregate(last=models.Max("ends_on"))["last"] or self.initial_ends_on

    def next_option(self) -> ExtensionOption | None:
        """The first option that is neither in effect nor lapsed."""
        over = ("in_effect", "lapsed")
        return self.options.exclude(status__in=over).in_order().first()

    def has_ended(self, day: datetime.date) -> bool:
        return self.ends_on is not None and self.ends_on < day

    def scheme(self) -> EvaluationScheme | None:
        """The evaluation scheme in force: the newest that was published."""
        return self.schemes.exclude(published_at=None).order_by("-version").first()

    def scheme_asked(self) -> EvaluationScheme | None:
        """The scheme that applicants answer: the open round's, else the newest published."""
        opened = self.rounds.filter(status="open").exclude(scheme=None).by_time().first()
        return opened.scheme if opened else self.scheme()

    # Verbs

    @classmethod
    @transaction.atomic
    def establish_dps(cls) -> dict[int, Lot]:
        """Give the two lots of the DPS by number; make the DPS where there is none yet.

        "The NMISS DPS was established in September 2022" (25/00007, 1.2), for three years, with
        three options of one year. No option is in effect before a decision says so.
        """
        dps, is_new = cls.objects.get_or_create(name=cls.DPS, defaults={"starts_on": cls.DPS_BEGAN})
        if is_new:
            dps.set_term(by=None, initial_ends_on=cls.DPS_INITIAL_END, option_count=cls.DPS_OPTIONS)
        lots = [Lot(vehicle=dps, number=number) for number in cls.DPS_LOTS]
        Lot.objects.bulk_create(lots, ignore_conflicts=True)
        return {lot.number: lot for lot in dps.lots.all()}

    @classmethod
    @transaction.atomic
    def establish(
        cls,
        *,
        by: User,
        lots: int,
        initial_ends_on: datetime.date | None = None,
        option_count: int = 0,
        option_months: int = 12,
        options_at_once: int = 1,
        **facts: Any,
    ) -> Self:
        """Record a new arrangement with its term, and with its lots, numbered from 1."""
        vehicle = cls.objects.create(**facts)
        vehicle.lots.bulk_create(
            Lot(vehicle=vehicle, number=number) for number in range(1, lots + 1)
        )
        AuditEvent.record("establish", vehicle, by=by, kind=vehicle.kind)
        vehicle.set_term(
            by=by,
            initial_ends_on=initial_ends_on,
            option_count=option_count,
            option_months=option_months,
            options_at_once=options_at_once,
        )
        return vehicle

    @transaction.atomic
    def describe(self, *, by: User | None, **facts: Any) -> None:
        """Record what its notices say of it: references, value and its basis."""
        before = {name: getattr(self, name) for name in facts}
        for name, value in facts.items():
            setattr(self, name, value)
        self.save(update_fields=list(facts))
        AuditEvent.record("change", self, by=by, before=before, after=facts)

    @transaction.atomic
    def set_term(
        self,
        *,
        by: User | None,
        initial_ends_on: datetime.date | None,
        option_count: int = 0,
        option_months: int = 12,
        options_at_once: int = 1,
    ) -> None:
        """Record the initial term and the options to extend it, as they were advertised."""
        rows = type(self)._base_manager.select_for_update(of=("self",), no_key=True)
        self.refresh_from_db(from_queryset=rows)
        stop_if(permissions.why_not_set_term(by, self))
        before = {"initial_ends_on": self.initial_ends_on, "option_count": self.option_count}
        self.options.all().delete()
        self.initial_ends_on, self.option_count = initial_ends_on, option_count
        self.option_months, self.options_at_once = option_months, options_at_once
        ends = [initial_ends_on] + [
            months_after(initial_ends_on, option_months * number)
            for number in range(1, option_count + 1)
        ]
        self.latest_ends_on = ends[-1]
        self.save()
        self.options.bulk_create(
            self.options.model(
                vehicle=self, number=number, starts_on=ends[number - 1] + ONE_DAY, ends_on=last
            )
            for number, last in enumerate(ends[1:], start=1)
        )
        after = {"initial_ends_on": initial_ends_on, "option_count": option_count}
        AuditEvent.record("set_term", self, by=by, before=before, after=after)
        self.follow_its_end()

    def follow_its_end(self) -> None:
        """Have what depends on the end follow it, once the database has worked it out.

        Planned rounds that the term does not reach are not held; who waits for one of them
        waits for the law's clock alone (reg 34(16)), and questions about it stand.
        """
        self.refresh_from_db()
        if self.ends_on:
            self._give_up(self.rounds.beyond(self.ends_on))

    @transaction.atomic
    def give_way(self, successor: Vehicle, *, starts_on: datetime.date) -> None:
        """Have another arrangement in its place from a day on.

        A planned round that would open then is not held; one that is open closes as published.
        """
        self.successor = successor
        with acting_as_hub():
            self.save(update_fields=["successor"])
        self._give_up(self.rounds.opening_from(starts_on))

    def _give_up(self, rounds: models.QuerySet) -> None:
        """Hold none of these: the hub does it, because of a day on which nobody may be here."""
        with acting_as_hub():
            rounds_given_up.send(self, rounds=rounds)
            rounds.delete()

    @transaction.atomic
    def set_mode(self, *, by: User, mode: str, legal_advice: str = "", documents: str = "") -> None:
        """Say which clock binds. A manager does, and stands for it by name."""
        before, self.round_mode = self.round_mode, mode
        self.mode_approved_by = None if mode == RoundMode.STRICT_REG34 else by
        self.mode_legal_advice, self.mode_documents = legal_advice, documents
        self.save(
            update_fields=[
                "round_mode",
                "mode_approved_by",
                "mode_legal_advice",
                "mode_documents",
            ]
        )
        AuditEvent.record(
            "set_mode",
            self,
            by=by,
            before={"round_mode": before},
            after={"round_mode": mode},
            legal_advice=legal_advice,
            documents=documents,
        )


@tracked()
class Lot(models.Model):
    """A lot of a vehicle. Its thresholds stand in the evaluation scheme.

    Schools of lot 2 are consulted first and may be block-contracted.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="lots")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200, blank=True)
    consulted_first = models.BooleanField(default=False)
    block_allowed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vehicle", "number"], name="contracts_lot_number_once")
        ]
        triggers = [WrittenBySomebody(*permissions.COMMISSIONING)]

    def __str__(self) -> str:
        return f"Lot {self.number}"

    # Verbs

    @transaction.atomic
    def describe(self, *, by: User | None, reason: str = "", **facts: Any) -> None:
        """Record what it is called, and how places are called off from its schools."""
        before = {name: getattr(self, name) for name in facts}
        for name, value in facts.items():
            setattr(self, name, value)
        self.save(update_fields=list(facts))
        AuditEvent.record("change", self, by=by, before=before, after=facts, reason=reason)
