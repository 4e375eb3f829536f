"""The words of what is done on the pages about the hub itself."""

from __future__ import annotations

from nmiss.base.core.deeds import register

register(
    "Reminders",
    {"test_reminder": ("sent themselves a test of the", "Test reminder sent")},
    for_administrators=True,
)
