"""How the demo's providers replied to the second extension: letters of June 2026, one declined.

Most have no account, so the officer records what they wrote.
"""

from __future__ import annotations

import datetime

from contracts.membership import extension_letters
from contracts.models import ExtensionLetter, ExtensionOption
from nmiss.base.accounts.models import User
from nmiss.demo import dated

SENT_ON = datetime.date(2026, 6, 22)
ANSWER_BY = datetime.date(2026, 7, 20)
DECLINED = "We are changing our age range, and will not take new children from the county."
SILENT = 2  # the last two of the board never replied


def extend(option: ExtensionOption, *, by: User) -> None:
    """Send the letters, record the replies in their time, and put the option into effect."""
    with dated.moved_to(dated.at(SENT_ON, 10, 15)):
        extension_letters.send_all(option, by=by, answer_by=ANSWER_BY)
    letters = list(option.letters.with_board().order_by("school_count", "provider__name", "pk"))
    for turn, letter in enumerate(letters[: -SILENT or None]):
        replied_on = SENT_ON + datetime.timedelta(days=2 + turn % 24)
        with dated.moved_to(dated.at(replied_on, 11)):
            _reply(letter, replied_on, declines=turn == 0, by=by)
    option.take_effect(by=None)  # the rounds of the demo are planned with their past
    option.vehicle.follow_its_end()
    extension_letters.end_who_declined(option, by=None)


def _reply(letter: ExtensionLetter, day: datetime.date, *, declines: bool, by: User) -> None:
    source = f"An email of {day.day} {day:%B}"
    if declines:
        letter.decline(by=by, reason=DECLINED, source=source)
    else:
        letter.accept(by=by, source=source)
