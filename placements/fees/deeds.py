"""The words of what is done with fees."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

register(
    "Fees",
    {
        "add_price_list": ("added the", "Price list added"),
        "void_price_list": ("voided the", "Price list voided"),
    },
)
register(
    "Imports",
    {"import_price_lists": ("imported price lists from", "Price lists imported")},
    for_administrators=True,
)
register_facts(add_price_list__lines="Prices")
