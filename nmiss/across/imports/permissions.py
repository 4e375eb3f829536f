"""Who may do what with an import. The one place where roles meet imports."""

from __future__ import annotations

from nmiss.across.imports.models import ImportRun, Status, What
from nmiss.base.accounts.models import Role, User

COMMISSIONING = (Role.OFFICER, Role.MANAGER)


def can_upload(user: User) -> bool:
    return user.role in COMMISSIONING


def can_confirm(user: User, run: ImportRun) -> bool:
    return user.role in COMMISSIONING and run.status == Status.CHECKED


def can_drop(user: User, run: ImportRun) -> bool:
    left = (Status.CHECKED, Status.REFUSED, Status.FAILED)
    return user.role in COMMISSIONING and run.status in left


def can_undo(user: User, run: ImportRun) -> bool:
    return user.role in COMMISSIONING and run.may_be_undone()


def can_see_identity(user: User) -> bool:
    """Who may upload a table has seen it; who only looks is not shown who a child is."""
    return user.role in COMMISSIONING


def can_open_file(user: User, run: ImportRun) -> bool:
    """A table of placements says who the children are."""
    return user.role in COMMISSIONING or run.what != What.PLACEMENTS
