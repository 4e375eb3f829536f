"""The words of what is done with block purchases."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

register(
    "Prices",
    {
        "buy_block": ("recorded the", "Block purchase recorded"),
        "void_block": ("voided the", "Block purchase voided"),
        "take_into_block": ("put into a block", "Placement put into a block"),
    },
)
register_facts(buy_block__places="Places", take_into_block__block="Block")
