"""What placements bring to the landing pages: children, places, what they cost, our schools."""

from __future__ import annotations

import datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from nmiss.base.accounts.landing import (
    SOON,
    Shortcut,
    Task,
    Waiting,
    activity,
    each_of,
    lead,
    shortcuts,
    tasks,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu, search
from nmiss.base.core.kept_emails import lead_back
from placements import home_figures  # noqa: F401 - brings the figures
from placements.models import (
    Case,
    CaseStatus,
    Consultation,
    EndReason,
    Placement,
    PriceLine,
    TribunalAppeal,
    Urgency,
)
from placements.new_inspections import unread_by, unread_by_commissioning
from providers.models import EstablishmentStatus, School

lead_back(
    {
        "placements.consultation": "placements:consultation_detail",
    }
)

_SCHOOL = tuple(f"school__{name}" for name in School.LABEL)
LATELY = datetime.timedelta(days=60)
# Endings after which the council need not look for another place.
SETTLED = (EndReason.PLANNED_TRANSFER, EndReason.MOVED_AWAY)
NOTICES = (EndReason.NOTICE_BY_SCHOOL, EndReason.NOTICE_BY_AUTHORITY)
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
def schools_with_children_that_close(user: User, today: datetime.date) -> list[Waiting]:
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
        .order_by("closed_on", "name", "pk")
    )
    return [
        each_of(
            schools,
            *("children", "status", "closed_on", *School.LABEL),
            task=lambda school: Task(
                f"Open a case for {_children(school.children)} placed at {school} "
                + ("(closed)" if school.status == EstablishmentStatus.CLOSED else "(to close)"),
                f"{reverse('placements:child_list')}?school={school.urn}",
                school.closed_on,
            ),
        )
    ]


@tasks(*COMMISSIONING, weight=41)
def call_offs_outside_the_dps(user: User, today: datetime.date) -> list[Waiting]:
    """Schools where children are placed by call-off though the school was in no lot then."""
    outside = Placement.objects.visible_to(user).on(today).call_offs_outside_the_dps()
    # From the places on: from the schools on, PostgreSQL expects many and reads every one.
    there = outside.order_by().filter(school=OuterRef("school"))
    number = there.values("school").annotate(number=Count("pk")).values("number")
    first_ones = outside.filter(~Exists(there.filter(pk__lt=OuterRef("pk"))))
    return [
        each_of(
            first_ones.annotate(children=Subquery(number)).order_by("school__name", "pk"),
            *("children", *_SCHOOL),
            task=lambda place: Task(
                f"Check {_children(place.children)} placed at {place.school}: recorded as "
                "call-off, but the school was not on the DPS when the placement started",
                reverse("placements:school_detail", args=[place.school.urn]),
            ),
            many="schools with call-offs outside the DPS",
            all_at=reverse("placements:school_list"),
        )
    ]


def _to_read(rows: QuerySet) -> Waiting:
    return each_of(
        rows,
        *("inspected_on", "outcome", *_SCHOOL),
        task=lambda each: Task(
            f"Read the inspection of {each.school}: {each.outcome_in_words.lower()}",
            reverse("providers:inspection_detail", args=[each.pk]),
        ),
        many="new inspections to read",
        all_at=reverse("providers:inspection_list"),
    )


@tasks(*COMMISSIONING, weight=42)
def inspections_of_schools(user: User, today: datetime.date) -> list[Waiting]:
    """New inspections that no officer or manager has read."""
    return [_to_read(unread_by_commissioning(today))]


@tasks(Role.PLACEMENTS, weight=42)
def inspections_where_children_are(user: User, today: datetime.date) -> list[Waiting]:
    """New inspections of schools where this person placed children."""
    return [_to_read(unread_by(user, today))]


