"""New inspections that matter to the council: of members of the DPS, and where it placed children.

Officers are told, and whoever placed a child there. What came in with the history of a school is
no news: an inspection is new if it is the last of its school, and was out less than three months
before it was recorded.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from contracts.models import Membership
from nmiss.base.accounts.models import Role, User
from placements.agreements.models import PlacementAgreement
from placements.models import Placement
from providers.models import Inspection, InspectionReading

NEWS, RECENT = datetime.timedelta(days=30), datetime.timedelta(days=90)
COMMISSIONING = (Role.OFFICER, Role.MANAGER)


def new_inspections(today: datetime.date) -> QuerySet[Inspection]:
    """Those of the last month at schools that are members or have our children today."""
    here = {"school": OuterRef("school")}
    later = Inspection.objects.that_count().filter(
        Q(inspected_on__gt=OuterRef("inspected_on"))
        | Q(inspected_on=OuterRef("inspected_on"), pk__gt=OuterRef("pk")),
        **here,
    )
    since = timezone.now() - NEWS
    return (
        Inspection.objects.that_count()
        .filter(recorded_at__gte=since)
        .alias(
            known_on=Coalesce("published_on", "inspected_on"),
            recorded_on=TruncDate("recorded_at"),
        )
        .filter(
            Exists(Membership.objects.of_the_dps().on(today).filter(**here))
            | Exists(Placement.objects.on(today).filter(**here)),
            ~Exists(later),
            known_on__gte=F("recorded_on") - RECENT,
        )
        .order_by("-recorded_at", "pk")
    )


def unread_by_commissioning(today: datetime.date) -> QuerySet[Inspection]:
    """New ones that no officer or manager has read."""
    read = InspectionReading.objects.filter(
        inspection=OuterRef("pk"), read_by__role__in=COMMISSIONING
    )
    return new_inspections(today).filter(~Exists(read))


def unread_by(user: User, today: datetime.date) -> QuerySet[Inspection]:
    """New ones at schools where this person placed a child, or nobody by name did."""
    read = InspectionReading.objects.filter(inspection=OuterRef("pk"), read_by=user)
    made = PlacementAgreement.objects.filter(placement=OuterRef("pk"))
    theirs = Placement.objects.on(today).filter(
        Exists(made.filter(made_by=user)) | ~Exists(made.filter(made_by__is_active=True)),
        school=OuterRef("school"),
    )
    return new_inspections(today).filter(Exists(theirs), ~Exists(read))


def who_placed(schools: Collection[int], today: datetime.date) -> dict[int, list[User]]:
    """Of each school who placed the children who are there; the team, where nobody by name did."""
    here = Placement.objects.on(today).filter(school__in=schools)
    made = PlacementAgreement.objects.filter(placement__in=here, made_by__is_active=True)
    people: dict[int, dict[str, User]] = defaultdict(dict)
    for agreement in made.select_related("made_by", "placement"):
        people[agreement.placement.school_id][agreement.made_by.email] = agreement.made_by
    by_nobody = set(
        here.exclude(pk__in=made.values("placement")).values_list("school", flat=True).distinct()
    )
    team = list(User.objects.in_roles(Role.PLACEMENTS)) if by_nobody else []
    return {
        school: in_order([*people[school].values(), *(team if school in by_nobody else [])])
        for school in schools
    }


def in_order(people: Iterable[User]) -> list[User]:
    """Each once, by email address."""
    found = {person.email: person for person in people}
    return [found[email] for email in sorted(found)]
