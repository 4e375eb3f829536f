"""What the demo's council thinks of the end of its term: new placements, an appraisal, a change."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.utils import timezone

from contracts.models import StarterAssumption, Variation, Vehicle
from nmiss.base.accounts.models import User
from placements import valuing
from placements.appraisal_forms import Assume
from placements.preparing import prepare_appraisal

ASSUMED = {
    "title": "Options from August 2027",
    "uplift": "3",
    "starters": "120",
    "fee": "44,000",
    "premium": "8",
    "procurement_months": "14",
    "procurement_cost": "180,000",
}
FINDING = (
    "A new procurement cannot be in place when the term ends. The last option keeps places under "
    "contract until it is."
)


def look_ahead(*, officer: User, manager: User) -> None:
    """Assume new placements, appraise the ways on with a manager’s finding, and record a change."""
    dps, today = Vehicle.establish_dps()[1].vehicle, timezone.localdate()
    StarterAssumption.assume(
        dps,
        by=officer,
        starters=120,
        fee=Decimal(44_000),
        reason="The sufficiency plan, and the average fee of this year.",
    )
    valuing.note_value(dps, by=officer, on=today)
    form = Assume(ASSUMED)
    assert form.is_valid(), form.errors
    appraisal = prepare_appraisal(dps, form, by=officer, on=today)
    appraisal.find(by=manager, way="extend-1", reason=FINDING)
    Variation.record(
        dps,
        by=officer,
        ground="a",
        description="The indicators of performance are revised, as the contract provides.",
        value=Decimal(0),
        agreed_on=datetime.date(2024, 9, 2),
        agreed_by="Head of commissioning, after consulting all providers",
    )
