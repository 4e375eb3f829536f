"""How a return is sent: one person marks it as ready, and an owner certifies it.

What is sent never changes. A question or a correction opens a new version with all that is in it.
"""

from __future__ import annotations

from django.db import transaction

from kpis import child_saving, permissions
from kpis.actions import judge_anew
from kpis.filling import Filling, filling_of
from kpis.models import KpiReturn, ReturnVersion
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import stop_if_changed
from nmiss.base.core.clock import database_now
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from providers.recipients import owners_of

THE_RETURN = "This return"
IN_THE_FILE = "The file that the council imported says so."


@in_person
def mark_ready(kpi_return: KpiReturn, *, by: User, seen: str) -> None:
    """Say that it is ready for an owner to certify; this person has prepared it.

    ``seen`` is the digest of what was on the page, here and in what follows.
    """
    kpi_return.lock()
    version, filling = _open(kpi_return), filling_of(kpi_return)
    stop_if(permissions.why_not_mark_ready(by, kpi_return, _missing_in(filling)))
    stop_if_changed(THE_RETURN, seen=seen, now=filling.digest)
    version.prepared_by = by
    version.save(update_fields=["prepared_by"])
    AuditEvent.record("mark_ready", kpi_return, by=by)


@in_person
def certify(kpi_return: KpiReturn, *, by: User, seen: str) -> ReturnVersion:
    """Certify what is in it and send it. Sent twice, it is one version with one receipt."""
    kpi_return.lock()
    version, filling = _open(kpi_return), filling_of(kpi_return)
    stop_if(permissions.why_not_certify(by, kpi_return, version, _missing_in(filling)))
    stop_if_changed(THE_RETURN, seen=seen, now=filling.digest)
    child_saving.keep_counts(filling)
    is_sole = permissions.is_sole_writer(by, kpi_return)
    if is_sole and version.prepared_by_id != by.pk:
        version.prepared_by = by
    ReturnVersion.objects.filter(kpi_return=kpi_return, counts=True).update(counts=False)
    version.is_sole_user, version.on_behalf_of = is_sole, kpi_return.school.provider
    version.certified_by, version.certified_at = by, database_now()
    version.sealed_at, version.counts = version.certified_at, True
    version.save()
    version.refresh_from_db(fields=["certified_at", "sealed_at"])
    kpi_return.submit(by=by, version=version.number)
    judge_anew(kpi_return)
    people = [by, *owners_of(kpi_return.school.provider)]
    tell(people, "kpis/return_received", about=kpi_return, version=version)
    return version


@transaction.atomic
def correct(kpi_return: KpiReturn, *, by: User) -> ReturnVersion:
    """Begin a correction of a return that was accepted."""
    kpi_return.correct(by=by)
    return open_next(kpi_return)


SECTION = ("key", "comment", "commented_on", "nothing_to_report", "saved_by_id", "saved_at")


@transaction.atomic
def drop_correction(kpi_return: KpiReturn, *, by: User) -> None:
    """Discard a correction; the version that was sent stays as it is."""
    kpi_return.drop_correction(by=by)
    ReturnVersion.objects.filter(kpi_return=kpi_return, sealed_at=None).delete()


def open_next(kpi_return: KpiReturn) -> ReturnVersion:
    """A new version with all that is in the one that counts."""
    before = kpi_return.versions.get(counts=True)
    version = ReturnVersion.objects.create(kpi_return=kpi_return, number=before.number + 1)
    for rows, names in (
        (before.figures, ("input", "value", "is_na", "ours", "source", "reason")),
        (before.sections, SECTION),
        (before.evidence, ("key", "file_id", "added_at", "added_by_id")),
        (before.child_outcomes, ("placement_id", "area", "status")),
    ):
        rows.model.objects.bulk_create(
            rows.model(version=version, **{name: getattr(row, name) for name in names})
            for row in rows.order_by("pk")
        )
    if before.imported:
        version.figures.filter(is_na=True, reason="").update(reason=IN_THE_FILE)
    return version


def _missing_in(filling: Filling) -> list[str]:
    """The sentences of what is still missing."""
    return [each.words for each in filling.missing()]


def _open(kpi_return: KpiReturn) -> ReturnVersion | None:
    """The version that is open; where there is none, the rule about the status says why."""
    return kpi_return.versions.filter(sealed_at=None).first() or ReturnVersion(
        kpi_return=kpi_return
    )
