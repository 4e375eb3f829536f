"""The words of what is done with decisions on fees."""

from __future__ import annotations

from nmiss.base.core.deeds import register

register(
    "Imports",
    {
        "import_fee_decisions": (
            "imported decisions on fees from",
            "Decisions on fees imported",
        )
    },
    for_administrators=True,
)
register(
    "Fees",
    {"write_cost_avoidance": ("wrote the cost avoidance of", "Cost avoidance written")},
)
