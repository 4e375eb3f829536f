"""What the arrangements bring to the landing pages: schemes and notices that are due."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements.models import Round, Vehicle
from contracts.arrangements.permissions import COMMISSIONING
from contracts.arrangements.quarters import quarters_without_notice
from nmiss.base.accounts import handing_over
from nmiss.base.accounts.handing_over import Worked
from nmiss.base.accounts.landing import MOST, KeyDate, Task, activity, key_dates, lead, tasks
from nmiss.base.accounts.models import Role, User

QUARTERS_NAMED = 4
AHEAD = datetime.timedelta(days=60)

handing_over.register(
    Worked(
        "round",
        Round,
        team=lambda round: COMMISSIONING,
        page=lambda round: reverse("contracts:round_detail", args=[round.pk]),
    )
)
lead(
    Role.OFFICER,
    Role.MANAGER,
    words="Schools on the dynamic purchasing system (DPS), and the places we buy from them.",
)
activity(
    Role.OFFICER,
    Role.MANAGER,
    of=Q(verb__in=("open", "close", "extend", "give_window"), target_type="contracts.Round")
    | Q(verb__in=("publish_document", "record_notice")),
)


@tasks(Role.OFFICER, Role.MANAGER, weight=55)
def rounds_without_a_scheme(user: User, today: datetime.date) -> list[Task]:
    """Rounds whose instant has come, and which nothing could be judged in."""
    kept = Round.objects.visible_to(user).kept_by_their_scheme(timezone.now())
    return [
        Task(
            f"Publish an evaluation scheme: without one {round} cannot open",
            reverse("contracts:vehicle_detail", args=[round.vehicle_id]),
            timezone.localdate(round.opens_at),
            about=round,
        )
        for round in kept.select_related("vehicle")[:MOST]
    ]


@tasks(Role.OFFICER, Role.MANAGER, weight=55)
def award_notices(user: User, today: datetime.date) -> list[Task]:
    """Quarters whose awards are to be notified together (reg 50).

    Each stays until its notice is recorded or waived; of many, the newest are named.
    """
    vehicles = Vehicle.objects.visible_to(user).with_rounds().by_name()
    return [task for vehicle in vehicles for task in _award_notices(vehicle, today)]


def _award_notices(vehicle: Vehicle, today: datetime.date) -> list[Task]:
    due = quarters_without_notice(vehicle, today=today)
    older, named = due[:-QUARTERS_NAMED], due[-QUARTERS_NAMED:]
    found = [
        Task(
            f"Send and record the award notice of {vehicle} for {one.first:%B} to {one.last:%B %Y}",
            f"{reverse('contracts:notice_add', args=[vehicle.pk])}?quarter={one.in_address}",
            one.due_on,
        )
        for one in named
    ]
    if older:
        words = "1 older award notice" if len(older) == 1 else f"{len(older)} older award notices"
        page = reverse("contracts:vehicle_detail", args=[vehicle.pk])
        found.append(
            Task(f"Record or waive {words} of {vehicle}", f"{page}#award-notices", older[0].due_on)
        )
    return found


@key_dates(Role.OFFICER, Role.MANAGER, Role.AUDITOR, Role.PROVIDER, weight=10)
def dates_of_rounds(user: User, today: datetime.date) -> list[KeyDate]:
    """What the next two months bring of each round, in one query."""
    rounds = Round.objects.visible_to(user).filter(opens_at__date__lte=today + AHEAD)
    not_over = Q(closes_at__date__gte=today) | Q(evaluation_ends_on__gte=today)
    found = [
        KeyDate(on, f"{each.vehicle}, round {each.number}: {words}", _page_of(each, user))
        for each in rounds.filter(not_over).select_related("vehicle").by_time()[:MOST]
        for on, words in _days_of(each)
    ]
    return [each for each in found if today <= each.on <= today + AHEAD]


def _days_of(round: Round) -> list[tuple[datetime.date, str]]:
    instants = (
        (round.opens_at, "opens"),
        (round.clarifications_close_at, "last day for questions"),
        (round.closes_at, "closes"),
    )
    now, ends = timezone.now(), round.evaluation_ends_on
    found = [(timezone.localdate(at), words) for at, words in instants if at and at > now]
    return [*found, (ends, "evaluation ends")] if ends else found


def _page_of(round: Round, user: User) -> str:
    if user.is_provider:
        return reverse("contracts:tender_list")
    return reverse("contracts:round_detail", args=[round.pk])
