"""What each role meets first: what needs it today, a few figures, and what happened lately.

Everything here is asked of the database at the moment of looking; nothing is kept.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from django.core.cache import cache
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from nmiss.across.home import (
    needs,
    needs_of_applying,
    needs_of_files,
    needs_of_joining,
    needs_of_people,
    needs_of_rounds,
)
from nmiss.across.home.needs import Need
from nmiss.across.home.needs_of_evaluating import needs_of_evaluating
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.days import financial_year, financial_year_of
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.pages import tally
from nmiss.base.core.templatetags.components import percent, pounds, whole
from placements.models import Look, Placement
from placements.reports import DpsStatus, Window, dps_status
from providers.models import Provider

LATELY = datetime.timedelta(days=7)
KEPT_FOR = 5 * 60
IMPORTED = Q(
    verb__in=("import_schools", "import_school_links", "import_members", "import_placements")
)
PLACED = Q(verb__in=("import_placements", "import_school_links"))
_OF_PEOPLE = (
    *("invite", "accept_invitation", "close", "reopen", "take_on", "let_go"),
    *("propose", "agree_to"),
)
PEOPLE = Q(verb__in=_OF_PEOPLE) & ~Q(target_type__startswith="contracts.")
_OF_PURCHASING = (
    *("open", "close", "extend", "publish_document", "record_notice", "receive", "withdraw"),
    *("evaluate_now", "recommend", "approve", "send_back", "release", "offer", "decline", "sign"),
    *("countersign", "admit", "suspend", "reinstate", "remove", "exit", "renew", "ask"),
)
PURCHASED = Q(verb__in=_OF_PURCHASING, target_type__startswith="contracts.")


@dataclass(frozen=True)
class Figure:
    """A number worth knowing, in words and as it is printed, and where it comes from."""

    words: str
    shown: str
    link: str = ""


@dataclass(frozen=True)
class Board:
    """A landing page. ``nothing`` says what would stand under "Needs you" if something did."""

    lead: str
    nothing: str
    needs: list[Need] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    events: list[AuditEvent] = field(default_factory=list)
    providers: list[Provider] = field(default_factory=list)
    ways: list[tuple[str, str]] = field(default_factory=list)


def board_of(user: User, *, today: datetime.date) -> Board:
    """The landing page of this person's role."""
    return _BOARDS[user.role](user, today)


def _commissioning(user: User, today: datetime.date) -> Board:
    return Board(
        lead="The schools of the dynamic purchasing system (DPS), and what is bought from them.",
        nothing="Schools that close with children in them, call-offs outside the DPS, imports that "
        "wait for you, and applications that wait for you or whose time runs out would appear "
        "here.",
        needs=needs.in_order(
            needs_of_people.of_commissioning(user)
            + needs.imports_that_wait(user)
            + needs_of_files.files_that_are_not_checked(reverse("imports:import_list"))
            + needs.schools_with_children_that_close(user, today)
            + needs.call_offs_outside_the_dps(user, today)
            + needs_of_rounds.applications_that_would_go_red(user, today)
            + needs_of_rounds.proposals_to_agree(user, today)
            + needs_of_rounds.rounds_without_a_scheme(user, today)
            + needs_of_rounds.award_notices(user, today)
            + needs_of_applying.of_commissioning(user, today)
            + needs_of_evaluating(user, today)
            + needs_of_joining.of_commissioning(user, today)
        ),
        figures=_places(user, today),
        ways=[
            ("Imports of schools, members and placements", reverse("imports:import_list")),
            *needs_of_people.ways_for(user),
        ],
        events=_events(user, IMPORTED | PURCHASED),
    )


def _placements(user: User, today: datetime.date) -> Board:
    return Board(
        lead="Children and their places.",
        nothing="Children whose place has ended, or ends within 30 days, with none to follow "
        "would appear here.",
        needs=needs.in_order(
            needs.schools_with_children_that_close(user, today)
            + needs.children_without_a_place(user, today)
            + needs.places_that_end_soon(user, today)
            + needs_of_joining.schools_that_leave(user, today)
        ),
        figures=_places(user, today),
        events=_events(user, PLACED),
    )


