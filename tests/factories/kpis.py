"""Factories of indicators, terms and returns."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.utils import timezone

from kpis import certifying, child_saving, making, reviewing, saving
from kpis.filling import filling_of
from kpis.models import (
    Figure,
    Indicator,
    IndicatorSet,
    KpiReturn,
    ReturnStatus,
    ReturnVersion,
    Term,
)
from kpis.periods import Frequency
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import database_now
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory

AUTUMN = ("2024-25 autumn", datetime.date(2024, 9, 2), datetime.date(2024, 12, 20))
ATTENDANCE = {
    "code": "K01",
    "name": "Attendance",
    "formula": "100 * attended / possible",
    "unit": "%",
    "weight": Decimal(3),
    "polarity": "high",
    "target": Decimal(92),
    "floor": Decimal(88),
    "frequency": Frequency.QUARTER,
    "answered_by": "school",
}


ON_TRACK = {"communication": "on_track"}


def an_indicator(version, **facts):
    """Attendance, but for what is given."""
    position = version.indicators.count() + 1
    return Indicator.objects.create(
        **{"indicator_set": version, "position": position} | ATTENDANCE | facts
    )


def a_draft(*indicators, version="2030-09", **facts):
    """A draft with attendance, or with these indicators."""
    facts = {"drafted_by": facts.pop("by", None) or UserFactory(role=Role.OFFICER)} | facts
    facts.setdefault("valid_from", datetime.date(2030, 9, 1))
    draft = IndicatorSet.objects.create(version=version, **facts)
    draft.give_usual_bands()
    for each in indicators or ({},):
        an_indicator(draft, **each)
    return draft


def in_force(*indicators, version="2024-09", valid_from=datetime.date(2024, 9, 1)):
    """A version that was in force before anything was kept here."""
    published = a_draft(
        *indicators, version=version, valid_from=valid_from, imported=True, drafted_by=None
    )
    published.bring_into_force()
    return published


def a_term(name=AUTUMN[0], first_day=AUTUMN[1], last_day=AUTUMN[2]):
    return Term.objects.get_or_create(
        name=name, defaults={"first_day": first_day, "last_day": last_day}
    )[0]


def a_return(name="2024-Q4", school=None, **facts):
    """A return of a school that nobody has begun."""
    period = Term.objects.periods().named(name)
    term = a_term(name) if period.frequency == Frequency.TERM else None
    due_on = period.last_day + datetime.timedelta(days=14)
    made = {
        "school": school or SchoolFactory(),
        "frequency": period.frequency,
        "period_name": period.name,
        "first_day": period.first_day,
        "last_day": period.last_day,
        "term": term,
        "covers_to": period.last_day,
        "due_on": due_on,
        "first_until": due_on,
        "correct_until": due_on,
    }
    return KpiReturn.objects.create(**made | facts)


def imported(figures, name="2024-Q4", school=None):
    """A return that came from a file, with these figures; NA and None as they stand."""
    without_dates = dict.fromkeys(("due_on", "first_until", "correct_until"))
    found = a_return(name, school, imported=True, status=ReturnStatus.ACCEPTED, **without_dates)
    version = ReturnVersion.objects.create(kpi_return=found, number=1, imported=True)
    Figure.objects.bulk_create(
        Figure(
            version=version,
            input=name,
            value=None if value in ("NA", None) else Decimal(str(value)),
            is_na=value == "NA",
        )
        for name, value in figures.items()
    )
    version.sealed_at, version.counts = database_now(), True
    version.save()
    return found


def asked_for(name="2024-Q4", school=None, **facts):
    """A return as the tick makes it, with a deadline to come; the school has a provider."""
    school = school or SchoolFactory(provider=ProviderFactory())
    due_on = timezone.localdate() + datetime.timedelta(days=10)
    dates = dict.fromkeys(("due_on", "first_until", "correct_until"), due_on)
    found = a_return(name, school, **dates | facts)
    period = Term.objects.periods().named(found.period_name)
    version = IndicatorSet.objects.in_force(found.last_day)
    making.fill_in([found], making.inputs_asked(version, found.frequency), period)
    return found


def people_of(kpi_return):
    """An editor and an owner of the school's provider."""
    provider = kpi_return.school.provider
    return [
        ProviderMemberFactory(provider=provider, role=role).user for role in ("editor", "owner")
    ]


def filled_in(kpi_return, by, **figures):
    """Save every section with a comment on it: what is not given is what stands in it."""
    for part in filling_of(kpi_return).parts:
        known = filling_of(kpi_return).known
        told = {}
        for name in part.inputs:
            figure = known.figures[name]
            value = figures.get(name, figure.value)
            told[name] = saving.Told(None if value is None else Decimal(str(value)))
        section = known.saved.get(part.key)
        if part.child:
            saved = {"by": by, "revision": section.revision if section else 0}
            child_saving.save_child(kpi_return, part.place, part.child.now or ON_TRACK, **saved)
            continue
        saving.save_section(
            kpi_return,
            part.place,
            told,
            by=by,
            revision=section.revision if section else 0,
            comment=f"As in our register: {sorted(figures.items())}.",
        )
    return kpi_return


def ready(kpi_return, editor, **figures):
    """Filled in by an editor, and marked as ready."""
    filled_in(kpi_return, editor, **figures)
    certifying.mark_ready(kpi_return, by=editor, seen=filling_of(kpi_return).digest)
    return kpi_return


def sent(kpi_return, editor, owner, **figures):
    """Filled in by an editor, certified by an owner."""
    ready(kpi_return, editor, **figures)
    certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)
    return kpi_return


def accepted(kpi_return, editor, owner, officer, **figures):
    """Sent, and accepted by an officer."""
    sent(kpi_return, editor, owner, **figures)
    reviewing.accept(kpi_return, by=officer, seen=filling_of(kpi_return).digest)
    return kpi_return
