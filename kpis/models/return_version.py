"""Versions of a return: what was being filled in, and once it is sealed, what was submitted."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kpis.models import written
from kpis.models.kpi_return import KpiReturn
from nmiss.base.accounts.models import User
from nmiss.base.core.constraints import set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from providers.models import Provider

# Whether it counts, and who accepted it, is said later; all else is as it was submitted.
_SEALED = """
    IF OLD.sealed_at IS NOT NULL AND (
        ROW(NEW.kpi_return_id, NEW.number, NEW.prepared_by_id, NEW.certified_by_id,
            NEW.certified_at, NEW.on_behalf_of_id, NEW.is_sole_user, NEW.imported, NEW.sealed_at)
        IS DISTINCT FROM
        ROW(OLD.kpi_return_id, OLD.number, OLD.prepared_by_id, OLD.certified_by_id,
            OLD.certified_at, OLD.on_behalf_of_id, OLD.is_sole_user, OLD.imported, OLD.sealed_at)
    ) THEN
        RAISE EXCEPTION 'What was submitted does not change: a correction is a new version.';
    END IF;
    IF OLD.accepted_at IS NOT NULL AND ROW(NEW.accepted_at, NEW.accepted_by_id)
        IS DISTINCT FROM ROW(OLD.accepted_at, OLD.accepted_by_id) THEN
        RAISE EXCEPTION 'Who accepted a return stays.';
    END IF;
    RETURN NEW;
"""
_BY_AN_OWNER = """
    IF NEW.certified_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR NEW.certified_by_id IS DISTINCT FROM OLD.certified_by_id)
        AND NOT EXISTS (
            SELECT 1 FROM kpis_kpireturn r
            JOIN providers_school s ON s.id = r.school_id
            JOIN providers_providermember m ON m.provider_id = s.provider_id
            WHERE r.id = NEW.kpi_return_id AND m.user_id = NEW.certified_by_id
                AND m.role = 'owner') THEN
        RAISE EXCEPTION 'An owner of the school certifies its return.';
    END IF;
    IF NEW.certified_by_id IS NOT NULL AND NEW.is_sole_user
        AND (TG_OP = 'INSERT' OR NEW.certified_by_id IS DISTINCT FROM OLD.certified_by_id)
        AND EXISTS (
            SELECT 1 FROM kpis_kpireturn r
            JOIN providers_school s ON s.id = r.school_id
            JOIN providers_providermember m ON m.provider_id = s.provider_id
            JOIN accounts_user u ON u.id = m.user_id
            WHERE r.id = NEW.kpi_return_id AND m.user_id <> NEW.certified_by_id
                AND m.role IN ('owner', 'editor') AND u.is_active) THEN
        RAISE EXCEPTION 'Somebody else could prepare this return.';
    END IF;
    RETURN NEW;