def _finance(user: User, today: datetime.date) -> Board:
    year = financial_year_of(today)
    status = _status(user, Window(*financial_year(year), year))
    report = reverse("placements:dps_status")
    first, last = financial_year(year)
    link = f"{report}?from={first}&to={last}&financial_year={year}"
    spend = f"Gross forecast spend {year} to {year + 1}"
    return Board(
        lead="What places cost.",
        nothing="Places without a fee would appear here.",
        needs=needs.in_order(needs.places_without_a_fee(user, today)),
        figures=[
            Figure(spend, pounds(status.total.spend), link),
            Figure("of that at schools on the DPS", pounds(status.dps.spend), link),
            Figure(
                "average for each child, part-years included",
                pounds(status.total.average_cost or 0),
                link,
            ),
        ],
        events=_events(user, PLACED),
    )


def _auditor(user: User, today: datetime.date) -> Board:
    since = timezone.now() - LATELY
    looks = Look.objects.filter(looked_at__gte=since)
    audit = reverse("home:audit_list")
    return Board(
        lead="Everything, to read.",
        nothing="Nothing is asked of an auditor here.",
        ways=[
            ("Providers, their schools and documents", reverse("contracts:provider_list")),
            ("Evidence requests", reverse("contracts:evidence_requests")),
            ("People who may sign in", reverse("accounts:person_list")),
            ("Proposals", reverse("accounts:proposal_list")),
        ],
        figures=[
            Figure("events on record", str(tally(AuditEvent.objects.visible_to(user))), audit),
            Figure("looks at children's pages in 7 days", whole(looks.count())),
            Figure("of them with the identity", whole(looks.filter(with_identity=True).count())),
        ],
        events=_events(user, Q()),
    )


def _administrator(user: User, today: datetime.date) -> Board:
    people = User.objects
    link = reverse("accounts:person_list")
    return Board(
        lead="The people who may sign in.",
        nothing="Invitations that ran out, email that cannot leave and files that are not checked "
        "would appear here.",
        needs=needs_of_people.proposals_to_decide(user)
        + needs.messages_that_cannot_leave()
        + needs_of_files.files_that_are_not_checked(reverse("home:audit_list"))
        + needs.people_who_have_not_joined(),
        figures=[
            Figure("people may sign in", whole(people.filter(is_active=True).count()), link),
            Figure("are invited", whole(people.filter(joined_at=None).count()), link),
        ],
        ways=[("Proposals", reverse("accounts:proposal_list"))],
        events=_events(user, PEOPLE),
    )


def _provider(user: User, today: datetime.date) -> Board:
    placed = Placement.objects.visible_to(user).on(today)
    children = reverse("placements:child_list")
    providers = list(Provider.objects.visible_to(user).prefetch_related("schools").by_name())
    schools = sum(len(provider.schools.all()) for provider in providers)
    return Board(
        lead="Your schools and the children we have placed with you.",
        nothing="Places at your schools that end within 30 days would appear here.",
        needs=needs.in_order(
            needs_of_people.invitations_to_answer(user)
            + needs.schools_with_children_that_close(user, today)
            + needs.places_that_end_soon(user, today)
            + needs_of_applying.of_applicant(user, today)
            + needs_of_joining.of_member(user, today)
        ),
        figures=[
            Figure("schools", whole(schools), reverse("placements:school_list") + "?status=any"),
            Figure("children placed with you", whole(placed.count()), children),
        ],
        ways=[
            ("Our memberships and agreements", reverse("contracts:our_memberships")),
            ("Tenders, their documents and rounds", reverse("contracts:tender_list")),
        ],
        providers=providers,
    )


def _status(user: User, window: Window) -> DpsStatus:
    """The table for a window, at most five minutes old: it reads every child of the county.

    Everybody who meets it here sees every case, so one answer serves them all.
    """
    return cache.get_or_set(f"home-{window.query}", lambda: dps_status(window, by=user), KEPT_FOR)


def _places(user: User, today: datetime.date) -> list[Figure]:
    year = financial_year_of(today)
    status = _status(user, Window(today, today, year))
    link = f"{reverse('placements:dps_status')}?from={today}&to={today}&financial_year={year}"
    return [
        Figure("children placed", whole(status.total.placements), link),
        Figure("of them at schools on the DPS", percent(status.dps.placements_percent), link),
        Figure("schools with a child of ours", whole(status.total.schools), link),
    ]


def _events(user: User, which: Q) -> list[AuditEvent]:
    return list(AuditEvent.objects.visible_to(user).filter(which).newest_first()[:8])


_BOARDS = {
    Role.OFFICER: _commissioning,
    Role.MANAGER: _commissioning,
    Role.PLACEMENTS: _placements,
    Role.FINANCE: _finance,
    Role.AUDITOR: _auditor,
    Role.ADMINISTRATOR: _administrator,
    Role.PROVIDER: _provider,
}
