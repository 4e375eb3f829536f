"""The list of returns, on the page and in files: for the council, and for a provider's people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import Min, QuerySet
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from kpis import filters, permissions
from kpis.filling import Filling, fillings_of
from kpis.models import KpiReturn
from kpis.status import LATE
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS
from nmiss.base.core.rows import link
from nmiss.base.core.templatetags.components import day, status_tag

SHOWN = 3  # of what is missing, in a cell


def _returns(user: User, query: Mapping[str, str]) -> QuerySet:
    rows = KpiReturn.objects.visible_to(user).select_related("school__provider")
    return rows.annotate(sent_at=Min("versions__certified_at"))


def _with_fillings(rows: Sequence[KpiReturn], asked: Asked) -> Sequence[KpiReturn]:
    """What is still missing is worked out of those that are with the schools."""
    waiting = [row for row in rows if row.has_a_form]
    found = {each.kpi_return.pk: each for each in fillings_of(waiting)}
    for row in rows:
        row.filling = found.get(row.pk)
    return rows


def _missing(row: KpiReturn) -> str:
    filling: Filling | None = row.filling
    if filling is None:
        return ""
    missing = [each.words for each in filling.missing()]
    more = f"; {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
    return "; ".join(missing[:SHOWN]) + more


def _status(row: KpiReturn) -> str:
    return row.filling.status if row.filling else row.get_status_display().lower()


def _tags(row: KpiReturn) -> SafeString:
    tags = [status_tag(_status(row))]
    if row.is_overdue(timezone.localdate()):
        tags.append(status_tag("overdue"))
    if _days_late(row):
        tags.append(status_tag(LATE))
    return format_html_join(" ", "{}", ((tag,) for tag in tags))


def _sent(row: KpiReturn) -> str:
    if row.imported:
        return "Imported"
    return day(row.sent_at) if row.sent_at else "Not yet"


def _days_late(row: KpiReturn) -> int:
    if row.sent_at is None or row.due_on is None:
        return 0
    return max((timezone.localdate(row.sent_at) - row.due_on).days, 0)


def _linked(asked: Asked) -> Callable[[Any], SafeString]:
    page = "kpis:return_detail" if asked.user.is_provider else "kpis:review_detail"
    return lambda row: link(page, row.pk, str(row.school))


RETURNS = List(
    name="returns",
    title="Returns",
    roles=permissions.READERS,
    rows=_returns,
    filters=filters.Returns,
    by="-last_day",
    work_out=_with_fillings,
    columns=(
        Column(
            "URN",
            "The school's number in the national register (GIAS)",
            lambda r: r.school.urn,
            on_page=False,
        ),
        Column(
            "School",
            "Its name in the register",
            lambda r: r.school.name,
            cell_for=_linked,
            sort="school",
            order="school__name",
        ),
        Column(
            "Period",
            "Its name, with its first and last day",
            lambda r: r.period,
            sort="last_day",
            ways=DAYS,
        ),
        Column(
            "How often",
            "Every month, quarter, term, half year or year",
            lambda r: r.get_frequency_display(),
            on_page=False,
        ),
        Column("Last day", "Of the period", lambda r: r.last_day, on_page=False),
        Column("Due", "The deadline", lambda r: r.due_on, sort="due", order="due_on", ways=DAYS),
        Column("Status", "Status of the return", _status, _tags),
        Column(
            "Still to do",
            "Steps still to take before it can be sent",
            _missing,
            roles=(Role.PROVIDER,),
        ),
        Column(
            "Sent",
            "When an owner first certified it",
            lambda r: r.sent_at,
            _sent,
        ),
        Column("Days late", "Days after the deadline", _days_late, on_page=False),
    ),
)
