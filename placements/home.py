"""What placements bring to the landing pages: children, places, what they cost, our schools."""

from __future__ import annotations

import datetime

from django.core.cache import cache
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.landing import (
    MOST,
    SOON,
    BoardPart,
    Figure,
    Shortcut,
    Task,
    activity,
    figures,
    lead,
    parts,
    shortcuts,
    tasks,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu, search
from nmiss.base.core.days import financial_year, financial_year_of
from nmiss.base.core.templatetags.components import percent, pounds, whole
from placements.models import (
    Case,
    CaseStatus,
    Consultation,
    EndReason,
    Look,
    Placement,
    PriceLine,
    Urgency,
)
from placements.reports import DpsStatus, Window, dps_status
from providers.models import EstablishmentStatus, Provider, School

LATELY = datetime.timedelta(days=60)
# Endings after which the council need not look for another place.
SETTLED = (EndReason.PLANNED_TRANSFER, EndReason.MOVED_AWAY)
A_WEEK = datetime.timedelta(days=7)
KEPT_FOR = 5 * 60
COMMISSIONING = (Role.OFFICER, Role.MANAGER)

menu("placements:school_list", "Schools", *COMMISSIONING, Role.FINANCE, Role.AUDITOR, weight=20)
menu("placements:school_list", "Find a school", Role.PLACEMENTS, weight=20)
menu("placements:school_list", "Our schools", Role.PROVIDER, weight=20)
menu("placements:case_list", "Cases", Role.PLACEMENTS, weight=10)
menu("placements:consultation_list", "Consultations", Role.PLACEMENTS, weight=15)
menu(
    "placements:child_list",
    "Children",
    *COMMISSIONING,
    Role.PLACEMENTS,
    Role.AUDITOR,
    Role.PROVIDER,
    weight=50,
)
menu(
    "placements:report_list",
    "Reports",
    *COMMISSIONING,
    Role.PLACEMENTS,
    Role.FINANCE,
    Role.AUDITOR,
    weight=60,
)
search("placements:search", *Role.with_cases())
lead(Role.PLACEMENTS, words="Children and their placements.")
lead(Role.FINANCE, words="Fees and spend.")
lead(Role.PROVIDER, words="Your schools, and the children we have placed there.")
activity(
    *COMMISSIONING,
    Role.PLACEMENTS,
    Role.FINANCE,
    of=Q(verb__in=("import_placements", "import_school_links")),
)


@tasks(Role.PLACEMENTS, weight=40)
def schools_with_children_that_close(user: User, today: datetime.date) -> list[Task]:
    """Schools that the register calls closed, or closing, where children are placed today.

    A school is off the list once a case is open for each child there: it is a task of its own.
    """
    looked_for = Case.objects.open().filter(child=OuterRef("child"))
    placed = Placement.objects.on(today).filter(~Exists(looked_for), school=OuterRef("pk"))
    placed = placed.order_by()
    number = placed.values("school").annotate(number=Count("pk")).values("number")
    schools = (
        School.objects.visible_to(user)
        .closed_or_closing()
        .filter(Exists(placed))
        .annotate(children=Subquery(number))
        .by_name()[:MOST]
    )
    return [
        Task(
            f"Open a case for {_children(school.children)} placed at {school} "
            + ("(closed)" if school.status == EstablishmentStatus.CLOSED else "(to close)"),
            f"{reverse('placements:child_list')}?school={school.urn}",
            school.closed_on,
        )
        for school in schools
    ]


@tasks(*COMMISSIONING, weight=41)
def call_offs_outside_the_dps(user: User, today: datetime.date) -> list[Task]:
    """Schools where children are placed by call-off though the school was in no lot then."""
    outside = Placement.objects.visible_to(user).on(today).call_offs_outside_the_dps()
    # Two queries: in one, PostgreSQL expects many of them and reads every school.
    children = dict(outside.order_by().values_list("school").annotate(Count("pk")))
    schools = School.objects.visible_to(user).filter(pk__in=children).by_name()[:MOST]
    return [
        Task(
            f"Check {_children(children[school.pk])} placed at {school}: recorded as call-off, "
            "but the school was not on the DPS when the placement started",
            reverse("placements:school_detail", args=[school.urn]),
        )
        for school in schools
    ]


@tasks(Role.PLACEMENTS, weight=5)
def cases_without_a_place(user: User, today: datetime.date) -> list[Task]:
    """Open cases of children who have no place yet, those whose start is nearest first."""
    looking = Case.objects.visible_to(user).open().with_facts().filter(status=CaseStatus.LOOKING)
    return [
        Task(
            f"Find a school: {case.child}"
            + (" (urgent)" if case.urgency == Urgency.URGENT else ""),
            reverse("placements:case_schools", args=[case.pk]),
            case.wanted_on,
        )
        for case in looking.soonest_first()[:MOST]
    ]


@shortcuts(*COMMISSIONING, Role.AUDITOR, weight=12)
def cases(user: User, today: datetime.date) -> list[Shortcut]:
    return [
        Shortcut("Cases", reverse("placements:case_list")),
        Shortcut("Consultations", reverse("placements:consultation_list")),
        Shortcut("Phase transfers", reverse("placements:phase_transfer_list")),
    ]


@shortcuts(Role.PLACEMENTS, weight=12)
def transfers(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Phase transfers", reverse("placements:phase_transfer_list"))]


@shortcuts(Role.PROVIDER, weight=12)
def consultations(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Consultations", reverse("placements:consultation_list"))]


@tasks(Role.PROVIDER, weight=3)
def consultations_to_answer(user: User, today: datetime.date) -> list[Task]:
    """Consultations of one's schools that wait for a reply, but for those a colleague holds."""
    waiting = Consultation.objects.visible_to(user).unanswered().not_with_a_colleague_of(user)
    return [
        Task(
            f"Reply to consultation {each.pk}: {each.school}",
            reverse("placements:consultation_detail", args=[each.pk]),
            each.due_on,
        )
        for each in waiting.select_related("school").by_due()[:MOST]
    ]


@tasks(Role.PLACEMENTS, weight=3)
def replies_to_decide_on(user: User, today: datetime.date) -> list[Task]:
    """Offers in hand, and consultations whose time is over without a reply."""
    seen = Consultation.objects.visible_to(user).of_cases_without_a_place().with_facts()
    overdue = seen.unanswered().filter(due_on__lte=today)
    offered = seen.open().offered()
    return [
        *(
            Task(
                f"Decide on the offer of {each.school}: {each.case.child}",
                reverse("placements:consultation_detail", args=[each.pk]),
            )
            for each in offered.by_due()[:MOST]
        ),
        *(
            Task(
                f"Decide without a reply of {each.school}: {each.case.child}",
                reverse("placements:consultation_detail", args=[each.pk]),
                each.due_on,
            )
            for each in overdue.by_due()[:MOST]
        ),
    ]


@tasks(Role.PLACEMENTS, weight=42)
def children_without_a_place(user: User, today: datetime.date) -> list[Task]:
    """Children whose place ended lately, not as planned, and who have no place now or to come."""
    ended = _without_a_next(user, today).filter(ended_on__lt=today, ended_on__gte=today - LATELY)
    return [
        Task(
            f"Find a school: {placement.child.reference} (placement at {placement.school} ended)",
            reverse("placements:child_detail", args=[placement.child.reference]),
            placement.ended_on,
        )
        for placement in ended.exclude(end_reason__in=SETTLED)[:MOST]
    ]


@tasks(Role.PLACEMENTS, weight=43)
def places_that_end_soon(user: User, today: datetime.date) -> list[Task]:
    """Places with a last day in the next 30 days and nothing after it."""
    ending = _without_a_next(user, today).filter(ended_on__gte=today, ended_on__lte=today + SOON)
    return [
        Task(
            f"Plan the next placement: {placement.child.reference} ({placement.school})",
            reverse("placements:child_detail", args=[placement.child.reference]),
            placement.ended_on,
        )
        for placement in ending[:MOST]
    ]


def _without_a_next(user: User, today: datetime.date) -> QuerySet[Placement]:
    later = Placement.objects.filter(child=OuterRef("child"), starts_on__gt=OuterRef("ended_on"))
    looked_for = Case.objects.open().filter(child=OuterRef("child"))  # a task of its own
    return (
        Placement.objects.visible_to(user)
        .filter(~Exists(later), ~Exists(looked_for))
        .select_related("child", "school")
        .order_by("ended_on", "pk")
    )


@tasks(Role.FINANCE, weight=44)
def places_without_a_fee(user: User, today: datetime.date) -> list[Task]:
    """Children placed today for nothing: the fee is yet to be agreed or was not recorded."""
    priced = PriceLine.objects.that_count().on(today).filter(cost_a_year__gt=0)
    free = Placement.objects.visible_to(user).on(today).filter(annual_fee=0)
    in_a_block = Q(block__starts_on__lte=today, block__ends_on__gte=today)
    free = free.exclude(in_a_block).filter(~Exists(priced.filter(placement=OuterRef("pk"))))
    return [
        Task(
            f"Enter a price: {placement.reference} at {placement.school} (£0 now)",
            reverse("placements:placement_prices", args=[placement.reference]),
            placement.starts_on,
        )
        for placement in free.select_related("school").order_by("starts_on", "pk")[:MOST]
    ]


def _children(count: int) -> str:
    return "1 child" if count == 1 else f"{count} children"


@figures(*COMMISSIONING, Role.PLACEMENTS, weight=20)
def places_today(user: User, today: datetime.date) -> list[Figure]:
    year = financial_year_of(today)
    status = _status(user, Window(today, today, year))
    link = f"{reverse('placements:dps_status')}?from={today}&to={today}&financial_year={year}"
    return [
        Figure("children placed", whole(status.total.placements), link),
        Figure("at DPS schools", percent(status.dps.placements_percent), link),
        Figure("schools where we have placed children", whole(status.total.schools), link),
    ]


@figures(Role.FINANCE, weight=20)
def spend_of_the_year(user: User, today: datetime.date) -> list[Figure]:
    year = financial_year_of(today)
    first, last = financial_year(year)
    status = _status(user, Window(first, last, year))
    link = f"{reverse('placements:dps_status')}?from={first}&to={last}&financial_year={year}"
    average = pounds(status.total.average_cost or 0)
    return [
        Figure(f"Gross forecast spend {year} to {year + 1}", pounds(status.total.spend), link),
        Figure("spend at DPS schools", pounds(status.dps.spend), link),
        Figure("average for each child, part-years included", average, link),
    ]


def _status(user: User, window: Window) -> DpsStatus:
    """The table for a window, at most five minutes old: it reads every child of the county.

    Everybody who meets it here sees every case, so one answer serves them all.
    """
    return cache.get_or_set(f"home-{window.query}", lambda: dps_status(window, by=user), KEPT_FOR)


@figures(Role.AUDITOR, weight=20)
def views_of_children(user: User, today: datetime.date) -> list[Figure]:
    looks = Look.objects.filter(looked_at__gte=timezone.now() - A_WEEK)
    with_identity = looks.filter(with_identity=True)
    return [
        Figure("views of children’s records in 7 days", whole(looks.count())),
        Figure("including identity", whole(with_identity.count())),
    ]


@figures(Role.PROVIDER, weight=20)
def children_with_a_provider(user: User, today: datetime.date) -> list[Figure]:
    schools = School.objects.visible_to(user).filter(provider__in=Provider.objects.visible_to(user))
    placed = Placement.objects.visible_to(user).on(today)
    ours = reverse("placements:school_list") + "?status=any"
    return [
        Figure("schools", whole(schools.count()), ours),
        Figure("children placed with you", whole(placed.count()), reverse("placements:child_list")),
    ]


@parts(Role.PROVIDER, weight=20)
def own_schools(user: User, today: datetime.date) -> list[BoardPart]:
    providers = Provider.objects.visible_to(user).prefetch_related("schools").by_name()
    return [BoardPart("placements/_own_schools.html", {"providers": list(providers)})]
