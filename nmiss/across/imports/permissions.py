"""Who may do what with an import. The one place where roles meet imports."""

from __future__ import annotations

from nmiss.across.imports.models import ImportRun
from nmiss.base.accounts.models import User
from nmiss.base.importing.declaration import Import


def can_upload(user: User, kind: Import) -> bool:
    return user.role in kind.roles


def can_answer(user: User, run: ImportRun) -> bool:
    return user.role in run.kind.roles and run.allows("answer")


def can_confirm(user: User, run: ImportRun) -> bool:
    return user.role in run.kind.roles and run.allows("confirm")


def can_drop(user: User, run: ImportRun) -> bool:
    return user.role in run.kind.roles and run.allows("drop")


def can_undo(user: User, run: ImportRun) -> bool:
    return user.role in run.kind.roles and run.may_be_undone()


def can_see_identity(user: User, run: ImportRun) -> bool:
    """Who may upload a table has seen it; who only looks is not shown who a child is."""
    return user.role in run.kind.roles


def can_open_file(user: User, run: ImportRun) -> bool:
    """A table of placements says who the children are."""
    return user.role in run.kind.roles or not run.kind.identifying
