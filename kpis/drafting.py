"""What is done with a draft of the indicators, and with terms."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from kpis import permissions
from kpis.models import Indicator, IndicatorSet, Term
from nmiss.base.accounts.models import User
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent


@transaction.atomic
def add_indicator(draft: IndicatorSet, facts: Mapping[str, Any], *, by: User) -> Indicator:
    """Add an indicator at the end of a draft."""
    _hold(draft)
    last = draft.indicators.aggregate(last=Max("position"))["last"] or 0
    indicator = draft.indicators.create(**{"position": last + 1} | dict(facts))
    AuditEvent.record("add_indicator", indicator, by=by, version=draft.version)
    return indicator


@transaction.atomic
def change_indicator(indicator: Indicator, facts: Mapping[str, Any], *, by: User) -> None:
    """Change an indicator of a draft."""
    _hold_indicator(indicator)
    for name, value in facts.items():
        setattr(indicator, name, value)
    indicator.save(force_update=True)
    AuditEvent.record("change_indicator", indicator, by=by, version=indicator.indicator_set.version)


@transaction.atomic
def remove_indicator(indicator: Indicator, *, by: User) -> None:
    """Remove an indicator from a draft; versions that are published keep theirs."""
    _hold_indicator(indicator)
    AuditEvent.record("remove_indicator", indicator, by=by, version=indicator.indicator_set.version)
    indicator.delete()


def _hold(draft: IndicatorSet) -> None:
    """Hold it as a draft: it may have been published, or discarded, meanwhile."""
    rows = IndicatorSet.objects.select_for_update(of=("self",), no_key=True)
    drafts = rows.filter(pk=draft.pk, published_at=None)
    stop_if(permissions.why_not_change_what_was_discarded(draft, drafts))


def _hold_indicator(indicator: Indicator) -> None:
    """Hold its draft: it may have been removed from that meanwhile."""
    _hold(indicator.indicator_set)
    own = Indicator.objects.filter(pk=indicator.pk)
    stop_if(permissions.why_not_change_what_was_removed(indicator, own))


@transaction.atomic
def add_term(*, name: str, first_day: datetime.date, last_day: datetime.date, by: User) -> Term:
    """Add a term of the council."""
    term = Term.objects.create(name=" ".join(name.split()), first_day=first_day, last_day=last_day)
    AuditEvent.record("add_term", term, by=by, first_day=first_day, last_day=last_day)
    return term
