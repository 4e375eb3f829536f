"""What the arrangements bring to the landing pages: schemes and notices that are due."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements.decide_by import last_days
from contracts.arrangements.law import LawBook
from contracts.arrangements.models import ExtensionOption, OptionStatus, Round, Vehicle
from contracts.arrangements.notice_duties import duties_of_each
from contracts.arrangements.permissions import COMMISSIONING
from contracts.arrangements.quarters import AwardQuarter, quarters_of_each
from nmiss.base.accounts import handing_over
from nmiss.base.accounts.handing_over import Worked
from nmiss.base.accounts.landing import (
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
from nmiss.base.core.kept_emails import lead_back
from nmiss.base.core.together import Found, Wanted

lead_back(
    {
        "contracts.extensionoption": "contracts:option_detail",
    }
)

QUARTERS_NAMED = 4
NOTICES_AHEAD = datetime.timedelta(days=60)
A_YEAR = datetime.timedelta(days=365)
# What is to be done with an option, by how far the council has come with it.
OPTION_TASKS = {
    OptionStatus.AVAILABLE: "Propose or let lapse",
    OptionStatus.PROPOSED: "Record the decision on",
    OptionStatus.DECIDED: "Notify providers of",
}
# Its last day: a decision is announced before it is made (SI 2012/2089, reg 9).
LAST_DAYS = {
    OptionStatus.AVAILABLE: "notice_by",
    OptionStatus.PROPOSED: "decide_by",
    OptionStatus.DECIDED: "letter_by",
}

handing_over.register(
    Worked(
        "round",
        Round,
        team=lambda round: COMMISSIONING,
        page=lambda round: reverse("contracts:round_detail", args=[round.pk]),
        decisions=("change",),
    )
)
handing_over.register(
    Worked(
        "option",
        ExtensionOption,
        team=lambda option: COMMISSIONING,
        page=lambda option: reverse("contracts:option_detail", args=[option.pk]),
    )
)
lead(
    Role.OFFICER,
    Role.MANAGER,
    words="Schools on the dynamic purchasing system (DPS).",
)
activity(
    Role.OFFICER,
    Role.MANAGER,
    of=Q(verb__in=("open", "close", "extend", "give_window"), target_type="contracts.Round")
    | Q(verb__in=("publish_document", "record_notice")),
)


@shortcuts(*COMMISSIONING, Role.AUDITOR, weight=33)
def decisions(user: User, today: datetime.date) -> list[Shortcut]:
    return [
        Shortcut("Executive decisions", reverse("contracts:decision_list")),
        Shortcut("Work out a timetable", reverse("contracts:timetable")),
    ]


@tasks(Role.OFFICER, Role.MANAGER, weight=55)
def rounds_without_a_scheme(user: User, today: datetime.date) -> list[Waiting]:
    """Rounds whose instant has come, and which nothing could be judged in."""
    kept = Round.objects.visible_to(user).kept_by_their_scheme(timezone.now())
    return [
        each_of(
            kept,
            *("number", "opens_at", "vehicle__name"),
            task=lambda round: Task(
                f"Publish an evaluation scheme: without one {round} cannot open",
                reverse("contracts:vehicle_detail", args=[round.vehicle_id]),
                timezone.localdate(round.opens_at),
                about=round,
            ),
        )
    ]


@tasks(Role.OFFICER, Role.MANAGER, weight=50)
def options_to_use(user: User, today: datetime.date) -> list[Waiting]:
    """The next option of each vehicle that ends within a year: what is to be done with it.

    Its day is the earliest that must not be missed, worked back from the end of the term.
    """
    options = ExtensionOption.objects.visible_to(user)
    next_ones = options.next_of_each(ends_by=today + A_YEAR).values("pk")
    law = LawBook.read()
    return [
        each_of(
            options.filter(pk__in=next_ones, status__in=OPTION_TASKS).order_by("starts_on", "pk"),
            *("number", "status", "starts_on", "vehicle__name"),
            task=lambda each: Task(
                f"{OPTION_TASKS[each.status]} option {each.number} of {each.vehicle}",
                reverse("contracts:option_detail", args=[each.pk]),
                _last_day(each, law),
                about=each,
            ),
        )
    ]


def _last_day(option: ExtensionOption, law: LawBook) -> datetime.date:
    return getattr(last_days(option, law), LAST_DAYS[option.status])


@tasks(Role.OFFICER, Role.MANAGER, weight=55)
def award_notices(user: User, today: datetime.date) -> list[Waiting]:
    """Quarters whose awards are to be notified together (reg 50).

    Each stays until its notice is recorded or waived; of many, the newest are named.
    """

    def tell(vehicles: Found) -> list[Task]:
        due = quarters_of_each(vehicles.rows, today=today)
        return [task for each in vehicles.rows for task in _award_notices(each, due[each.pk])]

    vehicles = Vehicle.objects.visible_to(user).with_rounds().by_name()
    return [Waiting([Wanted(vehicles, ["name", "kind", "established_on"])], tell)]


@tasks(Role.OFFICER, Role.MANAGER, weight=55)
def other_notices(user: User, today: datetime.date) -> list[Waiting]:
    """Notices of options, contracts and terms that are due within two months, or late."""

    def tell(vehicles: Found) -> list[Task]:
        due = duties_of_each(vehicles.rows, today=today)
        return [
            Task(
                f"Publish and record {each.form}: {each.vehicle}, {each.about}",
                reverse("contracts:notice_list", args=[each.vehicle.pk]),
                each.due_on,
                is_legal=True,
            )
            for vehicle in vehicles.rows
            for each in due[vehicle.pk]
            if each.due_on <= today + NOTICES_AHEAD
        ]

    vehicles = Vehicle.objects.visible_to(user).by_name()
    facts = ["name", "kind", "established_on", "starts_on", "ends_on", "advertised_value"]
    return [Waiting([Wanted(vehicles, facts)], tell)]


def _award_notices(vehicle: Vehicle, due: list[AwardQuarter]) -> list[Task]:
    older, named = due[:-QUARTERS_NAMED], due[-QUARTERS_NAMED:]
    found = [
        Task(
            f"Publish and record the award notice: {vehicle}, {one.first:%B} to {one.last:%B %Y}",
            f"{reverse('contracts:notice_add', args=[vehicle.pk])}?quarter={one.in_address}",
            one.due_on,
            is_legal=True,
        )
        for one in named
    ]
    if older:
        words = "1 older award notice" if len(older) == 1 else f"{len(older)} older award notices"
        page = reverse("contracts:vehicle_detail", args=[vehicle.pk])
        found.append(
            Task(
                f"Record or waive {words}: {vehicle}",
                f"{page}#award-notices",
                older[0].due_on,
                is_legal=True,
            )
        )
    return found
