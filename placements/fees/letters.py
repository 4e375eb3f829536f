"""The letter of a decision."""

from __future__ import annotations

from django.conf import settings

from nmiss.base.core.documents import Block, day, facts, heading, table, text
from nmiss.base.core.printing import pdf_of as printed
from nmiss.base.core.templatetags.components import money
from placements.fees.models import FeeLine, FeeRequest, FeeStatus
from placements.fees.settling import LEFT

MUST_PAY = (
    "The council must still pay the fees that are payable for a school named in a child’s plan "
    "(section 63 of the Children and Families Act 2014; board and lodging have a condition of "
    "their own). Do not ask parents for any difference."
)


def pdf_of(request: FeeRequest) -> bytes:
    return printed(
        f"Fees from {day(request.effective_on)}: {request.reference}",
        blocks_of(request),
        author=settings.COUNCIL_NAME,
        on=request.decided_on,
    )


def blocks_of(request: FeeRequest) -> list[Block]:
    """What was decided, with every price."""
    lines = list(request.lines.with_placements().in_order())
    blocks = [
        text(day(request.decided_on)),
        text(f"To {request.provider}: fee request {request.reference} for {request.of_whom}."),
    ]
    if request.status == FeeStatus.REFUSED:
        return [
            *blocks,
            heading("We refused the request"),
            text(request.decision_reason),
            text("Every price stays as it is."),
            text(MUST_PAY),
            *_appeal(request),
        ]
    kept = [line for line in lines if line.outcome != LEFT]
    return [
        *blocks,
        heading("We agreed new prices"),
        facts(
            "Agreement",
            [
                ("First day of the new prices", day(request.effective_on)),
                ("Placements", len({line.placement_id for line in kept})),
            ],
        ),
        *([_prices(kept)] if kept else []),
        text("All prices are without VAT."),
    ]


def _prices(lines: list[FeeLine]) -> Block:
    return table(
        "Prices for one unit",
        ("Placement", "Price for", "Before", "New", "Unit"),
        [
            (
                line.placement.reference,
                line.get_kind_display(),
                money(line.current_amount),
                money(line.agreed_amount),
                line.get_unit_display(),
            )
            for line in lines
        ],
        figures=(2, 3),
    )


def _appeal(request: FeeRequest) -> list[Block]:
    if last := request.appeal_by:
        return [text(f"You can appeal once, until {day(last)}.")]
    return []
