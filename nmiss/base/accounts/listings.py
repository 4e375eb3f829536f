"""The lists of people, sign-ins and proposals: what they say of each, on the page and in files."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Case, QuerySet, Value, When
from django.template.defaultfilters import capfirst
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nmiss.base.accounts import filters
from nmiss.base.accounts.models import Proposal, Role, SignInEvent, User
from nmiss.base.core.addresses import address_of
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS, STEPS, by_words
from nmiss.base.core.rows import link
from nmiss.base.core.templatetags.components import day, instant, status_tag


def _people(user: User, query: Mapping[str, str]) -> QuerySet:
    return User.objects.visible_to(user)


def _person(person: User) -> SafeString:
    return format_html(
        '{}<br><span class="govuk-!-font-weight-regular">{}</span>',
        link("accounts:person_detail", person.pk, person.name),
        person.email,
    )


STANDING = Case(  # as ``User.standing`` has it
    When(joined_at=None, then=Value(0)), When(is_active=True, then=Value(1)), default=Value(2)
)
PEOPLE = List(
    name="people",
    title="People",
    caption="People",
    roles=(Role.ADMINISTRATOR, Role.AUDITOR),
    rows=_people,
    filters=filters.People,
    by="name",
    columns=(
        Column("Name", "As they are called here", lambda p: p.name, _person, sort="name"),
        Column("Email address", "With which they sign in", lambda p: p.email, on_page=False),
        Column(
            "Role",
            "The work that the person may do",
            lambda p: p.get_role_display(),
            sort="role",
            order=by_words("role", Role.choices),
        ),
        Column(
            "State",
            "Invited, active or closed",
            lambda p: p.standing,
            lambda p: status_tag(p.standing),
            sort="state",
            order=STANDING,
            ways=STEPS,
        ),
        Column(
            "Last sign-in",
            "When, in London",
            lambda p: p.last_login,
            lambda p: day(p.last_login) or "Never",
            sort="last_login",
            ways=DAYS,
        ),
    ),
)


def _sign_ins(user: User, query: Mapping[str, str]) -> QuerySet:
    return SignInEvent.objects.visible_to(user)


def _who(event: SignInEvent) -> SafeString | str:
    if not event.user_number:
        return event.user_name
    words = link("accounts:person_detail", event.user_number, event.user_name)
    return format_html("{} ({})", words, event.user_number)


def _happened(event: SignInEvent) -> SafeString | str:
    words = event.get_happened_display()
    if not event.how:
        return words
    hint = '{}<br><span class="govuk-hint govuk-!-font-size-16">{}</span>'
    return format_html(hint, words, capfirst(event.how))


def _whence(event: SignInEvent) -> SafeString | str:
    browser = event.browser or "Not from a browser"
    if not event.address:
        return browser
    return format_html('{}<br><span class="nmiss-breakable">{}</span>', browser, event.address)


SIGN_INS = List(
    name="sign-ins",
    title="Sign-ins",
    caption="Sign-ins",
    roles=(Role.ADMINISTRATOR,),
    rows=_sign_ins,
    filters=filters.SignIns,
    by="-at",
    columns=(
        Column(
            "When",
            "In London",
            lambda e: e.at,
            sort="at",
            ways=DAYS,
            css="govuk-!-font-weight-regular",
        ),
        Column("Number", "The person's, for good", lambda e: e.user_number, on_page=False),
        Column("Name", "As they were called then", lambda e: e.user_name, _who, label="Who"),
        Column("Event", "At the door", lambda e: e.get_happened_display(), _happened),
        Column("How", "By which means, or why", lambda e: e.how, on_page=False),
        Column("Address", "From which network address", lambda e: e.address, _whence, label="From"),
        Column("Browser", "As it calls itself", lambda e: e.browser, on_page=False),
    ),
)


PROPOSALS_READ_BY = (
    *(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.ADMINISTRATOR),
    *(Role.AUDITOR, Role.PROVIDER),
)


def _proposals(user: User, query: Mapping[str, str]) -> QuerySet:
    return Proposal.objects.visible_to(user).with_people().oldest_first()


def _proposal(proposal: Proposal) -> SafeString:
    return format_html(
        '<a class="govuk-link nmiss-breakable" href="{}">{}</a>',
        address_of("accounts:proposal_detail", proposal.pk),
        capfirst(proposal.asks),
    )


def _state(proposal: Proposal) -> SafeString:
    tag = status_tag(proposal.standing)
    if not proposal.decided_by:
        return tag
    who = str(proposal.decided_by)
    if proposal.decided_for:
        who = f"{who} for {proposal.decided_for}"
    return format_html("{}<br>{}, {}", tag, who, instant(proposal.decided_at))


PROPOSALS = List(
    name="proposals",
    title="Proposals",
    roles=PROPOSALS_READ_BY,
    rows=_proposals,
    columns=(
        Column("Proposal", "The change proposed", lambda p: p.asks, _proposal),
        Column("Reason", "As whoever proposed it gave it", lambda p: p.reason, on_page=False),
        Column(
            "Proposed by",
            "Name and number",
            lambda p: p.proposed_by.on_record,
            lambda p: f"{p.proposed_by}, {instant(p.proposed_at)}",
        ),
        Column("Proposed at", "In London", lambda p: p.proposed_at, on_page=False),
        Column("State", "Waiting, agreed, declined or withdrawn", lambda p: p.standing, _state),
        Column(
            "Decided by",
            "Name and number",
            lambda p: p.decided_by.on_record if p.decided_by else "",
            on_page=False,
        ),
        Column(
            "Decided for",
            "Who was away, where a deputy decided",
            lambda p: p.decided_for.on_record if p.decided_for else "",
            on_page=False,
        ),
        Column("Decided at", "In London", lambda p: p.decided_at, on_page=False),
        Column(
            "Reason for declining",
            "Where it was declined",
            lambda p: p.declined_because,
            on_page=False,
        ),
    ),
)
