"""People and the ledger to take away, as their pages list them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from nmiss.across.home.filters import Events
from nmiss.base.accounts import filters
from nmiss.base.accounts.models import Proposal, Role, SignInEvent, User
from nmiss.base.core.forms import rows_as_asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.models import AuditEvent


def _people(user: User, query: Mapping[str, str]) -> QuerySet:
    narrowed = filters.People(query, User.objects.visible_to(user))
    return rows_as_asked(narrowed).order_by("name", "pk")


def _events(user: User, query: Mapping[str, str]) -> QuerySet:
    narrowed = Events(query, AuditEvent.objects.visible_to(user), by=user)
    return rows_as_asked(narrowed).newest_first()


def _proposals(user: User, query: Mapping[str, str]) -> QuerySet:
    return Proposal.objects.visible_to(user).with_people().oldest_first()


def _sign_ins(user: User, query: Mapping[str, str]) -> QuerySet:
    narrowed = filters.SignIns(query, SignInEvent.objects.visible_to(user))
    return rows_as_asked(narrowed).newest_first()


SIGN_INS = List(
    name="sign-ins",
    title="Sign-ins",
    roles=(Role.ADMINISTRATOR,),
    rows=_sign_ins,
    columns=(
        Column("When", "In London", lambda e: e.at),
        Column("Number", "The person's, for good", lambda e: e.user_number),
        Column("Name", "As they were called then", lambda e: e.user_name),
        Column("What happened", "At the door", lambda e: e.get_happened_display()),
        Column("How", "By which means, or why", lambda e: e.how),
        Column("Address", "From which network address", lambda e: e.address),
        Column("Browser", "As it calls itself", lambda e: e.browser),
    ),
)
PEOPLE = List(
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
EVENTS = List(
    name="audit",
    title="Audit",
    roles=(Role.AUDITOR, Role.ADMINISTRATOR),
    rows=_events,
    columns=(
        Column("When", "In London", lambda e: e.at),
        Column("Who", "Who did it; the system, where nobody did", lambda e: e.actor_name),
        Column("Person", "The number of that person's account", lambda e: e.actor_id),
        Column("What", "What was done, to which record by its name then", lambda e: e.deed),
        Column("Record", "The number of that record among its kind", lambda e: e.target_id),
        Column(
            "Before and after",
            "What was changed, from what to what",
            lambda e: "; ".join(e.changes),
        ),
        Column("Details", "What was given with it", lambda e: "; ".join(e.details)),
        Column("Files", "Fingerprints of files", lambda e: "; ".join(e.technicalities)),
    ),
)
PROPOSALS = List(
    name="proposals",
    title="Proposals",
    roles=(Role.OFFICER, Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR),
    rows=_proposals,
    columns=(
        Column("Proposal", "What was proposed", lambda p: p.asks),
        Column("Reason", "As whoever proposed it gave it", lambda p: p.reason),
        Column("Proposed by", "Name and number", lambda p: p.proposed_by.on_record),
        Column("Proposed at", "In London", lambda p: p.proposed_at),
        Column("State", "Waiting, agreed, declined or withdrawn", lambda p: p.standing),
        Column(
            "Decided by",
            "Name and number",
            lambda p: p.decided_by.on_record if p.decided_by else "",
        ),
        Column("Decided at", "In London", lambda p: p.decided_at),
        Column("Reason for declining", "Where it was declined", lambda p: p.declined_because),
    ),
)
