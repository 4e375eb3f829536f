"""Providers to take away, as their page lists them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils import timezone

from contracts import filters
from contracts.models import Application, Membership, swept
from contracts.permissions.evaluating import READERS
from nmiss.accounts.models import Role, User
from nmiss.core.forms import rows_as_asked
from nmiss.files.listings import Column, Listing
from providers.models import Provider


def _providers(user: User, query: Mapping[str, str]) -> QuerySet:
    return Provider.objects.visible_to(user).with_school_count().by_name()


PROVIDERS = Listing(
    name="providers",
    title="Providers",
    roles=Role.with_cases(),
    rows=_providers,
    columns=(
        Column("Provider", "The legal entity that runs schools", lambda p: p.name),
        Column("Company number", "At Companies House, where given", lambda p: p.company_number),
        Column("Schools", "How many schools it runs", lambda p: p.school_count),
    ),
)


def _applications(user: User, query: Mapping[str, str]) -> QuerySet:
    applications = Application.objects.visible_to(user).with_parties()
    narrowed = filters.Applications(query, queryset=applications)
    return rows_as_asked(narrowed).order_by("-received_at", "-pk")


APPLICATIONS = Listing(
    name="applications",
    title="Applications",
    roles=READERS,
    rows=_applications,
    columns=(
        Column("Reference", "What people call it", lambda a: a.reference),
        Column("Provider", "Who applies", lambda a: a.provider.name),
        Column("Received", "When, in London", lambda a: a.received_at),
        Column("Round", "In which it is evaluated", lambda a: a.round and a.round.number),
        Column("Status", "Where it stands", lambda a: a.get_status_display()),
        Column("Opened", "When two officers had opened it", lambda a: a.opened_at),
    ),
)


def _memberships(user: User, query: Mapping[str, str]) -> QuerySet:
    rows = Membership.objects.visible_to(user).with_facts(timezone.localdate())
    return rows_as_asked(filters.Memberships(query, queryset=rows)).newest_first()


def swept_members(user: User, query: Mapping[str, str]) -> QuerySet:
    """Providers with a school in a lot today, with the newest check of each."""
    return swept(Provider.objects.visible_to(user), on=timezone.localdate()).by_name()


MEMBERSHIPS = Listing(
    name="memberships",
    title="Memberships",
    roles=Role.with_cases(),
    rows=_memberships,
    columns=(
        Column("URN", "The school's number in the register", lambda m: m.school.urn),
        Column("School", "Its name in the register", lambda m: m.school.name),
        Column("Provider", "By whom it was admitted", lambda m: m.provider.name),
        Column("Vehicle", "What it is a member of", lambda m: m.lot.vehicle.name),
        Column("Lot", "In which lot", lambda m: m.lot.number),
        Column("Admitted on", "First day", lambda m: m.admitted_on),
        Column("Left on", "Last day, where it is known", lambda m: m.left_on),
        Column("Status", "On the day of the list", lambda m: m.standing_today.capitalize()),
    ),
)
DEBARMENT = Listing(
    name="debarment",
    title="Debarment checks",
    roles=(Role.OFFICER, Role.MANAGER, Role.AUDITOR),
    rows=swept_members,
    columns=(
        Column("Provider", "A member today", lambda p: p.name),
        Column("Company number", "At Companies House, where given", lambda p: p.company_number),
        Column("Last checked", "The day of the newest check", lambda p: p.last_checked_on),
        Column("Day of the list", "Which list was looked at", lambda p: p.last_list_on),
        Column("Result", "Clear or found", lambda p: p.last_result or "not checked"),
    ),
)
