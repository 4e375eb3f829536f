"""What the workbook of a fee request looks like: its columns, and a row for each thing to enter.

The last column names the request and the box of the page, so a row is known wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from nmiss.base.core.templatetags.components import money
from placements.fees.asking import BACKGROUND
from placements.fees.costs import COSTS
from placements.fees.models import FeeLine, FeePart, FeeRequest

PART, SCHOOL, PLACEMENT, QUESTION, NOW = "Part", "School", "Placement", "Question", "Fee now"
ANSWER, REASON, VAT, ROW = "Answer", "Reason", "VAT on top", "Row"
COLUMNS = (PART, SCHOOL, PLACEMENT, QUESTION, NOW, ANSWER, REASON, VAT, ROW)
TYPED = (ANSWER, REASON, VAT)
NEEDED = (PLACEMENT, ANSWER, REASON, VAT, ROW)
CODE = re.compile(r"F([0-9]{1,18})\.([a-z0-9_]{1,60})")
NO_FEE = "No fee is known"
MOMENTS = {"before": "last year", "proposed": "proposed"}


@dataclass(frozen=True)
class Line:
    """One row. ``boxes`` are the boxes of the page that its cells stand for, by column, and
    ``said`` is what the draft has in them.
    """

    code: str
    part: FeePart
    question: str
    boxes: Mapping[str, str]
    said: Mapping[str, object] = field(default_factory=dict)
    placement: str = ""
    school: str = ""
    now: Decimal | None = None

    @property
    def fee_now(self) -> str:
        """The present price of a placement; empty in a row that asks for something else."""
        if self.now is None:
            return ""
        return money(self.now) if self.now else NO_FEE


def prices_of(request: FeeRequest) -> list[FeeLine]:
    return list(request.lines.with_placements().in_order())


def lines_of(request: FeeRequest, prices: Collection[FeeLine]) -> Iterator[Line]:
    """The rows of a draft, in the order of its page."""
    sections = {section.key: section.answers for section in request.sections.all()}
    yield _increase(request, has_prices=bool(prices))
    for line in prices:
        yield _price(line)
    for key, label in COSTS.items():
        pair = sections.get(FeePart.COSTS, {}).get(key) or ["", ""]
        for (moment, words), said in zip(MOMENTS.items(), pair, strict=True):
            question = f"{label}, {words}, in pounds a year"
            yield _answer(request, FeePart.COSTS, f"{key}_{moment}", question, _number(said))
    for key, label in BACKGROUND.items():
        said = sections.get(FeePart.BACKGROUND, {}).get(key, "")
        yield _answer(request, FeePart.BACKGROUND, key, label, said)


def _increase(request: FeeRequest, *, has_prices: bool) -> Line:
    """The row that fills every price that is left empty, or is all that is asked for new ones."""
    boxes = {ANSWER: "percent"} | ({REASON: "reason"} if has_prices else {})
    of = "every price that is empty below" if has_prices else "the price lists"
    question = f"Increase of {of}, in per cent"
    code, said = f"F{request.pk}.percent", {ANSWER: request.asked_percent}
    return Line(code, FeePart.PRICES, question, boxes, said)


def _price(line: FeeLine) -> Line:
    return Line(
        f"F{line.request_id}.asked_{line.pk}",
        FeePart.PRICES,
        f"{line.get_kind_display()}: price for one {line.get_unit_display().lower()}, in pounds",
        {ANSWER: f"asked_{line.pk}", REASON: f"reason_{line.pk}", VAT: f"vat_{line.pk}"},
        {ANSWER: line.asked_amount, REASON: line.reason, VAT: line.get_vat_display()},
        str(line.placement),
        str(line.placement.school),
        line.current_amount,
    )


def _answer(request: FeeRequest, part: FeePart, key: str, question: str, said: object) -> Line:
    return Line(f"F{request.pk}.{key}", part, question, {ANSWER: key}, {ANSWER: said})


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
