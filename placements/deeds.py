"""The words of what is done with children and their places."""

from __future__ import annotations

from nmiss.base.core.deeds import Fact, register, register_facts

register(
    "Prices",
    {
        "add_price": ("added the", "Price added"),
        "end_price": ("ended the", "Price ended"),
        "void_price": ("voided the", "Price voided"),
    },
)
register(
    "Imports",
    {
        "import_school_links": ("imported school links from", "School links imported"),
        "import_placements": ("imported placements from", "Placements imported"),
        "import_prices": ("imported prices from", "Prices imported"),
    },
    for_administrators=True,
)
register_facts(amount=Fact("Amount", lambda text: f"£{text}"))