"""


class ReturnVersionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(kpi_return__in=KpiReturn.objects.visible_to(user))

    def counting(self) -> Self:
        """Those that ratings read: of each return the one submitted last."""
        return self.filter(counts=True)

    def newest_first(self) -> Self:
        return self.order_by("-number")


@tracked()
class ReturnVersion(models.Model):
    """A version of a return. Sealed, it is what the school submitted, or what a file had.

    One person prepares and an owner certifies, unless one person is the only user of the provider,
    which is said. Of each return one version at most ``counts``, and one at most is open.
    """

    kpi_return = models.ForeignKey(KpiReturn, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    begun_at = models.DateTimeField(auto_now_add=True)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_sole_user = models.BooleanField(default=False)
    on_behalf_of = models.ForeignKey(
        Provider, null=True, on_delete=models.PROTECT, related_name="+"
    )
    certified_at = models.DateTimeField(null=True, editable=False)
    certified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    imported = models.BooleanField(default=False)
    sealed_at = models.DateTimeField(null=True, editable=False)
    counts = models.BooleanField(default=False)
    accepted_at = models.DateTimeField(null=True, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReturnVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kpi_return", "number"], name="kpis_returnversion_number_once"
            ),
            models.UniqueConstraint(
                fields=["kpi_return"],
                condition=Q(counts=True),
                name="kpis_returnversion_one_counts",
            ),
            models.UniqueConstraint(
                fields=["kpi_return"],
                condition=Q(sealed_at=None),
                name="kpis_returnversion_one_is_open",
            ),
            models.CheckConstraint(
                name="kpis_returnversion_sealed_by_its_certificate",
                condition=Q(sealed_at=None, certified_at=None)
                | Q(sealed_at__isnull=False, certified_at__isnull=False, imported=False)
                | Q(sealed_at__isnull=False, certified_at=None, imported=True),
            ),
            models.CheckConstraint(
                name="kpis_returnversion_counts_once_sealed",
                condition=Q(counts=False) | Q(sealed_at__isnull=False),
            ),
            set_together("certified_at", "certified_by"),
            set_together("certified_by", "on_behalf_of"),
            set_together("accepted_at", "accepted_by"),
            models.CheckConstraint(
                name="kpis_returnversion_certified_by_another",
                condition=Q(certified_by=None)
                | Q(is_sole_user=True)
                | Q(prepared_by__isnull=False) & ~Q(certified_by=F("prepared_by")),
            ),
        ]
        triggers = [
            DatedByTheDatabase("certified_at", "sealed_at", "accepted_at"),
            DoneInPerson(
                prepared_by=(), certified_by=("certified_at",), accepted_by=("accepted_at",)
            ),
            written.of_the_version(),
            pgtrigger.Trigger(
                name="kept_as_submitted",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func=_SEALED,
            ),
            pgtrigger.Trigger(
                name="certified_by_an_owner",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_BY_AN_OWNER,
            ),
            pgtrigger.Protect(
                name="kept_for_good",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__sealed_at__isnull=False, old__imported=False),
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of the {self.kpi_return}"

    # Questions

    @property
    def is_sealed(self) -> bool:
        return self.sealed_at is not None

    @property
    def days_late(self) -> int:
        """How many days after the deadline it came; 0 where it came in time."""
        due_on = self.kpi_return.due_on
        if self.certified_at is None or due_on is None:
            return 0
        return max((timezone.localdate(self.certified_at) - due_on).days, 0)


_FROZEN = """
    IF EXISTS (SELECT 1 FROM kpis_returnversion
               WHERE id = {row}.version_id AND sealed_at IS NOT NULL){but} THEN
        RAISE EXCEPTION 'What was submitted does not change: a correction is a new version.';
    END IF;
    RETURN {row};
"""


def frozen_once_sealed(
    *, but: tuple[str, ...] = (), more: tuple[str, tuple[str, ...]] = ("", ())
) -> list[pgtrigger.Trigger]:
    """Walls of what is in a version: it comes, changes and goes before that is sealed.

    Of one that is sealed, the columns ``but`` alone are written, and where the SQL of ``more`` is
    true its columns, too. What goes is looked at when the
    transaction ends: what was imported may go with its version.
    """
    left = f"- ARRAY{list(but)}::text[]" if but else ""
    where, columns = more
    if where:
        both = f"ARRAY{[*but, *columns]}::text[]"
        left = f"- (CASE WHEN {where} THEN {both} ELSE ARRAY{list(but)}::text[] END)"
    same = f" AND (TG_OP = 'INSERT' OR to_jsonb(NEW) {left} <> to_jsonb(OLD) {left})"
    return [
        pgtrigger.Trigger(
            name="frozen_once_sealed",
            operation=pgtrigger.Insert | pgtrigger.Update,
            when=pgtrigger.Before,
            func=_FROZEN.format(row="NEW", but=same),
        ),
        pgtrigger.Trigger(
            name="goes_with_its_version",
            operation=pgtrigger.Delete,
            when=pgtrigger.After,
            timing=pgtrigger.Deferred,
            func=_FROZEN.format(row="OLD", but=""),
        ),
    ]