@tasks(Role.PLACEMENTS, weight=5)
def cases_without_a_place(user: User, today: datetime.date) -> list[Waiting]:
    """Open cases of children who have no place yet, those whose start is nearest first."""
    looking = Case.objects.visible_to(user).open().with_facts().filter(status=CaseStatus.LOOKING)
    return [
        each_of(
            looking.soonest_first(),
            *("child__reference", "urgency", "wanted_on"),
            task=lambda case: Task(
                f"Find a school: {case.child}"
                + (" (urgent)" if case.urgency == Urgency.URGENT else ""),
                reverse("placements:case_schools", args=[case.pk]),
                case.wanted_on,
            ),
            many="cases without a school",
            all_at=reverse("placements:case_list"),
        )
    ]


@tasks(Role.PLACEMENTS, weight=5)
def plans_and_appeals(user: User, today: datetime.date) -> list[Waiting]:
    """Draft plans that wait for representations, hearings to come, and orders to record."""
    drafts = Case.objects.visible_to(user).open().awaiting_representations()
    appeals = TribunalAppeal.objects.visible_to(user).open()
    soon = appeals.filter(Q(hearing_on=None) | Q(hearing_on__lte=today + SOON))
    return [
        each_of(
            drafts.order_by("draft_plan_on", "pk"),
            *("child__reference", "draft_plan_on"),
            task=lambda case: Task(
                f"Check parents’ representations: {case.child}",
                reverse("placements:case_detail", args=[case.pk]),
                case.represent_by,
            ),
            many="draft plans with parents",
            all_at=reverse("placements:case_list"),
        ),
        each_of(
            soon.order_by(F("hearing_on").asc(nulls_last=True), "pk"),
            *("case__child__reference", "hearing_on"),
            task=lambda appeal: Task(
                f"{_step_of(appeal, today)}: {appeal.case.child}",
                reverse("placements:appeal_change", args=[appeal.pk]),
                appeal.hearing_on,
            ),
            many="tribunal appeals",
            all_at=reverse("placements:case_list"),
        ),
    ]


def _step_of(appeal: TribunalAppeal, today: datetime.date) -> str:
    if appeal.hearing_on is None:
        return "Enter the date of the tribunal hearing"
    if appeal.hearing_on < today:
        return "Record the tribunal’s order"
    return "Prepare the tribunal hearing"


@shortcuts(*COMMISSIONING, Role.AUDITOR, weight=12)
def cases(user: User, today: datetime.date) -> list[Shortcut]:
    return [
        Shortcut("Cases", reverse("placements:case_list")),
        Shortcut("Consultations", reverse("placements:consultation_list")),
        Shortcut("Phase transfers", reverse("placements:phase_transfer_list")),
        Shortcut("Schools that leave or close", reverse("placements:children_at_risk")),
    ]


@shortcuts(Role.PLACEMENTS, weight=12)
def transfers(user: User, today: datetime.date) -> list[Shortcut]:
    return [
        Shortcut("Phase transfers", reverse("placements:phase_transfer_list")),
        Shortcut("Schools that leave or close", reverse("placements:children_at_risk")),
    ]


