"""The reminders of one kind. What is due of the others depends on the day on which tests run."""

import pytest

from nmiss.base.core import reminders


def remind_of(kind, now):
    """Give them; return how many were told."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reminders, "KINDS", {kind: reminders.KINDS[kind]})
        return reminders.remind(now)
