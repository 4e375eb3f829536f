"""What reorganisations bring to the landing pages: their list, and what is to do for one."""

from __future__ import annotations

import datetime

from django.db.models import Exists, F, Func, OuterRef, Q, Subquery
from django.urls import reverse

from nmiss.base.accounts.landing import Shortcut, Task, Waiting, each_of, shortcuts, tasks
from nmiss.base.accounts.models import User
from placements.models import Placement
from placements.reorganising import permissions
from placements.reorganising.models import HomeDistrict, Reorganisation


@shortcuts(*permissions.READERS, weight=34)
def reorganisations(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Local government reorganisation", reverse("placements:reorganisation_list"))]


@tasks(*permissions.TOLD, weight=36)
def home_districts_to_record(user: User, today: datetime.date) -> list[Waiting]:
    """Plans with placed children whose home district nobody has recorded."""
    at_home = HomeDistrict.objects.filter(
        child=OuterRef("child"), district__authority=OuterRef(OuterRef("old"))
    )
    placed = Placement.objects.filter(
        Q(ended_on=None) | Q(ended_on__gte=OuterRef("starts_on")),
        ~Exists(at_home),
        starts_on__lte=OuterRef("starts_on"),
    )
    children = Func(F("child"), function="COUNT", template="COUNT(DISTINCT %(expressions)s)")
    count = placed.order_by().annotate(many=children).values("many")
    plans = Reorganisation.objects.visible_to(user).open().annotate(unknown=Subquery(count))
    return [
        each_of(
            plans.filter(unknown__gt=0).order_by("starts_on", "pk"),
            *("starts_on", "old__name", "unknown"),
            task=lambda each: Task(
                f"Record the home {_districts(each.unknown)}: reorganisation of {each.old.name}",
                reverse("placements:reorganisation_detail", args=[each.pk]),
                each.starts_on,
            ),
        )
    ]


def _districts(children: int) -> str:
    return "district of 1 child" if children == 1 else f"districts of {children:,} children"


@tasks(*permissions.PLANNERS, weight=35)
def reorganisations_not_done(user: User, today: datetime.date) -> list[Waiting]:
    """Agreed, and due, but something has changed since, or they broke: their pages say which."""
    return [
        each_of(
            Reorganisation.objects.visible_to(user).due(today),
            *("starts_on", "old__name"),
            task=lambda each: Task(
                f"Check the reorganisation of {each.old.name}: it could not be done",
                reverse("placements:reorganisation_detail", args=[each.pk]),
                each.starts_on,
            ),
        )
    ]