@shortcuts(Role.PROVIDER, weight=12)
def consultations(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Consultations", reverse("placements:consultation_list"))]


@tasks(Role.PROVIDER, weight=3)
def consultations_to_answer(user: User, today: datetime.date) -> list[Waiting]:
    """Consultations of one's schools that wait for a reply, but for those a colleague holds."""
    waiting = Consultation.objects.visible_to(user).unanswered().not_with_a_colleague_of(user)
    return [
        each_of(
            waiting.by_due(),
            *("due_on", *_SCHOOL),
            task=lambda each: Task(
                f"Reply to consultation {each.pk}: {each.school}",
                reverse("placements:consultation_detail", args=[each.pk]),
                each.due_on,
            ),
            many="consultations to reply to",
            all_at=reverse("placements:consultation_list"),
        )
    ]


@tasks(Role.PLACEMENTS, weight=3)
def replies_to_decide_on(user: User, today: datetime.date) -> list[Waiting]:
    """Offers in hand, and consultations whose time is over without a reply."""
    seen = Consultation.objects.visible_to(user).of_cases_without_a_place().with_facts()
    facts = ("due_on", "case__child__reference", *_SCHOOL)
    page = reverse("placements:consultation_list")
    overdue = seen.unanswered().filter(due_on__lte=today)
    offered = seen.open().offered()
    return [
        each_of(
            offered.by_due(),
            *facts,
            task=lambda each: Task(
                f"Decide on the offer of {each.school}: {each.case.child}",
                reverse("placements:consultation_detail", args=[each.pk]),
            ),
            many="offers to decide on",
            all_at=page,
        ),
        each_of(
            overdue.by_due(),
            *facts,
            task=lambda each: Task(
                f"Decide without a reply of {each.school}: {each.case.child}",
                reverse("placements:consultation_detail", args=[each.pk]),
                each.due_on,
            ),
            many="consultations without a reply",
            all_at=page,
        ),
    ]


@tasks(Role.PLACEMENTS, weight=42)
def children_without_a_place(user: User, today: datetime.date) -> list[Waiting]:
    """Children whose place ended lately, not as planned, and who have no place now or to come."""
    ended = _without_a_next(user, today).filter(ended_on__lt=today, ended_on__gte=today - LATELY)
    return [
        each_of(
            ended.exclude(end_reason__in=SETTLED),
            *("ended_on", "child__reference", *_SCHOOL),
            task=lambda place: Task(
                f"Find a school: {place.child.reference} (placement at {place.school} ended)",
                reverse("placements:child_case_open", args=[place.child.reference]),
                place.ended_on,
            ),
            many="children without a school",
            all_at=reverse("placements:child_list"),
        )
    ]


@tasks(Role.PLACEMENTS, weight=43)
def places_that_end_soon(user: User, today: datetime.date) -> list[Waiting]:
    """Places with a last day in the next 30 days and nothing after it; with notice at once."""
    soon = Q(ended_on__lte=today + SOON) | Q(end_reason__in=NOTICES)
    ending = _without_a_next(user, today).filter(soon, ended_on__gte=today)
    return [
        each_of(
            ending,
            *("ended_on", "child__reference", *_SCHOOL),
            task=lambda place: Task(
                f"Plan the next placement: {place.child.reference} ({place.school})",
                reverse("placements:child_detail", args=[place.child.reference]),
                place.ended_on,
            ),
            many="placements that end soon",
            all_at=reverse("placements:child_list"),
        )
    ]


def _without_a_next(user: User, today: datetime.date) -> QuerySet[Placement]:
    later = Placement.objects.filter(child=OuterRef("child"), starts_on__gt=OuterRef("ended_on"))
    looked_for = Case.objects.open().filter(child=OuterRef("child"))  # a task of its own
    return (
        Placement.objects.visible_to(user)
        .filter(~Exists(later), ~Exists(looked_for))
        .order_by("ended_on", "pk")
    )


@tasks(Role.FINANCE, weight=44)
def places_without_a_fee(user: User, today: datetime.date) -> list[Waiting]:
    """Children placed today for nothing: the fee is yet to be agreed or was not recorded."""
    priced = PriceLine.objects.that_count().on(today).filter(cost_a_year__gt=0)
    free = Placement.objects.visible_to(user).on(today).filter(annual_fee=0)
    in_a_block = Q(block__starts_on__lte=today, block__ends_on__gte=today)
    free = free.exclude(in_a_block).filter(~Exists(priced.filter(placement=OuterRef("pk"))))
    return [
        each_of(
            free.order_by("starts_on", "pk"),
            *("reference", "starts_on", *_SCHOOL),
            task=lambda place: Task(
                f"Enter a price: {place.reference} at {place.school} (£0 now)",
                reverse("placements:placement_prices", args=[place.reference]),
                place.starts_on,
            ),
            many="placements without a price",
            all_at=reverse("placements:child_list"),
        )
    ]


def _children(count: int) -> str:
    return "1 child" if count == 1 else f"{count} children"
