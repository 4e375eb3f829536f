"""What schools ask for places, and what they are given for them."""

import placements.models  # noqa: F401 - its histories are made once that is loaded
from placements.fees.models.cost_index import CostIndex
from placements.fees.models.fee_document import FeeDocument
from placements.fees.models.fee_line import FeeLine, Vat, percent_of
from placements.fees.models.fee_request import FeeRequest, FeeScope, FeeStatus
from placements.fees.models.fee_section import FeePart, FeeSection
from placements.fees.models.fee_workbook import FeeWorkbook
from placements.fees.models.negotiation import (
    FeeMandate,
    FeeMessage,
    FeeNote,
    FeeOffer,
    FeeOfferLine,
    Speaker,
)
from placements.fees.models.price_band import PriceBand
from placements.fees.models.price_difference import PriceDifference
from placements.fees.models.price_list import Phase, PriceList, PriceListLine
from placements.fees.models.window import FeeWindow

__all__ = [
    "CostIndex",
    "FeeDocument",
    "FeeLine",
    "FeeMandate",
    "FeeMessage",
    "FeeNote",
    "FeeOffer",
    "FeeOfferLine",
    "FeePart",
    "FeeRequest",
    "FeeScope",
    "FeeSection",
    "FeeStatus",
    "FeeWindow",
    "FeeWorkbook",
    "Phase",
    "PriceBand",
    "PriceDifference",
    "PriceList",
    "PriceListLine",
    "Speaker",
    "Vat",
    "percent_of",
]
