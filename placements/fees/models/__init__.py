"""What schools ask for places, and what they are given for them."""

import placements.models  # noqa: F401 - its histories are made once that is loaded
from placements.fees.models.price_list import Phase, PriceDifference, PriceList, PriceListLine

__all__ = ["Phase", "PriceDifference", "PriceList", "PriceListLine"]
