"""What imports bring to the landing pages: tables that wait for a person."""

from __future__ import annotations

import datetime

from django.urls import reverse

from nmiss.across.imports.models import ImportRun
from nmiss.base.accounts.landing import Shortcut, Task, Waiting, each_of, shortcuts, tasks
from nmiss.base.accounts.models import Role, User
from nmiss.base.files.unchecked import files_that_are_not_checked


@shortcuts(Role.OFFICER, Role.MANAGER, weight=10)
def imports(user: User, today: datetime.date) -> list[Shortcut]:
    page = reverse("imports:import_list")
    return [Shortcut("Imports of schools, members and placements", page)]


@shortcuts(Role.FINANCE, weight=10)
def payments(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Import payments", reverse("imports:import_upload", args=["payments"]))]


@tasks(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.FINANCE, weight=20)
def imports_that_wait(user: User, today: datetime.date) -> list[Waiting]:
    """Tables that wait for answers, or were checked and neither confirmed nor discarded."""
    page = reverse("imports:import_list")
    return [
        each_of(
            ImportRun.objects.visible_to(user).waiting_for_a_person(),
            *("what", "status", "counts", "file__name"),
            task=lambda run: Task(
                _what_is_asked(run), reverse("imports:import_detail", args=[run.pk])
            ),
            many="imports to confirm or discard",
            all_at=page,
        )
    ]


def _what_is_asked(run: ImportRun) -> str:
    if run.allows("answer"):
        return f"Answer questions about the {run}"
    more = ", with facts to accept or keep" if _has_differences(run) else ""
    return f"Confirm or discard the {run}: it is checked{more}"


def _has_differences(run: ImportRun) -> bool:
    return run.asks_about_differences and bool(run.counts.get("changed"))


@tasks(Role.OFFICER, Role.MANAGER, weight=30)
def unchecked_files(user: User, today: datetime.date) -> list[Waiting]:
    return files_that_are_not_checked(reverse("imports:import_list"))
