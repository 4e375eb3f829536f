"""The texts and schedules of reminders, as people set them, and how each person gets theirs."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction
from django.template.base import Lexer, TokenType
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.letterbox import letter_to, standard_wording
from nmiss.base.core.models import (
    AuditEvent,
    Delivery,
    ReminderChoice,
    ReminderSchedule,
    ReminderText,
)
from nmiss.base.core.reminders import KINDS, KindOfReminder
from nmiss.base.core.wording import ALWAYS, Wording

if TYPE_CHECKING:
    from django.core.mail import EmailMessage

FEW = 3  # days, in an example


class _Example:
    """Stands for a record in an example: whatever is asked of it is there."""

    def __getitem__(self, _name: str) -> _Example:
        return self


def number_of(kind: KindOfReminder) -> int:
    """How many texts the notice of this kind has had."""
    newest = ReminderText.objects.filter(notice=kind.notice).newest_first().first()
    return newest.number if newest else 0


def wording_of(kind: KindOfReminder) -> Wording:
    """The text that counts now."""
    standard = standard_wording(kind.notice)
    newest = ReminderText.objects.filter(notice=kind.notice).newest_first().first()
    if newest is None or newest.is_standard:
        return standard
    return standard.worded(newest.subject, newest.body)


def example(wording: Wording, kind: KindOfReminder, *, to: User, is_late: bool) -> EmailMessage:
    """The letter with names of facts in place of a record's: whoever words it sees no record."""
    day = timezone.localdate() + datetime.timedelta(days=-FEW if is_late else FEW)
    shown = wording.worded(_named(wording.subject), _named(wording.body))
    words = {"due_on": day, "days": -FEW if is_late else FEW, "is_late": is_late}
    return letter_to(to, kind.notice, _Example(), words, shown)


def _named(text: str) -> str:
    """The text with the name of each fact in brackets, and of each address of a page."""
    made = []
    for token in Lexer(text).tokenize():
        written = token.contents
        if token.token_type == TokenType.VAR:
            name = written.split("|")[0]
            named = re.sub(r"[._]", " ", name.removeprefix("record."))
            named = re.sub(r"\bpk\b", "number", named)
            made.append(f"{{{{ {written} }}}}" if name in ALWAYS else f"[{named}]")
        elif token.token_type == TokenType.BLOCK:
            is_url = written.startswith("url ")
            made.append("/[page]/" if is_url else f"{{% {written} %}}")
        else:
            made.append(written)
    return "".join(made)


@transaction.atomic
def save_text(kind: KindOfReminder, number: int, *, subject: str, body: str, by: User) -> None:
    """Have the notice of a kind read so; empty, as the hub brought it."""
    before = wording_of(kind)
    ReminderText.save_after(number, kind.notice, subject=subject, body=body, by=by)
    after = wording_of(kind)
    AuditEvent.record(
        "word_reminder",
        f"reminder: {kind.name}",
        by=by,
        before=before.words,
        after=after.words,
    )


@transaction.atomic
def save_schedule(kind: KindOfReminder, number: int, *, by: User, **steps: object) -> None:
    """Have a kind sent on other days; who was told of a later step is not told of an earlier."""
    saved = ReminderSchedule.save_after(number, kind.name, by=by, **steps)
    after = KINDS[kind.name].on(saved.set_at.date(), {kind.name: saved})
    AuditEvent.record(
        "schedule_reminder",
        f"reminder: {kind.name}",
        by=by,
        before={"days": kind.in_words},
        after={"days": after.in_words},
    )


def kinds_for(user: User) -> tuple[list[KindOfReminder], list[KindOfReminder]]:
    """The kinds that this person may turn off, and those that are always sent; by name."""
    own = [kind for _, kind in sorted(KINDS.items()) if user.role in kind.to]
    return [each for each in own if not each.statutory], [each for each in own if each.statutory]


def chosen_by(user: User) -> dict[str, str]:
    """What a person chose, by kind."""
    rows = ReminderChoice.objects.filter(recipient=user.email)
    return dict(rows.values_list("kind", "delivery"))


@transaction.atomic
def choose(user: User, choices: Mapping[str, str]) -> None:
    """Have reminders sent to this person as they choose; only what they change is written."""
    before = chosen_by(user)
    changed = {kind: how for kind, how in choices.items() if before.get(kind, Delivery.EACH) != how}
    if changed:
        ReminderChoice.choose(user.email, changed)
        labels = {kind: str(Delivery(how).label) for kind, how in changed.items()}
        AuditEvent.record("choose_reminders", "their reminders", by=user, choices=labels)
