"""Orders of the tribunal about a case."""

from __future__ import annotations

import datetime

from placements.models import TribunalAppeal


def an_order(case, *, by, outcome="upheld"):
    """What the tribunal ordered on 2 November 2026."""
    return TribunalAppeal.add_to(
        case,
        by=by,
        registered_on=datetime.date(2026, 6, 1),
        hearing_on=None,
        order_on=datetime.date(2026, 11, 2),
        outcome=outcome,
    )
