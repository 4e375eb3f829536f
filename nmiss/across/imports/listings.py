"""Imports to take away, as their page lists them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from nmiss.across.imports.models import ImportRun
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.lists import Column, List


def _imports(user: User, query: Mapping[str, str]) -> QuerySet:
    runs = ImportRun.objects.visible_to(user).select_related("file", "uploaded_by", "confirmed_by")
    return runs.order_by("-uploaded_at", "-pk")


IMPORTS = List(
    name="imports",
    title="Imports",
    roles=(Role.OFFICER, Role.MANAGER, Role.AUDITOR),
    rows=_imports,
    columns=(
        Column("File", "The name it came under", lambda run: run.file.name),
        Column("What", "Which of the tables", lambda run: run.get_what_display()),
        Column("State", "How far it has come", lambda run: run.get_status_display()),
        Column("Uploaded", "When, in London", lambda run: run.uploaded_at),
        Column("By", "Who uploaded it", lambda run: run.uploaded_by),
        Column("Confirmed by", "Who had it written", lambda run: run.confirmed_by),
        Column("Written", "When, in London", lambda run: run.done_at),
        Column("New", "Rows that were not here before", lambda run: run.counts.get("new")),
        Column("Changed", "Rows that say something new", lambda run: run.counts.get("changed")),
        Column("SHA-256", "The digest of the file", lambda run: run.file.sha256),
    ),
)
