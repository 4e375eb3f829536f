"""The list of imports: what it says of each, on the page and in files."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nmiss.across.imports.models import ImportRun, ImportStatus, What
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.addresses import address_of
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS, STEPS, by_steps, by_words
from nmiss.base.core.templatetags.components import instant, status_tag


def _imports(user: User, query: Mapping[str, str]) -> QuerySet:
    runs = ImportRun.objects.visible_to(user)
    return runs.select_related("file", "uploaded_by", "confirmed_by")


def _file(run: ImportRun) -> SafeString:
    address = address_of("imports:import_detail", run.pk)
    words = '<a class="govuk-link nmiss-breakable" href="{}">{}</a>'
    return format_html(words, address, run.file.name)


IMPORTS = List(
    name="imports",
    title="Imports",
    roles=(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.FINANCE, Role.AUDITOR),
    rows=_imports,
    by="-uploaded_at",
    columns=(
        Column(
            "File",
            "The name it came under",
            lambda run: run.file.name,
            _file,
            sort="file",
            order="file__name",
        ),
        Column(
            "Table",
            "Which of the tables",
            lambda run: run.get_what_display(),
            sort="what",
            order=by_words("what", What.choices),
        ),
        Column(
            "State",
            "How far it has come",
            lambda run: run.get_status_display(),
            lambda run: status_tag(run.status),
            sort="state",
            order=by_steps("status", ImportStatus.choices),
            ways=STEPS,
        ),
        Column(
            "Uploaded",
            "When, in London",
            lambda run: run.uploaded_at,
            lambda run: f"{instant(run.uploaded_at)}, {run.uploaded_by}",
            sort="uploaded",
            order="uploaded_at",
            ways=DAYS,
        ),
        Column("By", "Who uploaded it", lambda run: run.uploaded_by, on_page=False),
        Column("Confirmed by", "Who had it written", lambda run: run.confirmed_by, on_page=False),
        Column("Written", "When, in London", lambda run: run.done_at, on_page=False),
        Column(
            "New",
            "Rows that were not here before",
            lambda run: run.counts.get("new"),
            on_page=False,
        ),
        Column(
            "Changed",
            "Rows that say something new",
            lambda run: run.counts.get("changed"),
            on_page=False,
        ),
        Column("SHA-256", "The digest of the file", lambda run: run.file.sha256, on_page=False),
    ),
)
