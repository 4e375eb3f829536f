"""An appraisal is prepared: what is assumed and the live fees of the day, kept as they are."""

from __future__ import annotations

import datetime

from contracts.models import Appraisal, Vehicle
from nmiss.base.accounts.models import User
from placements.appraisal_forms import Assume
from placements.appraising import ways_on
from placements.reports.appraisal_facts import averages, facts_of, sources


def prepare_appraisal(vehicle: Vehicle, form: Assume, *, by: User, on: datetime.date) -> Appraisal:
    """Work out the ways on by the assumptions of a valid form, and keep all of it."""
    facts = facts_of(vehicle, on)
    read = sources(facts, averages(vehicle, on))
    return Appraisal.prepare(
        vehicle,
        by=by,
        title=form.cleaned_data["title"],
        as_at=on,
        assumptions=form.in_words,
        figures={"ways": ways_on(facts, form.assumed), "sources": read},
    )
