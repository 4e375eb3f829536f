"""Versions of the framework: the indicators by which returns of a time are judged.

A period is judged by the version in force on its last day. A published version is never edited,
only succeeded, so what an old period came to never changes.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from kpis import permissions
from kpis.models.kpi_return import KpiReturn
from kpis.models.written import COMMISSIONING
from kpis.status import ReturnStatus
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.clock import database_now
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from providers.models import StandingBand

NOT_EDITED = "A published version of the indicators is not edited: succeed it."

# Between two versions that are published, none is put: periods of old would be judged anew.
_PUBLISHED = f"""
    IF TG_OP = 'UPDATE' AND OLD.published_at IS NOT NULL THEN
        RAISE EXCEPTION '{NOT_EDITED}';
    END IF;
    IF TG_OP = 'UPDATE' AND ROW(NEW.drafted_by_id, NEW.imported)
        IS DISTINCT FROM ROW(OLD.drafted_by_id, OLD.imported) THEN
        RAISE EXCEPTION 'Who drafted a version of the indicators stays.';
    END IF;
    IF NEW.published_at IS NOT NULL AND NEW.published_by_id IS NULL
        AND NOT public.nmiss_is_owner() THEN
        RAISE EXCEPTION 'Only the operator brings indicators into force without a manager.';
    END IF;
    IF NEW.published_at IS NOT NULL AND EXISTS (
        SELECT 1 FROM kpis_indicatorset WHERE published_at IS NOT NULL AND id <> NEW.id
            AND valid_from <= NEW.valid_from)
        AND EXISTS (
        SELECT 1 FROM kpis_indicatorset WHERE published_at IS NOT NULL AND id <> NEW.id
            AND valid_from >= NEW.valid_from) THEN
        RAISE EXCEPTION 'A version of the indicators follows the last one, or precedes the first.';
    END IF;
    IF NEW.published_at IS NOT NULL AND NOT NEW.imported
        AND NEW.valid_from <= (public.nmiss_now() AT TIME ZONE 'Europe/London')::date THEN
        RAISE EXCEPTION 'A version of the indicators is published before it is in force.';
    END IF;
    RETURN NEW;
