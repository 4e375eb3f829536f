"""The lists of a provider's people and of vacancies, on the page and in files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS, NUMBERS, by_words
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import day, status_tag
from providers import filters
from providers.models import (
    ProviderInvitation,
    ProviderMember,
    ProviderRole,
    School,
    VacancyRules,
    with_vacancies,
)
from providers.models.vacancy import standing_of


def _people(user: User, query: Mapping[str, str]) -> QuerySet:
    return ProviderMember.objects.visible_to(user).select_related("user", "provider")


def _person(row: ProviderMember | ProviderInvitation) -> User | ProviderInvitation:
    """Who is meant: a page has the people, and below them whoever is invited."""
    return row.user if isinstance(row, ProviderMember) else row


def _name(row: ProviderMember | ProviderInvitation) -> SafeString:
    person = _person(row)
    html = '{}<br><span class="govuk-!-font-weight-regular">{}</span>'
    return format_html(html, person.name, person.email)


def _last_sign_in(row: ProviderMember | ProviderInvitation) -> str:
    if isinstance(row, ProviderMember):
        return day(row.user.last_login) or "Never"
    return "Not yet"


def _can_do(asked: Asked) -> Callable[[Any], SafeString] | None:
    """What this person may do with each; None where that is nothing."""
    if not (asked.known.get("may_invite") or asked.known.get("may_vouch")):
        return None

    def cell(row: ProviderMember | ProviderInvitation) -> SafeString:
        kind = "member" if isinstance(row, ProviderMember) else "invitation"
        return render_to_string("providers/_can_do.html", {**asked.known, kind: row})

    return cell


PROVIDER_PEOPLE = List(
    name="provider-people",
    title="People of providers",
    caption="People",
    roles=(*Role.with_cases(), Role.PROVIDER),
    rows=_people,
    filters=filters.ProviderPeople,
    by="user__name",
    is_whole=True,
    columns=(
        Column("Provider", "For whom they may act", lambda m: m.provider.name, on_page=False),
        Column(
            "Name",
            "As they are called here",
            lambda m: m.user.name,
            _name,
            sort="name",
            order="user__name",
        ),
        Column("Email address", "With which they sign in", lambda m: m.user.email, on_page=False),
        Column(
            "May act as",
            "Owner, editor or viewer",
            lambda m: m.get_role_display(),
            sort="role",
            order=by_words("role", ProviderRole.choices),
        ),
        Column(
            "State",
            "Invited, active or closed",
            lambda m: m.user.standing,
            lambda row: status_tag(_person(row).standing),
        ),
        Column(
            "Last sign-in",
            "When, in London",
            lambda m: m.user.last_login,
            _last_sign_in,
            sort="last_login",
            order="user__last_login",
            ways=DAYS,
        ),
        Column("Actions", cell_for=_can_do),
    ),
)


def _reporting(user: User, query: Mapping[str, str]) -> QuerySet:
    """Schools that a provider runs: nobody else can report."""
    schools = School.objects.visible_to(user).not_closed().exclude(provider=None)
    return with_vacancies(schools)


def _standings(schools: Sequence[School], asked: Asked) -> Sequence[School]:
    today = timezone.localdate()
    rules = VacancyRules.objects.in_force(today)
    for school in schools:
        reported_on = school.reported_at and timezone.localdate(school.reported_at)
        school.figures = standing_of(reported_on, rules, today)
    return schools


def _places(name: str, heading: str, means: str) -> Column:
    """A number of places, over all years, needs and provisions of a school."""
    of = attrgetter(f"{name}_places")
    return Column(heading, means, of, sort=name, order=f"{name}_places", ways=NUMBERS, css=NUMERIC)


VACANCIES = List(
    name="vacancies",
    title="Vacancies",
    roles=(*Role.with_cases(), Role.PROVIDER),
    rows=_reporting,
    filters=filters.Vacancies,
    by="name",
    work_out=_standings,
    columns=(
        Column(
            "URN",
            "The school's number in the national register (GIAS)",
            lambda s: s.urn,
            on_page=False,
        ),
        Column(
            "School",
            "Its name in the register",
            lambda s: s.name,
            lambda s: link("providers:vacancy_detail", s.urn, str(s)),
            sort="name",
        ),
        Column(
            "As at",
            "When the school last reported, in London",
            lambda s: s.reported_at,
            lambda s: day(s.reported_at) or "Never",
            sort="reported",
            order="reported_at",
            ways=DAYS,
        ),
        Column(
            "Figures",
            "Up to date, out of date, or too old to count in matching",
            lambda s: s.figures,
            lambda s: status_tag(s.figures),
        ),
        *(
            _places(name, heading, means)
            for name, heading, means in (
                ("planned", "Places in all", "Registered or planned, by its last report"),
                ("occupied", "Occupied", "With a child in them, by its last report"),
                ("reserved", "Reserved", "Kept for a child who is to come, by its last report"),
                ("free", "Free places", "Free and open to new children, by its last report"),
            )
        ),
    ),
)
