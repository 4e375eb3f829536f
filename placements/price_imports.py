"""Price lines come in: what placements cost, for what, from when to when."""

from __future__ import annotations

from nmiss.base.importing.declaration import Heading, Import
from placements.models import Funder, PriceKind, PriceUnit
from placements.price_intake import PriceIntake

PRICES = Import(
    name="prices",
    title="Prices of placements",
    verb="import_prices",
    headings=(
        Heading("placement_ref"),
        Heading("kind", holds=PriceKind.values),
        Heading("unit", holds=PriceUnit.values),
        Heading("quantity"),
        Heading("amount"),
        Heading("funder", holds=Funder.values),
        Heading("starts_on"),
        Heading("ends_on", may_be_empty=True),
        Heading("weeks", may_be_empty=True, may_be_missing=True),
    ),
    intake=PriceIntake,
    about=(
        "One row for each price line. Import the placements first.",
        (
            "The amount is in pounds for one unit. The yearly cost is amount × quantity × 1 for "
            "a year, × 3 for a term, × weeks for a week or an hour. For an hour, the quantity is "
            "hours a week. If weeks is empty, we use 38."
        ),
        (
            "The annual fee of the placements file counts until the day before the placement’s "
            "first base_education line. A line counts only on days inside its placement."
        ),
        "A line never changes: end it with ends_on, and put the new price in a row of its own.",
    ),
)
import_prices = PRICES.take_in
