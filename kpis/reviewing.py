"""What officers do with returns: ask, accept, agree, extend, excuse."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.db import transaction

from kpis import permissions
from kpis.actions import judge_anew
from kpis.certifying import THE_RETURN, open_next
from kpis.filling import filling_of
from kpis.models import Figure, KpiReturn, ReturnQuery, ReturnRules, ReturnVersion
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import stop_if_changed
from nmiss.base.core.clock import database_now
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.working_days import closed_days
from providers.recipients import writers_of


@in_person
def query(kpi_return: KpiReturn, questions: Mapping[str, str], *, by: User) -> None:
    """Ask about indicators, by their codes. The school answers in a new version."""
    kpi_return.query(by=by, questions=len(questions))
    version = kpi_return.versions.get(counts=True)
    ReturnQuery.objects.bulk_create(
        ReturnQuery(version=version, key=key, question=words, asked_by=by, asked_at=database_now())
        for key, words in questions.items()
    )
    open_next(kpi_return)
    tell(_writers(kpi_return), "kpis/return_queried", about=kpi_return, questions=questions)


@in_person
def accept(kpi_return: KpiReturn, *, by: User, seen: str) -> None:
    """Accept the version that was sent, with what was on the page; tell the school."""
    kpi_return.lock()
    stop_if(permissions.why_not_accept(by, kpi_return))
    stop_if_changed(THE_RETURN, seen=seen, now=filling_of(kpi_return).digest)
    kpi_return.accept(by=by)
    version = ReturnVersion.objects.get(kpi_return=kpi_return, counts=True)
    version.accepted_by, version.accepted_at = by, database_now()
    version.save(update_fields=["accepted_by", "accepted_at"])
    tell(_writers(kpi_return), "kpis/return_accepted", about=kpi_return)


@in_person
def agree_na(figure: Figure, *, by: User) -> None:
    """Agree that a figure is not applicable: its indicators leave score and coverage."""
    kpi_return = figure.version.kpi_return
    kpi_return.lock()
    figure.refresh_from_db()
    stop_if(permissions.why_not_agree(by, figure))
    figure.na_agreed_by, figure.na_agreed_at = by, database_now()
    figure.save(update_fields=["na_agreed_by", "na_agreed_at"])
    judge_anew(kpi_return)
    AuditEvent.record("agree_na", kpi_return, by=by, input=figure.input)


@transaction.atomic
def extend(kpi_return: KpiReturn, *, by: User, due_on: datetime.date, reason: str) -> None:
    """Give a school longer; the last days go with the deadline where they would be before it.

    An extension that was too long is corrected in the same way, and the last days with it.
    """
    kpi_return.lock()
    stop_if(permissions.why_not_extend(by, kpi_return))
    stop_if(permissions.why_not_extend_to(kpi_return, due_on))
    before = kpi_return.due_on
    kpi_return.due_on, kpi_return.extension_reason = due_on, reason
    usual = _usual_last_days(kpi_return)
    for name in ("first_until", "correct_until"):
        now = getattr(kpi_return, name)
        least = usual.get(name, now) if now == before else now
        setattr(kpi_return, name, max(least, due_on))
    kpi_return.save()
    AuditEvent.record(
        "extend_return", kpi_return, by=by, due_before=before, due_on=due_on, reason=reason
    )
    tell(_writers(kpi_return), "kpis/return_extended", about=kpi_return)


def _usual_last_days(kpi_return: KpiReturn) -> dict[str, datetime.date]:
    """The dates that it would have without an extension."""
    rules = ReturnRules.objects.in_force(kpi_return.last_day)
    return rules.dates(kpi_return.covers_to, closed=closed_days()) if rules else {}


@transaction.atomic
def excuse(kpi_return: KpiReturn, *, by: User, reason: str) -> None:
    """Do not ask a school for a return; tell the school."""
    kpi_return.excuse(by=by, reason=reason)
    judge_anew(kpi_return)
    tell(_writers(kpi_return), "kpis/return_excused", about=kpi_return)


@transaction.atomic
def ask_again(kpi_return: KpiReturn, *, by: User) -> None:
    """Ask for it after all; tell the school."""
    kpi_return.ask_again(by=by)
    judge_anew(kpi_return)
    tell(_writers(kpi_return), "kpis/return_asked_again", about=kpi_return)


def _writers(kpi_return: KpiReturn) -> list[User]:
    """Who writes for the provider that runs the school."""
    provider = kpi_return.school.provider_id
    return writers_of(provider) if provider else []
