"""Providers, outcomes, agreements, memberships and debarment checks to take away."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from contracts.applications.filters import OfRound
from contracts.applications.models import Application
from contracts.membership import filters, permissions
from contracts.membership.models import Agreement, AgreementStatus, Membership, swept
from contracts.membership.models.assurance import QUARTER
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS, NUMBERS, STEPS, by_steps
from nmiss.base.core.rows import NUMERIC, chosen, hidden_words, link
from nmiss.base.core.templatetags.components import day, status_tag
from providers.models import Provider


def _providers(user: User, query: Mapping[str, str]) -> QuerySet:
    return Provider.objects.visible_to(user)


PROVIDERS = List(
    name="providers",
    title="Providers",
    roles=Role.with_cases(),
    rows=_providers,
    by="name",
    facts=lambda providers, _: providers.with_school_count(),
    columns=(
        Column(
            "Provider",
            "The legal entity that runs schools",
            lambda p: p.name,
            lambda p: link("contracts:provider_detail", p.pk, p.name),
            sort="name",
        ),
        Column(
            "Company number",
            "At Companies House, where given",
            lambda p: p.company_number,
            lambda p: p.company_number or "Not given",
        ),
        Column(
            "Schools",
            "How many schools it runs",
            lambda p: p.school_count,
            sort="schools",
            order="school_count",
            ways=NUMBERS,
            css=NUMERIC,
        ),
    ),
)


def _held(user: User, query: Mapping[str, str]) -> QuerySet:
    held = Application.objects.visible_to(user).held().without_conflict_of(user)
    if user.role != Role.AUDITOR:  # who decides anything declares first
        held = held.cleared_by(user)
    return held.select_related("provider", "vehicle", "round", "approval__recommendation")


def _to_tell(asked: Asked) -> Callable[[Application], SafeString | str]:
    if not permissions.can_release(asked.user):
        return lambda application: application.reference
    return lambda application: chosen(
        "application", application.pk, "Send the outcome letter to", application.reference
    )


OUTCOMES = List(
    name="outcomes",
    title="Outcomes not sent",
    roles=(Role.OFFICER, Role.MANAGER, Role.AUDITOR),
    rows=_held,
    filters=OfRound,
    by="received_at",
    usual="Oldest first",
    caption="Decisions not sent",
    is_whole=True,
    columns=(
        Column(
            "Application",
            "Its reference",
            lambda a: a.reference,
            cell_for=_to_tell,
            sort="application",
            order="id",
            ways=NUMBERS,
        ),
        Column(
            "Provider",
            "Who applied",
            lambda a: a.provider.name,
            sort="provider",
            order="provider__name",
        ),
        Column("Arrangement", "For what", lambda a: a.vehicle.name, on_page=False),
        Column(
            "Round",
            "In which it was evaluated",
            lambda a: a.round and a.round.number,
            on_page=False,
        ),
        Column(
            "Outcome",
            "As it was approved",
            lambda a: a.approval.result.label,
            lambda a: status_tag(a.approval.result.label),
        ),
        Column(
            "Approved",
            "When, in London",
            lambda a: a.decided_at,
            lambda a: day(a.decided_at),
            label="Approved on",
            sort="approved",
            order="decided_at",
            ways=DAYS,
        ),
        Column(
            "Letter",
            cell=lambda a: hidden_words(
                link("contracts:outcome_letter", a.pk, "Preview"), f" of {a.reference}"
            ),
        ),
    ),
)


def _agreements(user: User, query: Mapping[str, str]) -> QuerySet:
    rows = Agreement.objects.visible_to(user)
    return rows.select_related("provider", "lot", "vehicle", "application")


def _agreement(asked: Asked) -> Callable[[Agreement], SafeString | str]:
    """A link, or a box to choose it by where it waits for our signature."""
    may_countersign = permissions.can_countersign(asked.user)

    def cell(agreement: Agreement) -> SafeString | str:
        reference = agreement.application.reference
        if not agreement.allows("countersign"):
            words = link("contracts:agreement_detail", agreement.pk, f"Agreement {reference}")
            return hidden_words(words, f", {agreement.lot}")
        if not may_countersign:
            return reference
        return chosen("agreement", agreement.pk, "Countersign", reference)

    return cell


def _signed(agreement: Agreement) -> SafeString:
    """Who has signed, and the agreement to read where its name is a box."""
    tag = status_tag(agreement.get_status_display())
    if not agreement.allows("countersign"):
        return tag
    words = f" the agreement of {agreement.application.reference}"
    read = hidden_words(link("contracts:agreement_detail", agreement.pk, "Read"), words)
    return format_html("{}<br>{}", tag, read)


AGREEMENTS = List(
    name="agreements",
    title="Agreements",
    roles=(*Role.with_cases(), Role.PROVIDER),
    rows=_agreements,
    by="id",
    usual="Oldest first",
    is_whole=True,
    columns=(
        Column(
            "Application",
            "Its reference",
            lambda a: a.application.reference,
            cell_for=_agreement,
            label="Agreement",
            sort="application",
            order="application_id",
            ways=NUMBERS,
        ),
        Column(
            "Provider",
            "Who is admitted by it",
            lambda a: a.provider.name,
            sort="provider",
            order="provider__name",
        ),
        Column(
            "Arrangement",
            "Its arrangement",
            lambda a: a.vehicle.name,
            on_page=False,
        ),
        Column(
            "Lot",
            "In which lot",
            lambda a: a.lot.number,
            lambda a: status_tag(a.lot),
            sort="lot",
            order="lot__number",
            ways=NUMBERS,
        ),
        Column(
            "First day",
            "From which it admits",
            lambda a: a.starts_on,
            sort="from",
            order="starts_on",
            ways=DAYS,
        ),
        Column(
            "Status",
            "Who has signed",
            lambda a: a.get_status_display(),
            _signed,
            sort="status",
            order=by_steps("status", AgreementStatus.choices),
            ways=STEPS,
        ),
        Column("SHA-256", "The digest of what is signed", lambda a: a.digest, on_page=False),
    ),
)


def _memberships(user: User, query: Mapping[str, str]) -> QuerySet:
    return Membership.objects.visible_to(user)


def _suspended_from(membership: Membership) -> datetime.date | None:
    stopped = membership.is_stopped(timezone.localdate())
    return membership.suspended_from if stopped else None


def _suspended_to(membership: Membership) -> datetime.date | None:
    return membership.suspended_to if _suspended_from(membership) else None


def _standing(membership: Membership) -> SafeString:
    """The state, and each fact with its days."""
    facts = format_html_join("", "<br>{} {}", membership.facts_today)
    return format_html("{}{}", status_tag(membership.standing_today), facts)


MEMBERSHIPS = List(
    name="memberships",
    title="Memberships",
    roles=Role.with_cases(),
    rows=_memberships,
    filters=filters.Memberships,
    by="-admitted_on",
    usual="Newest first",
    facts=lambda memberships, _: memberships.with_facts(timezone.localdate()),
    columns=(
        Column("URN", "The school's number in the register", lambda m: m.school.urn, on_page=False),
        Column(
            "School",
            "Its name in the register",
            lambda m: m.school.name,
            lambda m: link("contracts:membership_detail", m.pk, str(m.school)),
            sort="school",
            order="school__name",
        ),
        Column(
            "Provider",
            "By whom it was admitted",
            lambda m: m.provider.name,
            sort="provider",
            order="provider__name",
        ),
        Column(
            "Arrangement",
            "Its arrangement",
            lambda m: m.lot.vehicle.name,
            on_page=False,
        ),
        Column(
            "Lot",
            "In which lot",
            lambda m: m.lot.number,
            lambda m: str(m.lot),
            sort="lot",
            order="lot__number",
            ways=NUMBERS,
        ),
        Column("Member since", "First day", lambda m: m.admitted_on, on_page=False),
        Column(
            "Suspended from",
            "First day of the suspension now or to come",
            _suspended_from,
            on_page=False,
        ),
        Column("Suspended to", "Last day of that, where it is known", _suspended_to, on_page=False),
        Column("Left on", "Last day, past or to come", lambda m: m.left_on, on_page=False),
        Column(
            "Status",
            "On the day of the list",
            lambda m: m.standing_today.capitalize(),
            _standing,
        ),
    ),
)


def _swept(user: User, query: Mapping[str, str]) -> QuerySet:
    """Providers with a school in a lot today, with the newest check of each."""
    return swept(Provider.objects.visible_to(user), on=timezone.localdate())


def _last_check(asked: Asked) -> Callable[[Provider], SafeString]:
    """What the list said of a provider, whether a check is due, and the way to record one."""
    due_before = timezone.localdate() - QUARTER
    may_check = permissions.can_release(asked.user)
    said = {"": "not checked", "found": "on the list"}

    def cell(provider: Provider) -> SafeString:
        on = provider.last_checked_on
        words = f"Looked up on {day(on)}, list of {day(provider.last_list_on)}"
        check = link("contracts:debarment_check", provider.pk, "Record a check")
        return format_html(
            '{}{}<br><span class="govuk-hint govuk-!-font-weight-regular">{}</span>{}',
            status_tag(said.get(provider.last_result or "", "not on the list")),
            "" if on and on >= due_before else format_html(" {}", status_tag("overdue")),
            words if on else "Never looked up",
            format_html("<br>{}", hidden_words(check, f" of {provider.name}")) if may_check else "",
        )

    return cell


DEBARMENT = List(
    name="debarment",
    title="Debarment checks",
    roles=(Role.OFFICER, Role.MANAGER, Role.AUDITOR),
    rows=_swept,
    by="name",
    caption="Providers and their last check",
    columns=(
        Column(
            "Provider",
            "A member today",
            lambda p: p.name,
            lambda p: link("contracts:provider_detail", p.pk, p.name),
            sort="name",
        ),
        Column(
            "Company number",
            "At Companies House, where given",
            lambda p: p.company_number,
            on_page=False,
        ),
        Column(
            "Last checked",
            "The day of the newest check",
            lambda p: p.last_checked_on,
            cell_for=_last_check,
            label="Result",
            sort="checked",
            order="last_checked_on",
            ways=("longest ago first", "latest first"),
        ),
        Column(
            "Day of the list", "Which list was looked at", lambda p: p.last_list_on, on_page=False
        ),
        Column("Result", "Clear or found", lambda p: p.last_result or "not checked", on_page=False),
    ),
)
