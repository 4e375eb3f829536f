"""What a neighbouring council is given of schools: facts of the school alone, and no child."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.lists import Column, List
from providers.models import School


def _schools(user: User, query: Mapping[str, str]) -> QuerySet[School]:
    return School.objects.visible_to(user).select_related("authority", "provider")


SHARED_SCHOOLS = List(
    name="shared-schools",
    title="School facts for neighbouring councils",
    roles=(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR),
    rows=_schools,
    by="urn",
    columns=(
        Column("URN", "Of the register", lambda row: row.urn, sort="urn", order="urn"),
        Column("School", "Its name", lambda row: row.name),
        Column("Provider", "Who runs it", lambda row: str(row.provider or "")),
        Column("Authority", "In whose area it is", lambda row: row.authority.name),
        Column("Type", "By the register", lambda row: row.kind_name),
        Column("Status", "By the register", lambda row: row.get_status_display()),
        Column("Postcode", "Of the school", lambda row: row.postcode),
    ),
)
