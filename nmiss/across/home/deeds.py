"""The words of what is done on the pages about the hub itself."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

register(
    "Reminders",
    {
        "test_reminder": ("sent themselves a test of the", "Test reminder sent"),
        "word_reminder": ("changed the text of the", "Text of a reminder changed"),
        "schedule_reminder": ("changed the days of the", "Days of a reminder changed"),
        "settle_bounce": ("dealt with a bounced", "Bounced email dealt with"),
        "choose_reminders": ("chose how to get", "Reminders chosen"),
    },
    for_administrators=True,
)
register_facts(
    word_reminder__subject="Subject",
    word_reminder__body="Text",
    schedule_reminder__days="Days",
    choose_reminders__choices="Choices",
)
