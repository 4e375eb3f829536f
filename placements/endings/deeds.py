"""The words of what is done with the endings of places."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

register(
    "Placements",
    {
        "record_ending": ("recorded the", "Ending of a placement recorded"),
        "void_ending": ("voided the", "Ending of a placement voided"),
    },
)
register_facts(record_ending__last_on="Last day", void_ending__last_on="Last day")
