"""The list of placement agreements, on the page and in files."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import link
from nmiss.base.core.templatetags.components import status_tag
from placements.agreements.models import PlacementAgreement


def _agreements(user: User, query: Mapping[str, str]) -> QuerySet:
    return PlacementAgreement.objects.visible_to(user)


def _facts(agreements: QuerySet, asked: Asked) -> QuerySet:
    return agreements.select_related("child", "school", "lot")


PLACEMENT_AGREEMENTS = List(
    name="placement-agreements",
    title="Placement agreements",
    roles=(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR, Role.PROVIDER),
    rows=_agreements,
    by="-pk",
    facts=_facts,
    identifies_children=True,
    columns=(
        Column(
            "Agreement",
            "Its number and version",
            lambda a: a.reference,
            lambda a: link("placements:placement_agreement_detail", a.pk, a.reference),
        ),
        Column(
            "Child",
            "The reference, which does not identify the child",
            lambda a: a.child.reference,
        ),
        Column("School", "Where the child is placed by it", lambda a: str(a.school)),
        Column("Route", "Under what the place is bought", lambda a: a.get_route_display()),
        Column("First day", "From which the version applies", lambda a: a.starts_on),
        Column("Last day", "The expected last day", lambda a: a.ends_on),
        Column(
            "Status",
            "Who signs next, or where it stands",
            lambda a: a.get_status_display(),
            lambda a: status_tag(a.status),
        ),
    ),
)
