"""The tables that can be taken in on a page: a new one is declared where its records live."""

from __future__ import annotations

import contracts.models  # noqa: F401  # their histories are made once this is loaded
from contracts.arrangements.past_decisions import DECISIONS
from contracts.membership.imports import MEMBERS
from kpis.imports import INDICATORS, RETURNS, TERMS
from nmiss.base.importing.declaration import Import
from placements.budget.intake import PAYMENTS
from placements.fees.cost_index_imports import COST_INDEX
from placements.fees.price_band_imports import PRICE_BANDS
from placements.fees.price_list_imports import PRICE_LISTS
from placements.imports import PLACEMENTS
from placements.links import LINKS
from placements.price_imports import PRICES
from placements.reviews.imports import REVIEWS
from placements.savings.imports import FEE_DECISIONS
from providers.imports import SCHOOLS
from providers.inspection_imports import INSPECTIONS

IMPORTS: dict[str, Import] = {
    one.name: one
    for one in (
        *(SCHOOLS, LINKS, INSPECTIONS, MEMBERS, PLACEMENTS, PRICES, PRICE_LISTS, PRICE_BANDS),
        *(REVIEWS, FEE_DECISIONS, PAYMENTS, COST_INDEX, DECISIONS),
        *(INDICATORS, TERMS, RETURNS),
    )
}
# Cells that tell who a child is: shown to nobody who only looks.
IDENTIFYING = frozenset().union(*(one.identifying for one in IMPORTS.values()))