"""

_FROZEN = f"""
    IF EXISTS (SELECT 1 FROM kpis_indicatorset
               WHERE id = {{set}} AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION '{NOT_EDITED}';
    END IF;
    RETURN {{row}};
"""


def frozen_once_published(set_of: str = "{row}.indicator_set_id") -> list[pgtrigger.Trigger]:
    """Walls of what belongs to a version: nothing comes, changes or goes once it is published.

    What goes is looked at when the transaction ends: it may go with its version.
    """
    new, old = set_of.format(row="NEW"), set_of.format(row="OLD")
    return [
        pgtrigger.Trigger(
            name="frozen_once_published",
            operation=pgtrigger.Insert | pgtrigger.Update,
            when=pgtrigger.Before,
            func=_FROZEN.format(set=new, row="NEW"),
        ),
        pgtrigger.Trigger(
            name="goes_with_its_version",
            operation=pgtrigger.Delete,
            when=pgtrigger.After,
            timing=pgtrigger.Deferred,
            func=_FROZEN.format(set=old, row="OLD"),
        ),
    ]


@coloured(draft="grey", published="green")
class SetStatus(models.TextChoices):
    """Whether returns can be judged by a version."""

    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"


class IndicatorSetQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Drafts are for those who work with cases at the council; providers see the published."""
        if user.role in Role.with_cases():
            return self
        return self.published() if user.is_provider else self.none()

    def published(self) -> Self:
        return self.filter(published_at__isnull=False)

    def in_force(self, day: datetime.date) -> IndicatorSet | None:
        """The version by which a period is judged that ends on this day; None before the first."""
        return self.published().filter(valid_from__lte=day).order_by("-valid_from").first()

    def whole(self) -> Self:
        """With indicators and bands, in a fixed number of queries."""
        return self.prefetch_related("indicators", "bands")

    def newest_first(self) -> Self:
        return self.order_by("-valid_from", "-pk")


@tracked()
class IndicatorSet(models.Model):
    """A version of the indicators, in force from a day until the next one is.

    Somebody drafts it, and a manager who did not draft it publishes it. History that the operator
    ``imported`` comes in as it was in force.
    """

    version = models.CharField(max_length=30, unique=True)
    valid_from = models.DateField()
    note = models.TextField(blank=True)
    imported = models.BooleanField(default=False)
    drafted_at = models.DateTimeField(auto_now_add=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = IndicatorSetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["valid_from"],
                condition=Q(published_at__isnull=False),
                name="kpis_indicatorset_one_from_a_day",
            ),
            models.CheckConstraint(
                name="kpis_indicatorset_published_by_another",
                condition=Q(published_at=None, published_by=None)
                & (Q(drafted_by__isnull=False) | Q(imported=True))
                | Q(published_at__isnull=False, published_by__isnull=False)
                & ~Q(published_by=F("drafted_by"))
                & Q(drafted_by__isnull=False)
                | Q(
                    imported=True,
                    published_at__isnull=False,
                    published_by=None,
                    drafted_by=None,
                ),
            ),
            models.CheckConstraint(
                name="kpis_indicatorset_has_a_version", condition=~Q(version="")
            ),
        ]
        triggers = [
            DatedByTheDatabase("published_at"),
            DoneInPerson(published_by=("published_at",)),
            WrittenBySomebody(*COMMISSIONING, drafted_by=("version", "valid_from")),
            pgtrigger.Trigger(
                name="published_once",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_PUBLISHED,
            ),
            pgtrigger.Protect(
                name="kept_once_published",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False, old__imported=False),
            ),
        ]

    def __str__(self) -> str:
        return f"indicators {self.version}"

    # Questions

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def status(self) -> SetStatus:
        return SetStatus.PUBLISHED if self.is_published else SetStatus.DRAFT

    def missing(self) -> list[str]:
        """What stands in the way of publishing it."""
        missing = []
        if not any(each.is_rated and each.weight for each in self.indicators.all()):
            missing.append("Add an indicator that is rated and has a weight.")
        if not self.imported and self.valid_from <= timezone.localdate():
            missing.append("Change the day from which it applies to a day to come.")
        others = IndicatorSet.objects.published()
        if others.filter(valid_from__gte=self.valid_from).exists():
            missing.append(f"Change the day from which it applies: {_last(others)}.")
        if self.imported and self._judges_what_was_returned():
            missing.append(
                "Schools have sent returns for periods that this version would judge again. Change "
                "the day from which it applies to a day after those periods."
            )
        return missing

    def _judges_what_was_returned(self) -> bool:
        """Whether returns were sent, or came in by a file, for periods of which it would judge."""
        of_its_time = KpiReturn.objects.filter(last_day__gte=self.valid_from)
        return of_its_time.exclude(status__in=ReturnStatus.not_sent()).exists()

    def band_of(self, score: object) -> Band | None:
        """The band of a score, which is compared unrounded."""
        reached = [
            band for band in self.bands.all() if Fraction(score) >= Fraction(band.from_score)
        ]
        return max(reached, key=lambda band: band.from_score, default=None)

    def digest(self) -> str:
        """What tells one state of a draft from another: by its day, indicators and bands."""
        rows = self.indicators.order_by("pk"), self.bands.order_by("pk")
        return digest_of(self.version, self.valid_from, self.note, *rows)

    # Verbs

    @classmethod
    @transaction.atomic
    def draft(cls, *, by: User, version: str, valid_from: datetime.date) -> Self:
        """Begin the next version, as a copy of the one published last, where there is one."""
        before = cls.objects.published().whole().newest_first().first()
        draft = cls.objects.create(version=version, valid_from=valid_from, drafted_by=by)
        if before is None:
            draft.give_usual_bands()
        else:
            _copy(before.indicators.in_order(), draft)
            _copy(before.bands.all(), draft)
        AuditEvent.record("draft", draft, by=by, valid_from=valid_from)
        return draft

    def give_usual_bands(self) -> None:
        """The bands that a version has until somebody says otherwise."""
        self.bands.bulk_create(
            self.bands.model(indicator_set=self, name=name, from_score=Decimal(edge))
            for name, edge in EDGES.items()
        )

    @in_person
    def publish(self, *, by: User, seen: str) -> None:
        """Have returns judged by it from its first day on, and freeze it for good.

        ``seen`` is the ``digest`` of what was read: who drafts may go on meanwhile.
        """
        self._hold()
        stop_if_changed(f"Version {self.version}", seen=seen, now=self.digest())
        stop_if(permissions.why_not_publish_as_it_is(self))
        self.published_at, self.published_by = database_now(), by
        self.save(update_fields=["published_at", "published_by"])
        AuditEvent.record("publish", self, by=by, valid_from=self.valid_from)

    @transaction.atomic
    def discard(self, *, by: User) -> None:
        """Give up a draft."""
        self._hold()
        AuditEvent.record("discard", self, by=by)
        self.delete()

    def bring_into_force(self) -> None:
        """Have what the operator imports judge returns from its first day on."""
        self.published_at = database_now()
        self.save(update_fields=["published_at"])

    def _hold(self) -> None:
        rows = type(self).objects.select_for_update(of=("self",), no_key=True)
        stop_if(permissions.why_not_change_what_was_discarded(self, rows.filter(pk=self.pk)))
        self.refresh_from_db()
        stop_if(permissions.why_not_change_indicators(self))


def _copy(rows: models.QuerySet, draft: IndicatorSet) -> None:
    """Make the same rows of another version."""
    rows.model.objects.bulk_create(
        rows.model(indicator_set=draft, **{name: getattr(row, name) for name in rows.model.COPIED})
        for row in rows
    )


def _last(published: IndicatorSetQuerySet) -> str:
    newest = published.newest_first().first()
    return f"{newest} apply from {newest.valid_from:%-d %B %Y}, and it must be later"


EDGES = {StandingBand.GOOD: "0.75", StandingBand.APPROACHING: "0.5", StandingBand.BELOW: "0"}


@tracked()
class Band(models.Model):
    """A band of a version: it begins at a score from 0 to 1."""

    COPIED = ("name", "from_score")

    indicator_set = models.ForeignKey(IndicatorSet, on_delete=models.CASCADE, related_name="bands")
    name = models.CharField(max_length=20, choices=StandingBand)
    from_score = models.DecimalField(max_digits=5, decimal_places=4)

    class Meta:
        constraints = [
            one_of("name", StandingBand),
            models.UniqueConstraint(fields=["indicator_set", "name"], name="kpis_band_once"),
            models.UniqueConstraint(
                fields=["indicator_set", "from_score"], name="kpis_band_one_edge"
            ),
            models.CheckConstraint(
                name="kpis_band_edge_is_a_share",
                condition=Q(from_score__gte=0, from_score__lte=1),
                violation_error_message="Enter an edge from 0 to 1, such as 0.75.",
            ),
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING), *frozen_once_published()]

    def __str__(self) -> str:
        return f"{self.get_name_display()} from {self.from_score.normalize():f}"
