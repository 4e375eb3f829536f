"""Who may do what with an import, and why not. The one place where roles meet imports.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nmiss.base.accounts.models import User
from nmiss.base.importing.declaration import Import

if TYPE_CHECKING:
    from nmiss.across.imports.models import ImportRun

_MOVED_ON = "Someone else has changed this import. This is the latest."


def can_upload(user: User, kind: Import) -> bool:
    return user.role in kind.roles


def _why_not_handle(user: User, run: ImportRun) -> str:
    may = user.role in run.kind.roles
    return "" if may else "This table is for other people to bring, and so is what follows."


def why_not_answer(user: User, run: ImportRun) -> str:
    if why_not := _why_not_handle(user, run):
        return why_not
    may = run.allows("answer")
    return "" if may else "There are no questions to answer about this import now."


def why_not_choose(user: User, run: ImportRun) -> str:
    """Differences from the register is accepted or kept while the table is checked."""
    if why_not := _why_not_handle(user, run):
        return why_not
    if not run.kind.asks_about_differences:
        return "Only what differs from the national register is accepted or kept one by one."
    if run.allows("ask_to_undo"):
        return "This import is written: there is nothing left to choose. This is what it brought."
    if not run.asks_about_differences:
        return f"Nothing can be chosen now: this import is {run.get_status_display().lower()}."
    return ""


def why_not_confirm(user: User, run: ImportRun) -> str:
    return _why_not_handle(user, run) or _MOVED_ON * (not run.allows("confirm"))


def why_not_drop(user: User, run: ImportRun) -> str:
    return _why_not_handle(user, run) or _MOVED_ON * (not run.allows("drop"))


def why_not_undo(user: User, run: ImportRun) -> str:
    """Only the last of its kind, and only as long as nothing is known to be built on it."""
    if why_not := _why_not_handle(user, run):
        return why_not
    return "" if run.may_be_undone() else "Only the last import of each table can be undone."


def can_see_identity(user: User, run: ImportRun) -> bool:
    """Who may upload a table has seen it; who only looks is not shown who a child is."""
    return user.role in run.kind.roles


def can_open_file(user: User, run: ImportRun) -> bool:
    """A table of placements says who the children are."""
    return user.role in run.kind.roles or not run.kind.identifying
