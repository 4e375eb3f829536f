"""Takeovers of arrangements as a list."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from contracts.models import Takeover
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS
from nmiss.base.core.rows import link
from nmiss.base.core.templatetags.components import status_tag

WHO = tuple(Role.with_cases())


def _takeovers(user: User, query: Mapping[str, str]) -> QuerySet[Takeover]:
    return Takeover.objects.visible_to(user).with_parties().with_standing()


TAKEOVERS = List(
    name="takeovers",
    anchor="takeovers",
    title="Takeovers of arrangements",
    roles=WHO,
    rows=_takeovers,
    by="-starts_on",
    columns=(
        Column(
            "Old arrangement",
            "The arrangement that is taken over",
            lambda row: row.vehicle.name,
            lambda row: link("placements:takeover_detail", row.pk, row.vehicle.name),
        ),
        Column("New arrangement", "The arrangement that takes over", lambda r: r.successor.name),
        Column(
            "First day",
            "The first day under the new arrangement",
            lambda row: row.starts_on,
            sort="from",
            order="starts_on",
            ways=DAYS,
        ),
        Column(
            "Status",
            "Draft, proposed, agreed, done or withdrawn",
            lambda row: row.standing,
            lambda row: status_tag(row.standing),
        ),
        Column("Planned by", "Who began the plan", lambda row: row.planned_by.name),
    ),
)
