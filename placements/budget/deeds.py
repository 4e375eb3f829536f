"""The words of what is done with budgets and payments."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

register(
    "Imports",
    {"import_payments": ("imported payments from", "Payments imported")},
    for_administrators=True,
)
register(
    "Budget",
    {
        "set_budget": ("set the", "Budget set"),
        "set_deficit": ("stated the", "Deficit stated"),
        "set_invoice_rules": ("set the", "Invoice rules set"),
    },
)
register_facts(set_deficit__source="Source")
