"""The list of fee requests, on the page and in files."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import link
from nmiss.base.core.templatetags.components import status_tag
from placements.fees.models import FeeRequest


def _requests(user: User, query: Mapping[str, str]) -> QuerySet:
    return FeeRequest.objects.visible_to(user)


def _facts(requests: QuerySet, asked: Asked) -> QuerySet:
    return requests.select_related("window", "provider", "school")


def _status_tags(request: FeeRequest) -> SafeString:
    """The status, and whether the council should have answered by now."""
    tags = [status_tag(request.status)]
    if request.is_overdue(timezone.localdate()):
        tags.append(status_tag("overdue"))
    return format_html_join(" ", "{}", ((tag,) for tag in tags))


FEE_REQUESTS = List(
    name="fee-requests",
    title="Fee requests",
    roles=(*Role.with_cases(), Role.PROVIDER),
    rows=_requests,
    by="-pk",
    facts=_facts,
    columns=(
        Column(
            "Request",
            "Its number",
            lambda r: r.reference,
            lambda r: link("placements:fee_request", r.pk, r.reference),
        ),
        Column("Year", "The academic year of the new prices", lambda r: r.window.years),
        Column("Provider", "Who asks", lambda r: r.provider.name),
        Column("School", "For which school", lambda r: r.school or "All schools"),
        Column(
            "Status",
            "Status of the request",
            lambda r: r.get_status_display(),
            _status_tags,
        ),
        Column("Late", "Received after the last day", lambda r: "Yes" if r.is_late else "No"),
        Column("New prices from", "The first day", lambda r: r.effective_on),
        Column(
            "Answer by",
            "The council’s last day to answer; empty once it is decided",
            lambda r: r.answer_due_on if r.is_with_council else None,
        ),
    ),
)
