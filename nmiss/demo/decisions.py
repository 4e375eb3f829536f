"""The decisions on which the demo's DPS stands, and the options to extend that they used.

They name offices and nobody. Two of the "three allowable one year extensions" (25/00007) are in
effect, and one is available.
"""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.utils import timezone

from contracts.models import ApprovalLimit, Decision, ImpactAssessment, Vehicle
from nmiss.base.accounts.models import User
from nmiss.demo import extending

WITH_LETTERS = 2  # the option whose letters and replies are here
MAKER = "Cabinet Member for Education and Skills"
DIRECTOR = "Corporate Director for Children, Young People and Education"
_DAY = datetime.date.fromisoformat
# number: facts, and the option that it used
DECISIONS: dict[str, tuple[dict[str, object], int | None]] = {
    "21/00049": (
        {
            "title": "Commissioning strategy for non-maintained and independent special schools",
            "notice_on": _DAY("2021-05-21"),
            "decided_on": _DAY("2021-07-05"),
            "published_on": _DAY("2021-07-06"),
            "key_reason": "Spending of more than £1 million.",
            "rejected_options": "To go on buying each place by an agreement of its own.",
        },
        None,
    ),
    "25/00007": (
        {
            "title": "Extension of the NMISS dynamic purchasing system, and its re-procurement",
            "notice_on": _DAY("2025-01-14"),
            "decided_on": _DAY("2025-02-14"),
            "published_on": _DAY("2025-02-14"),
            "key_reason": "Spending of more than £1 million, in more than two divisions.",
            "rejected_options": "To let the contracts end, and to procure anew before the end.",
            "consultees": "The cabinet committee for children, young people and education",
            "correction": "rectifies",
        },
        1,
    ),
    "26/00031": (
        {
            "title": "Second extension of the NMISS dynamic purchasing system",
            "notice_on": _DAY("2026-04-27"),
            "decided_on": _DAY("2026-06-08"),
            "published_on": _DAY("2026-06-09"),
            "key_reason": "Spending of more than £1 million, in more than two divisions.",
            "rejected_options": "To let the contracts end before a successor is in place.",
        },
        2,
    ),
}
ASSESSMENTS = (
    ("25/00007", "equality", "Head of commissioning", _DAY("2027-01-18")),
    ("25/00007", "data_protection", "Data protection officer", _DAY("2027-02-15")),
    ("26/00031", "equality", "Head of commissioning", _DAY("2027-03-15")),
)


def record_decisions(dps: Vehicle, *, by: User) -> None:
    """Record the decisions and the options in effect; what is there is left as it is."""
    first = None
    for number, (facts, used) in DECISIONS.items():
        if Decision.objects.filter(number=number).exists():
            continue
        more = {"corrects": first} if "correction" in facts else {}
        decision = Decision.record(
            **{"number": number, "vehicle": dps, "is_key": True, "maker_title": MAKER},
            **{"divisions": "All", "by": by},
            **facts,
            **more,
        )
        first = first or decision
        if used:
            option = dps.options.get(number=used)
            if used == WITH_LETTERS:
                option.take_over(decision, by=by, on=extending.SENT_ON)
                extending.extend(option, by=by)
            else:
                option.take_over(decision, by=by)
            decision.delegate(
                by=by,
                to=DIRECTOR,
                in_consultation_with=MAKER,
                scope=f"To take the actions that put option {used} into effect",
                limit=Decimal(50_000_000),
                until=dps.options.get(number=used).ends_on,
            )
    for number, kind, owner, review_on in ASSESSMENTS:
        ImpactAssessment.keep(
            Decision.objects.get(number=number),
            kind,
            by=by,
            file=None,
            **{"state": "completed", "owner": owner, "review_on": review_on, "note": ""},
        )
    dps.refresh_from_db()


def keep_scheme(*, by: User) -> None:
    """Enter who may approve an extension from now on."""
    for office, up_to in ((MAKER, None), (DIRECTOR, Decimal(1_000_000))):
        ApprovalLimit.enter(by=by, office=office, up_to=up_to, valid_from=timezone.localdate())
