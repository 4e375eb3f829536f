"""People and the ledger to take away, as their pages list them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from nmiss.accounts import filters
from nmiss.accounts.models import Role, User
from nmiss.core.forms import rows_as_asked
from nmiss.core.models import AuditEvent
from nmiss.files.listings import Column, Listing
from nmiss.home.filters import Events


def _people(user: User, query: Mapping[str, str]) -> QuerySet:
    narrowed = filters.People(query, User.objects.visible_to(user))
    return rows_as_asked(narrowed).order_by("name", "pk")


def _events(user: User, query: Mapping[str, str]) -> QuerySet:
    narrowed = Events(query, AuditEvent.objects.visible_to(user), by=user)
    return rows_as_asked(narrowed).newest_first()


PEOPLE = Listing(
    name="people",
    title="People",
    roles=(Role.ADMINISTRATOR, Role.AUDITOR),
    rows=_people,
    columns=(
        Column("Name", "As they are called here", lambda p: p.name),
        Column("Email address", "With which they sign in", lambda p: p.email),
        Column("Role", "What they may do", lambda p: p.get_role_display()),
        Column("State", "Invited, active or closed", lambda p: p.standing),
        Column("Last sign-in", "When, in London", lambda p: p.last_login),
    ),
)
EVENTS = Listing(
    name="audit",
    title="Audit",
    roles=(Role.AUDITOR, Role.ADMINISTRATOR),
    rows=_events,
    columns=(
        Column("When", "In London", lambda e: e.at),
        Column("Who", "Who did it; the system, where nobody did", lambda e: e.actor_name),
        Column("What", "What was done, to which record by its name then", lambda e: e.deed),
        Column(
            "Before and after",
            "What was changed, from what to what",
            lambda e: "; ".join(e.changes),
        ),
        Column("Details", "What was given with it", lambda e: "; ".join(e.details)),
        Column("Files", "Fingerprints of files", lambda e: "; ".join(e.technicalities)),
    ),
)
